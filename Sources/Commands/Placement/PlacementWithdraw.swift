import ArgumentParser
import Reporting
import Storing

struct PlacementWithdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take a choice back.",
    discussion: """
      The need's place, the home's release and the person's days are free again in the next plan. \
      What was decided stays on record, with who took it back and why.
      """)

  @Argument(help: "The placement's number.") var number: Int
  @Option(help: "Who takes it back.") var by: String
  @Option(help: "Why.") var reason: String
  @OptionGroup var output: Output

  func run() throws {
    let number = try Typed.whole(number, for: "the number", in: 1...Int(Int32.max))
    let name = try Typed.words(by, for: "--by", atMost: 200)
    let why = try Typed.words(reason, for: "--reason")
    let store = try Session().store()
    let placement = try store.withdraw(placement: number, by: name, because: why)
    if output.json { return try output.print(json: PlacementPage.json(placement)) }
    try Terminal.print(
      "Placement \(number) withdrawn by \(shown(name)): \(shown(placement.personName))"
        + " (\(placement.person)) no longer goes to \(shown(placement.need)).")
    if output.isForPeople, try store.needRecord(placement.need).isOpen {
      try Terminal.print("The need is open for the next plan: talent propose")
    }
  }
}
