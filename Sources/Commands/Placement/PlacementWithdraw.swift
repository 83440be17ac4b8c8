import ArgumentParser
import Domain
import Reporting
import Storing

struct PlacementWithdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take a choice back.",
    discussion: """
      The need's place, the home's release and the person's days are free again in the next plan. \
      What was decided stays on record, with who took it back and why. A placement that others cover is \
      taken back with them, or not at all.
      """)

  @Argument(help: "The placement's number.") var number: Int
  @Option(help: "Who takes it back.") var by: String
  @Option(help: "Why.") var reason: String
  @Flag(help: "Take back too what covers the post it leaves, and so on down the chain.")
  var withCovers = false
  @OptionGroup var output: Output

  func run() throws {
    let number = try Typed.whole(number, for: "the number", in: 1...Int(Int32.max))
    let name = try Typed.words(by, for: "--by", atMost: 200)
    let why = try Typed.words(reason, for: "--reason")
    let today = try Session.today()
    let store = try Session().store()
    let withdrawn = try store.withdraw(
      placement: number, by: name, because: why, withCovers: withCovers, today: today)
    if output.json { return try output.print(json: json(withdrawn)) }
    for placement in withdrawn {
      try Terminal.print(
        "Placement \(placement.number) withdrawn by \(shown(name)): \(shown(placement.personName))"
          + " (\(placement.person)) no longer goes to \(shown(placement.need)).")
    }
    guard output.isForPeople, let placement = withdrawn.first else { return }
    if let covered = placement.covers {
      try sayWhoseIsOpen(placement, covered: try store.placement(covered))
    } else if try store.needRecord(placement.need).isOpen {
      try Terminal.print("The need is open for the next plan: talent propose")
    }
  }

  private func sayWhoseIsOpen(_ cover: PlacementRecord, covered: PlacementRecord) throws {
    guard covered.isActive else { return }
    let place = shown(cover.placeName ?? cover.place.description)
    try Terminal.print(
      """
      The post of \(covered.person) \(shown(covered.personName)) at \(place) is open while placement \
      \(covered.number) stands.
        Try: talent placement add \(shown(cover.need)) --person P --by NAME --reason TEXT, or talent \
      placement withdraw \(covered.number)
      """)
  }

  /// The placement asked for, with the numbers of those that went with it.
  private func json(_ withdrawn: [PlacementRecord]) -> JSON {
    guard let first = withdrawn.first, case .object(let fields) = PlacementPage.json(first) else {
      return .null
    }
    let others = withdrawn.dropFirst().map { JSON.int(Int($0.number)) }
    return .object(fields + [("withdrawn_with_it", .array(others))])
  }
}
