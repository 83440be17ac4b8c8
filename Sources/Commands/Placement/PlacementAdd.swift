import ArgumentParser
import Domain
import Placing
import Reporting
import Scoring
import Storing

struct PlacementAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Choose somebody for a need without a plan.",
    discussion: """
      The rules are those of a plan, over today's data. Somebody who has completed no deployment yet needs a \
      --supervisor: of their alliance, experienced, with days left. Choosing somebody a rule bars needs that rule \
      overridden by name.
      """)

  @Argument(help: "The need's reference.") var need: String
  @Option(help: "Whom: P17, 17 or a TRN.") var person: String
  @Option(help: "Who supervises a first deployment: P5, 5 or a TRN.") var supervisor: String?
  @Option(help: "Who chooses.") var by: String
  @Option(help: "Why.") var reason: String
  @Option(
    name: .customLong("override"), help: "A rule that bars the choice, by its name; repeatable.")
  var overrides: [String] = []
  @OptionGroup var output: Output

  func validate() throws { try BarRule.check(names: overrides) }

  func run() throws {
    let session = try Session()
    let policy = try session.configuration.policy()
    let today = try Session.today()
    let reference = try Typed.person(person)
    let store = try session.store()
    let placement = try store.deciding {
      try chosen(reference, DecisionDesk(store: store, policy: policy, today: today), store)
    }
    if output.json { return try output.print(json: PlacementPage.json(placement)) }
    try Terminal.print(
      "\(shown(placement.need)): \(placement.person) chosen by \(shown(by)), release pending "
        + "(placement \(placement.number))."
        + (placement.overridden.map { " Overridden: \($0)." } ?? ""))
    if let supervised = PlacementPage.supervised(placement) { try Terminal.print(supervised) }
    if output.isForPeople {
      try Terminal.print("The home head has not agreed to anything yet.")
    }
  }

  private func chosen(
    _ reference: PersonReference, _ desk: DecisionDesk, _ store: Store
  ) throws -> PlacementRecord {
    let number = try store.whom(reference)
    let wanted = try store.needRecord(need).need
    try desk.refuseTwice(number, for: wanted.reference)
    let hand = try desk.choice(
      of: number, for: wanted.reference, supervisor: try supervisor.map(desk.person))
    let made: DecisionMade
    do {
      made = try Placing.decide(
        .instead, by: by, reason: reason,
        overriding: Set(overrides.flatMap(BarRule.rules(shownAs:))),
        judgement: hand.judgement)
    } catch {
      throw Failure(error, hand)
    }
    let choice = PlacementChoice(
      person: number, by: try Typed.words(by, for: "--by", atMost: 200),
      reason: try Typed.words(reason, for: "--reason"), overridden: made.overriddenNames,
      supervision: hand.supervision)
    return try store.placement(store.place(choice, in: wanted))
  }
}
