import Domain

/// A heading in the forms it is held against others by.
final class DraftHeading: Sendable {
  let spelling: HeadingSpelling
  let folded: String
  /// Without what stands in brackets, and without marks: `Max travel (miles)?` is `maxtravel`.
  let short: String
  private let shortLetters, wordLetters: LetterSet
  private let words: Set<String>
  /// Of five letters or more.
  let longWords: Set<String>

  init(_ text: String) {
    spelling = HeadingSpelling(text)
    folded = foldedHeading(text)
    short = foldedHeading(
      text.split(separator: "(", omittingEmptySubsequences: false).first ?? ""
    ).filter { !".:?*!".contains($0) }
    let words = headingWords(text)
    self.words = Set(words)
    shortLetters = LetterSet(short.utf8)
    wordLetters = LetterSet(words.joined().utf8)
    longWords = Set(
      text.lowercased().split { !$0.isLetter }.filter { $0.count >= 5 && $0 != "school" }
        .map(String.init))
  }

  /// Whether the name of one stands inside that of the other: as its beginning or some of its words where it
  /// is the shorter, for `Code` is no part of `Postcode`.
  func isWithin(orAround own: DraftHeading) -> Bool {
    guard short.utf8.count >= 4, own.short.utf8.count >= 4 else { return false }
    if own.shortLetters.isSubset(of: shortLetters), short.contains(own.short) { return true }
    if shortLetters.isSubset(of: own.shortLetters), own.short.hasPrefix(short) { return true }
    return wordLetters.isSubset(of: own.wordLetters) && words.isSubset(of: own.words)
  }
}

/// How a sheet's heading is like the names of our columns, of whatever kind: by number of the name.
final class Likenesses {
  let heading: DraftHeading
  /// Names a few slips of the keyboard away. What we call one column ourselves is no slip for another: a TRN is
  /// no URN.
  let slips: [Int: Int]
  /// Names that stand inside this one, or the other way about.
  let within: Set<Int>
  /// Names with a long word in common.
  let sharing: Set<Int>

  init(_ text: String) {
    let heading = DraftHeading(text)
    let names = OurNames.all
    var slips: [Int: Int] = [:]
    var within: Set<Int> = []
    var sharing: Set<Int> = []
    let canSlip = heading.folded.count > 2 && !OurNames.folded.contains(heading.folded)
    for (number, name) in names.enumerated() {
      if canSlip, let count = heading.spelling.slips(from: name.spelling) { slips[number] = count }
      if heading.isWithin(orAround: name) { within.insert(number) }
      if !heading.longWords.isEmpty, !heading.longWords.isDisjoint(with: name.longWords) {
        sharing.insert(number)
      }
    }
    self.heading = heading
    self.slips = slips
    self.within = within
    self.sharing = sharing
  }
}

/// What our columns are called, of every kind, each name once.
enum OurNames {
  static let all = Array(numbers.sorted { $0.value < $1.value }.map { DraftHeading($0.key) })
  static let folded = Set(knownKinds.flatMap { $1.byFoldedHeading.keys })

  static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for plan in knownKinds.flatMap({ $1.plans }) {
      for name in [plan.heading] + plan.synonyms where numbers[name] == nil {
        numbers[name] = numbers.count
      }
    }
    return numbers
  }()
}
