/// What two people's records agree and differ on, weighed.
struct PairScore {
  private(set) var points = 0
  /// Kept only for a score that is told.
  private(set) var reasons: [Reason] = []
  private let isTold: Bool
  /// Whether both have a forename, and these are nothing alike.
  private var hasOtherForename = false

  init(
    _ a: Compared, _ b: Compared, in pool: borrowing Pool, _ weights: borrowing Weights,
    isTold: Bool = false
  ) {
    self.isTold = isTold
    addNames(a, b, pool, weights)
    addTRNs(a.trn, b.trn)
    addPlace(a, b, weights)
    addRest(a, b, pool, weights)
    if hasOtherForename, let mine = a.place, mine == b.place { keepBelowTheLine() }
  }

  /// Brothers and sisters, and couples, share a surname and a school, and may have been numbered one after
  /// the other: with forenames that are nothing alike a merge is never the first thing to offer.
  private mutating func keepBelowTheLine() {
    let most = Resemblance.mergeOfferedFrom - 1
    if points > most { add("Another forename at one school: somebody has to say", most - points) }
  }

  mutating func add(_ says: @autoclosure () -> String, _ points: Int) {
    self.points += points
    if isTold { reasons.append(Reason(says: says(), points: points)) }
  }

  /// Straight or swapped, whichever agrees more.
  private mutating func addNames(
    _ a: Compared, _ b: Compared, _ pool: borrowing Pool, _ weights: borrowing Weights
  ) {
    var best = NameAgreement(a, b, isSwapped: false, in: pool, weights)
    if a.family != 0, b.family != 0 {
      let swapped = NameAgreement(a, b, isSwapped: true, in: pool, weights)
      if swapped.points > best.points { best = swapped }
    }
    let (mine, theirs) = (pool.words(of: a), pool.words(of: b))
    if mine.count > 1, best.points < 0 || mine.count > 2, mine.count == theirs.count,
      !mine.elementsEqual(theirs), mine.sorted() == theirs.sorted()
    {
      let rarest = mine.map { weights.name($0) }.sorted(by: >).prefix(2).reduce(0, +)
      return add("The same names in another order", rarest - 30)
    }
    switch best.matched {
    case .both(let given, _), .givenAndPart(let given, _): hasOtherForename = given.isAnother
    case .lone: break
    }
    if best.isSwapped { add("Forename and surname changed over", NameAgreement.swapping) }
    switch best.matched {
    case .lone(let word?): add("The one name known: \(word.says)", word.points)
    case .lone(nil): break
    case .both(let given, let family):
      add("Forename: \(given.says)", given.points)
      add("Surname: \(family.says)", family.points)
    case .givenAndPart(let given, let part):
      add("Forename: \(given.says)", given.points)
      add("A part of the surname is the same", part)
    }
    if a.foldedHash == b.foldedHash, a.nameHash != b.nameHash {
      add("Written with other accents or capitals", 0)
    }
  }

  private mutating func addTRNs(_ a: PackedTRN, _ b: PackedTRN) {
    guard a.isKnown, b.isKnown else { return }
    if a == b {
      add("The same TRN", 220)
    } else if PackedTRN.differ(a, b) {
      add("Two different TRNs", -130)
    } else {
      add("TRNs one slip apart", 120)
    }
  }

  private mutating func addPlace(_ a: Compared, _ b: Compared, _ weights: borrowing Weights) {
    guard let mine = a.place, let theirs = b.place else { return }
    if mine == theirs {
      add("The same school or setting", weights.place(mine))
    } else {
      add("Different schools", -20)
    }
  }

  private mutating func addRest(
    _ a: Compared, _ b: Compared, _ pool: borrowing Pool, _ weights: borrowing Weights
  ) {
    if let mine = a.role, let theirs = b.role {
      if mine == theirs {
        add("The same post", weights.role(mine))
      } else {
        add("Different posts", -10)
      }
    }
    let theirs = pool.programmes(of: b)
    var rarest = 0
    for programme in pool.programmes(of: a) where theirs.contains(programme) {
      rarest = max(rarest, weights.programme(programme))
    }
    if rarest > 0 { add("A programme in common", rarest) }
  }
}
