import Domain

/// A heading, and what tells it from others but for slips of the keyboard.
struct HeadingSpelling {
  let text: String
  private let folded: [UInt8]
  private let digits: String
  private let inBrackets: [UInt8]
  private let isShare, isMoney: Bool
  private let letters: LetterSet

  init(_ text: String) {
    self.text = text
    folded = Array(foldedHeading(text).utf8)
    digits = text.filter(\.isNumber)
    let inside =
      text.split(separator: "(", omittingEmptySubsequences: false).dropFirst().first ?? ""
    inBrackets = Array(foldedHeading(inside.prefix { $0 != ")" }).utf8)
    isShare = text.contains("%")
    isMoney = text.contains("\u{A3}")
    letters = LetterSet(folded)
  }

  /// How many slips make this of another heading; nil when too many, or when it counts something else.
  func slips(from other: HeadingSpelling) -> Int? {
    let most = max(1, folded.count / 4)
    guard folded.count <= 60, abs(folded.count - other.folded.count) <= most,
      letters.canBe(other.letters, after: most), digits == other.digits, countsAlike(other)
    else { return nil }
    let count = editDistance(folded, other.folded)
    return count <= most ? count : nil
  }

  /// Another number is no slip: a scale of five is not one of three; nor is another unit. What stands in
  /// brackets is a slip away at most, and either both or neither are shares or sums of money.
  private func countsAlike(_ other: HeadingSpelling) -> Bool {
    if isShare != other.isShare || isMoney != other.isMoney { return false }
    let (mine, theirs) = (inBrackets, other.inBrackets)
    return mine.isEmpty || theirs.isEmpty || editDistance(mine, theirs) <= max(1, theirs.count / 4)
  }
}

/// Which letters a text has, a bit for one or several of them: what rules two texts out in no time.
struct LetterSet {
  private let bits: UInt64

  init(_ text: some Sequence<UInt8>) { bits = text.reduce(0) { $0 | 1 << UInt64($1 & 63) } }

  func isSubset(of other: LetterSet) -> Bool { bits & ~other.bits == 0 }

  /// Whether so many slips can make one of the other: each changes two bits at most.
  func canBe(_ other: LetterSet, after slips: Int) -> Bool {
    (bits ^ other.bits).nonzeroBitCount <= 2 * slips
  }
}

/// The candidate a few slips of the keyboard away, the first of the nearest; nil when none is near.
func nearest(to typed: String, among candidates: [String]) -> String? {
  nearest(to: HeadingSpelling(typed), among: candidates.map { HeadingSpelling($0) })
}

func nearest(to typed: HeadingSpelling, among candidates: [HeadingSpelling]) -> String? {
  var best: (slips: Int, name: String)?
  for candidate in candidates {
    guard let slips = typed.slips(from: candidate) else { continue }
    if slips < best?.slips ?? Int.max { best = (slips, candidate.text) }
  }
  return best?.name
}
