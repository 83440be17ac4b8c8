import Domain

/// What somebody is compared by. Never a protected characteristic, nor anything that stands for one.
public struct Somebody: Hashable, Sendable {
  public var number: PersonNumber
  public var name: String
  /// The name in small letters without accents.
  public var folded: String
  public var trn: String?
  /// The home's key.
  public var place: String?
  public var role: String?
  public var programmes: [String]

  public init(
    number: PersonNumber, name: String, folded: String, trn: String? = nil, place: String? = nil,
    role: String? = nil, programmes: [String] = []
  ) {
    self.number = number
    self.name = name
    self.folded = folded
    self.trn = trn
    self.place = place
    self.role = role
    self.programmes = programmes
  }
}

/// Somebody with their name taken apart for comparing.
struct Compared {
  let person: Somebody
  /// The words of the name, at most six, without points and apostrophes.
  let words: [String]
  /// How each sounds.
  let sounds: [String]
  /// The TRN's digits, a byte each; 0 when there is none.
  let trn: UInt64

  /// The first part of the name and the last, hyphens left out: `maryjane`; no last when there is one.
  let given: String
  let family: String
  /// The words of the last part: `harris` and `lewis` of Harris-Lewis.
  let familyWords: [String]

  init(_ person: Somebody) {
    self.person = person
    var parts: [[String]] = []
    for part in person.folded.split(whereSeparator: { " ,\u{A0}".contains($0) }) {
      let words = part.split(whereSeparator: { "-\u{2010}\u{2011}\u{2013}".contains($0) }).map {
        word in
        String(word.filter { !"'\u{2019}\u{2018}.`".contains($0) })
      }.filter { !$0.isEmpty }
      if !words.isEmpty { parts.append(words) }
    }
    if parts.count > 1, Compared.titles.contains(parts[0].joined()) { parts.removeFirst() }
    words = Array(parts.joined().prefix(6))
    given = parts.first?.joined() ?? ""
    familyWords = parts.count > 1 ? parts[parts.count - 1] : []
    family = familyWords.joined()
    trn = (person.trn ?? "").utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    sounds = words.map(Compared.sound)
  }

  private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "rev", "prof", "mx"]

  /// Whether two TRNs are known and more than a digit, or a swap of neighbours, apart.
  static func differ(_ a: UInt64, _ b: UInt64) -> Bool {
    if a == 0 || b == 0 || a == b { return false }
    let apart = a ^ b
    // From the lowest byte that differs on.
    let shift = apart.trailingZeroBitCount / 8 * 8
    if apart >> shift <= 0xFF { return false }
    if apart >> shift > 0xFFFF { return true }
    let (x, y) = (a >> shift & 0xFFFF, b >> shift & 0xFFFF)
    return x >> 8 != y & 0xFF || x & 0xFF != y >> 8
  }

  /// Soundex (Russell 1918): the first letter and three digits of the consonants that follow.
  static func sound(_ word: String) -> String {
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
}
