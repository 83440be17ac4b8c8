import Domain

/// A name taken apart for comparing.
struct NameParts {
  /// At most six, without points and apostrophes.
  let words: [String]
  /// The first part of the name and the last, hyphens left out: `maryjane`; no last when there is one.
  let given: String
  let family: String
  /// The part after the first, when there are more than two.
  let middle: String
  /// The words of the last part, `harris` and `lewis` of Harris-Lewis, and those that stand in brackets, as
  /// a maiden name does.
  let familyWords: [String]
  /// `jr` or `sr`, or what else tells a father from a son.
  let generation: String
  /// `mr`, or `ms` for any of a woman's: two titles never add points, they are a reason to ask.
  let title: String

  init(folded name: String) {
    let (bare, bracketed) = Self.inOrder(name)
    var parts = Self.parts(bare)
    var titles = Self.parts(bracketed).map { $0.joined() }
    if parts.count > 1, personTitles.contains(parts[0].joined()) {
      titles.append(parts.removeFirst().joined())
    }
    title = titles.lazy.compactMap { Self.titles[$0] }.first ?? ""
    var generation = ""
    while parts.count > 2, let last = parts.last?.joined(), Self.suffixes.contains(last) {
      if let known = Self.generations[last] { generation = known }
      parts.removeLast()
    }
    self.generation = generation
    let others = Self.parts(bracketed).map { $0.joined() }.filter {
      !Self.aboutNames.contains($0) && !personTitles.contains($0)
    }
    words = Array((parts.joined() + others).prefix(6))
    given = parts.first?.joined() ?? ""
    middle = parts.count > 2 ? parts[1].joined() : ""
    let last = parts.count > 1 ? parts[parts.count - 1] : []
    family = last.joined()
    familyWords = last.isEmpty ? [] : last + others
  }

  private static func parts(_ name: String) -> [[String]] {
    name.split(whereSeparator: { " ,\u{A0}".contains($0) }).map { part in
      part.split(whereSeparator: { "-\u{2010}\u{2011}\u{2013}".contains($0) }).map { word in
        String(word.filter { !"'\u{2019}\u{2018}.`".contains($0) })
      }.filter { !$0.isEmpty }
    }.filter { !$0.isEmpty }
  }

  /// What stands outside of brackets, forename first, and what stands in them: `priya brown` and `mrs` for
  /// `brown, priya (mrs)`.
  private static func inOrder(_ name: String) -> (bare: String, bracketed: String) {
    guard name.utf8.contains(where: { ",(".utf8.contains($0) }) else { return (name, "") }
    var depth = 0
    var bare = ""
    var bracketed = ""
    for letter in name {
      if letter == "(" { depth += 1 }
      if depth == 0 {
        bare.append(letter)
      } else {
        bracketed.append(letter == "(" || letter == ")" ? " " : letter)
      }
      if letter == ")" { depth = max(0, depth - 1) }
    }
    let sides = bare.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }
    if bare.allSatisfy({ $0 == " " }) { return (name, "") }
    guard sides.count == 2, sides[1] != "junior", !suffixes.contains(sides[1]) else {
      return (bare, bracketed)
    }
    return ("\(sides[1]) \(sides[0])", bracketed)
  }

  private static let titles = ["mr": "mr", "mrs": "ms", "miss": "ms", "ms": "ms"]
  private static let generations = [
    "jr": "jr", "jnr": "jr", "sr": "sr", "snr": "sr", "ii": "jr", "iii": "iii",
  ]
  /// Not Junior and Senior, which are surnames.
  private static let suffixes: Set<String> = Set(generations.keys).union([
    "mbe", "obe", "cbe", "jp", "phd", "qts", "npqh", "npqsl",
  ])
  private static let aboutNames: Set<String> = [
    "nee", "formerly", "previously", "maiden", "name", "was", "aka", "known", "as", "now",
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
