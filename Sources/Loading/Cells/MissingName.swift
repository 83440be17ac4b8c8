import Domain

/// What people type where a name would stand when there is none: that nobody is meant, or that nobody
/// knows yet.
enum MissingName {
  /// Nobody holds it.
  case vacant
  /// Nobody is named: to be confirmed, not applicable, somebody acting.
  case unknown

  private static let vacancies = [
    "vacant", "vacancy", "vacant post", "post vacant", "currently vacant", "nobody", "no one",
    "unfilled",
  ]
  private static let unknowns = [
    "tbc", "tba", "tbd", "xxx", "xxxx", "none", "unknown", "not known", "n/a", "#n/a",
    "not applicable", "to be confirmed", "to be appointed", "to be announced", "to be decided",
    "to be advertised", "awaiting appointment", "appointment pending", "pending", "acting",
    "interim",
    "acting up", "supply", "agency", "advertised", "out to advert", "recruiting",
  ]
  /// What is a name beside another, and none alone.
  private static let alone = ["na", "nil"]
  /// What no name begins with, whatever stands behind it.
  private static let beginnings = ["vacant", "vacancy", "tbc", "tba", "tbd", "n/a"]

  /// What a name stands for; nil when it may be somebody's. `isWhole` is whether it is all there is of
  /// somebody.
  init?(_ name: String, isWhole: Bool) {
    let folded = name.lowercased().filter { $0 != "." }
    let words = folded.split { " -:,;(".contains($0) }.map(String.init)
    let first = words.first ?? ""
    if Self.vacancies.contains(folded) {
      self = .vacant
    } else if Self.unknowns.contains(folded) || isWhole && Self.alone.contains(folded)
      || Self.beginnings.contains(first) || words.count > 1 && words.allSatisfy(Self.isPlaceholder)
      || Self.hasNothing(name)
    {
      self = .unknown
    } else {
      return nil
    }
  }

  private static func isPlaceholder(_ word: String) -> Bool {
    vacancies.contains(word) || unknowns.contains(word)
  }

  /// Only dashes and the like, which stand for nothing.
  private static func hasNothing(_ name: String) -> Bool {
    !name.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  /// Whether a whole name or one of its words, in small letters, is worth a look: hashed byte by byte, as
  /// nearly every name of a large sheet comes by here.
  static func mayBe(_ hash: UInt64) -> Bool { isHash[slot(hash)] && hashes.contains(hash) }

  private static let hashes = Set(
    (vacancies + unknowns + alone + beginnings + NameLook.pointers + personTitles
      + ["and", "or"] + NameLook.fillers + NameLook.nobodies + NameRemark.otherNames
      + SummingWords.all)
      .map(hash(of:)))

  private static let isHash: [Bool] = {
    var isHash = [Bool](repeating: false, count: 1024)
    for hash in hashes { isHash[slot(hash)] = true }
    return isHash
  }()

  private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash & 1023) }

  static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

  static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  private static func hash(of text: String) -> UInt64 { text.utf8.reduce(emptyHash, mixed) }
}
