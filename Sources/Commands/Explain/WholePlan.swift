import Domain
import Explaining
import Matching
import Scoring
import Storing

/// A stored plan with the data it was made from, before anything of it is made again.
struct WholePlan {
  let number: Int
  let plan: Plan
  let world: World
  let scorer: Scorer
  /// What it gives one person at most; of a large plan only.
  private let mostHalfDays: HalfDays?
  /// Who goes where, by index.
  let lines: [(need: Int, person: Int)]

  init(_ number: Int, in store: Store) throws {
    let stored = try store.plan(number)
    guard stored.isIntact else { throw Failure.altered(plan: number) }
    try Session.beginLongWork()
    self.number = number
    plan = stored.plan
    world = World(
      try Snapshot(text: plan.snapshot), under: try plan.ownPolicy())
    scorer = Scorer(snapshot: world.snapshot, policy: world.policy)
    lines = Self.lines(of: plan, world.snapshot)
    mostHalfDays =
      world.snapshot.needs.count > Self.mostNeedsMadeAgain ? Self.mostHalfDays(world, scorer) : nil
  }

  var snapshot: Snapshot { world.snapshot }

  /// Plans of more needs are not made again as a whole: it would take minutes.
  private static let mostNeedsMadeAgain = 150

  var isLarge: Bool { mostHalfDays != nil }

  /// The plan around some needs and people, or all of it where it is small.
  func question(about needs: [Int], people: [Int]) throws -> PlanInQuestion {
    if isLarge {
      let choice = PieceChoice(self, about: needs, people: people)
      var whole = world
      whole.mostHalfDays = mostHalfDays
      let piece = Piece(of: whole, plan.proposals, needs: choice.needs, people: choice.people)
      if let question = try PlanInQuestion(piece, of: self) { return question }
    }
    return try PlanInQuestion(self)
  }

  private static func lines(of plan: Plan, _ snapshot: Snapshot) -> [(need: Int, person: Int)] {
    let needs = Dictionary(
      snapshot.needs.enumerated().map { ($1.need.reference, $0) },
      uniquingKeysWith: { first, _ in first })
    let people = Dictionary(
      snapshot.people.enumerated().map { ($1.number, $0) },
      uniquingKeysWith: { first, _ in first })
    return plan.proposals.compactMap { line in
      guard let need = needs[line.need], let person = people[line.person] else { return nil }
      return (need, person)
    }
  }

  private static func mostHalfDays(_ world: World, _ scorer: Scorer) -> HalfDays {
    let pairs = scorer.pairs()
    let load = FairLoad(
      world.snapshot, world.policy, pairStart: pairs.pairStart, pairPerson: pairs.pairPerson)
    return HalfDays(load.mostHalfDays ?? .max)
  }

  func index(ofNeed reference: String) throws -> Int {
    let found = snapshot.needs.firstIndex {
      $0.need.reference.lowercased() == reference.lowercased()
    }
    guard let found else {
      throw Failure(
        .refused,
        "plan \(number) has no need \(reference)\n"
          + "  Try: talent plan show \(number) --all lists its needs")
    }
    return found
  }

  func person(typed: String) -> Int? {
    snapshot.people.firstIndex {
      $0.number.description.lowercased() == typed.lowercased()
        || String($0.number.number) == typed || $0.trn?.description == typed
    }
  }

  /// Somebody of the plan's data by number or TRN.
  func index(ofPerson typed: String) throws -> Int {
    if let found = person(typed: typed) { return found }
    guard PersonReference(typed) != nil else {
      throw Failure(.usage, "\(typed) is not a person\n  Try: P17, 17 or a seven-digit TRN")
    }
    throw Failure(
      .refused,
      "plan \(number) did not look at a person \(typed): they hold no designation and are not ready for a post asked for\n"
        + "  Try: talent person show \(typed)")
  }

  /// Needs the plan gives a person, by reference.
  func needs(of person: Int) -> [String] {
    let number = snapshot.people[person].number
    return plan.proposals.filter { $0.person == number }.map(\.need)
  }

  /// Needs whose plan a person helps with, by reference: supervising, and covering a post.
  func helps(_ person: Int) -> (supervises: [String], covers: [String]) {
    let number = snapshot.people[person].number
    return (
      plan.proposals.filter { $0.supervision?.person == number }.map(\.need),
      plan.proposals.filter { $0.covers.contains { $0.person == number } }.map(\.need)
    )
  }
}

extension Failure {
  /// What is stored of a plan is not what was saved.
  static func altered(plan: Int) -> Failure {
    Failure(
      .conflict,
      "plan \(plan) was altered since it was made\n  Try: talent plan verify \(plan) says where")
  }
}
