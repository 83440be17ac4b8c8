/// How two names agree, word by word, read straight or with forename and surname changed over.
struct NameAgreement {
  /// What was held against what.
  enum Matched {
    case both(given: WordAgreement, family: WordAgreement)
    case givenAndPart(given: WordAgreement, part: Int)
    /// A record with one word may have lost either; nil when the other has none.
    case lone(WordAgreement?)
  }

  /// What having to swap counts.
  static let swapping = -30

  let matched: Matched
  let isSwapped: Bool

  var points: Int {
    let words =
      switch matched {
      case .both(let given, let family): given.points + family.points
      case .givenAndPart(let given, let part): given.points + part
      case .lone(let word): word?.points ?? 0
      }
    return isSwapped ? words + Self.swapping : words
  }

  /// Nil when one of them has a single word.
  var given: WordAgreement? {
    switch matched {
    case .both(let given, _), .givenAndPart(let given, _): given
    case .lone: nil
    }
  }
}

extension NameAgreement {
  /// Swapped only where both have a forename and a surname.
  init(
    _ a: Compared, _ b: Compared, isSwapped: Bool, in pool: borrowing Pool,
    _ weights: borrowing Weights
  ) {
    if a.family == 0 || b.family == 0 {
      self.init(matched: .lone(Self.lone(a, b, in: pool, weights)), isSwapped: false)
      return
    }
    let (given, family) = isSwapped ? (b.family, b.given) : (b.given, b.family)
    let first = WordAgreement(a.given, given, in: pool, weights)
    let last = WordAgreement(
      a.family, family, whenAnother: WordAgreement.anotherSurname, in: pool, weights)
    if !isSwapped, let part = Self.sharedPart(a, b, in: pool, weights), part > last.points {
      self.init(matched: .givenAndPart(given: first, part: part), isSwapped: false)
    } else {
      self.init(matched: .both(given: first, family: last), isSwapped: isSwapped)
    }
  }

  private static func lone(
    _ a: Compared, _ b: Compared, in pool: borrowing Pool, _ weights: borrowing Weights
  ) -> WordAgreement? {
    let lone = a.family == 0 ? a.given : b.given
    var best: WordAgreement?
    for other in pool.words(of: a.family == 0 ? b : a) {
      let next = WordAgreement(lone, other, in: pool, weights)
      if next.points > best?.points ?? Int.min { best = next }
    }
    return best
  }

  /// `Harris-Lewis` and `Harris`, `Lewis (née Harris)` and `Harris`, `Anne Harris Lewis` and `Anne Harris`.
  private static func sharedPart(
    _ a: Compared, _ b: Compared, in pool: borrowing Pool, _ weights: borrowing Weights
  ) -> Int? {
    guard a.family != b.family else { return nil }
    var most: Int?
    func share(_ word: Int32, less: Int) {
      if pool.names[word].letters > 2 { most = max(most ?? Int.min, weights.name(word) - less) }
    }
    if a.middle == b.family { share(b.family, less: 35) }
    if b.middle == a.family { share(a.family, less: 35) }
    if a.familyCount + b.familyCount > 2 {
      let theirs = pool.familyWords(of: b)
      for word in pool.familyWords(of: a) where theirs.contains(word) { share(word, less: 25) }
    }
    return most
  }
}
