/// What two people's records agree and differ on, weighed.
struct PairScore {
  private(set) var points = 0
  /// Kept only for a score that is told.
  private(set) var reasons: [Reason] = []
  private let isTold: Bool
  /// Why a merge is not the first thing to offer, whatever the points.
  private var doubt: String?
  /// Whether TRNs speak for one person.
  private var isNumbered = false
  /// Whether forename and surname are the same.
  private var isSameName = false

  /// - Parameter prior: what counts against any two people of the pool.
  init(
    _ a: Compared, _ b: Compared, in pool: borrowing Pool, _ weights: borrowing Weights,
    prior: Int, isTold: Bool = false
  ) {
    self.isTold = isTold
    addNames(a, b, pool, weights)
    addTRNs(a.trn, b.trn)
    addPlace(a, b, weights)
    addRest(a, b, pool, weights)
    if points + prior >= Resemblance.mergeOfferedFrom { temper(points + prior) }
    add("One of \(pool.people.count) people in the pool", prior)
  }

  /// What may be said of two people as well is below the line, and without a TRN it takes a
  /// hundred times the odds to be over it.
  private mutating func temper(_ points: Int) {
    let most = Resemblance.mergeOfferedFrom - 1
    if let doubt {
      add("\(doubt): somebody has to say", most - points)
    } else if !isNumbered {
      add("No TRN says so too", max(most - points, -Self.numberless))
    }
  }

  private static let numberless = 66

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
      isSameName = true
      let rarest = mine.map { weights.name($0) }.sorted(by: >).prefix(2).reduce(0, +)
      return add("The same names in another order", rarest - 30)
    }
    doubtNames(a, b, best.given)
    if best.isSwapped { add("Forename and surname changed over", NameAgreement.swapping) }
    switch best.matched {
    case .lone(let word?):
      add("The one name known: \(word.says)", word.points)
      doubt = "Only one name"
    case .lone(nil): add("No name to go by", -60)
    case .both(let given, let family):
      add("Forename: \(given.says)", given.points)
      add("Surname: \(family.says)", family.points)
      isSameName = given.isSame && family.isSame
    case .givenAndPart(let given, let part):
      isSameName = given.isSame
      add("Forename: \(given.says)", given.points)
      add("A part of the surname is the same", part)
    }
    addMiddle(a.middle, b.middle, pool, weights)
    if a.foldedHash == b.foldedHash, a.nameHash != b.nameHash {
      add("Written with other accents or capitals", 0)
    }
  }

  /// Brothers and sisters, and couples, share a surname and a school, and may have been numbered one after
  /// the other.
  private mutating func doubtNames(_ a: Compared, _ b: Compared, _ given: WordAgreement?) {
    if let given {
      if given.isInitial {
        doubt = "Only an initial"
      } else if given.points < 20 {
        doubt = "Another forename"
      }
    }
    if a.generation != b.generation { doubt = "One is a junior" }
    if a.title != 0, b.title != 0, a.title != b.title { doubt = "Another title" }
  }

  private mutating func addMiddle(
    _ a: Int32, _ b: Int32, _ pool: borrowing Pool, _ weights: borrowing Weights
  ) {
    guard a != 0, b != 0 else { return }
    let agreed = WordAgreement(a, b, in: pool, weights)
    add("Middle name: \(agreed.says)", max(-25, min(40, agreed.points)))
  }

  private mutating func addTRNs(_ a: PackedTRN, _ b: PackedTRN) {
    guard a.isKnown, b.isKnown else { return }
    if a == b {
      isNumbered = true
      return add("The same TRN", 220)
    }
    let isSlip = !PackedTRN.differ(a, b)
    let areNeighbours = PackedTRN.areOfOneTen(a, b)
    // Two whole TRNs are two people's, unless all else of the name says that one was mistyped.
    isNumbered = isSlip && !areNeighbours && isSameName
    if !isNumbered, doubt == nil { doubt = "Two different TRNs" }
    if areNeighbours {
      add("TRNs that differ in the last digit, as of people numbered together", 60)
    } else if isSlip {
      add("TRNs one slip apart", 120)
    } else {
      switch PackedTRN.digitsApart(a, b) {
      case ...2: add("TRNs two slips apart", 60)
      case 3: add("TRNs three digits apart", 10)
      default: add("Two different TRNs", -80)
      }
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
