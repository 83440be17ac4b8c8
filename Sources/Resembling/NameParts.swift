import Domain

/// A name taken apart for comparing.
struct NameParts {
  /// At most six, without points and apostrophes.
  let words: [String]
  /// The first part of the name and the last, hyphens left out: `maryjane`; no last when there is one.
  let given: String
  let family: String
  /// The words of the last part: `harris` and `lewis` of Harris-Lewis.
  let familyWords: [String]

  init(folded name: String) {
    var parts: [[String]] = []
    for part in Self.inOrder(name).split(whereSeparator: { " ,\u{A0}".contains($0) }) {
      let words = part.split(whereSeparator: { "-\u{2010}\u{2011}\u{2013}".contains($0) }).map {
        word in
        String(word.filter { !"'\u{2019}\u{2018}.`".contains($0) })
      }.filter { !$0.isEmpty }
      if !words.isEmpty { parts.append(words) }
    }
    if parts.count > 1, personTitles.contains(parts[0].joined()) { parts.removeFirst() }
    words = Array(parts.joined().prefix(6))
    given = parts.first?.joined() ?? ""
    familyWords = parts.count > 1 ? parts[parts.count - 1] : []
    family = familyWords.joined()
  }

  /// Without what stands in brackets, and forename first: `priya brown` for `brown, priya (mrs)`.
  private static func inOrder(_ name: String) -> String {
    guard name.utf8.contains(where: { ",(".utf8.contains($0) }) else { return name }
    var depth = 0
    let bare = String(
      name.filter { letter in
        if letter == "(" { depth += 1 }
        defer { if letter == ")" { depth = max(0, depth - 1) } }
        return depth == 0
      })
    let sides = bare.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }
    if bare.allSatisfy({ $0 == " " }) { return name }
    guard sides.count == 2, !honours.contains(sides[1]) else { return bare }
    return "\(sides[1]) \(sides[0])"
  }

  private static let honours: Set<String> = [
    "mbe", "obe", "cbe", "jp", "jr", "junior", "sr", "phd",
  ]
}

/// Soundex (Russell 1918): the first letter and three digits of the consonants that follow.
func sound(_ word: String) -> String {
  var sound = ""
  var last: Character = " "
  for letter in word {
    let digit: Character =
      switch letter {
      case "b", "f", "p", "v": "1"
      case "c", "g", "j", "k", "q", "s", "x", "z": "2"
      case "d", "t": "3"
      case "l": "4"
      case "m", "n": "5"
      case "r": "6"
      case "h", "w": "-"
      default: " "
      }
    if sound.isEmpty {
      sound.append(letter)
    } else if digit != " ", digit != "-", digit != last {
      sound.append(digit)
    }
    if digit != "-" { last = digit }
    if sound.count == 4 { break }
  }
  return sound
}
