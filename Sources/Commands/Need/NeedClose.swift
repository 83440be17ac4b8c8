import ArgumentParser
import Domain
import Reporting
import Storing

struct NeedClose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close a need that no longer wants anybody.")

  @Argument(help: "Its reference, such as N017.") var reference: String
  @Option(help: "Why it is closed.") var because: String
  @OptionGroup var output: Output

  func run() throws {
    let why = try Typed.words(because, for: "--because", atMost: 400)
    let store = try Session().store()
    let before = try store.closeNeed(reference, on: Session.today(), because: why)
    let after = try store.needRecord(before.need.reference)
    if output.json { return try output.print(json: NeedPage.json(after)) }
    try Terminal.print("Closed need \(shown(after.need.reference)): \(NeedPage.sentence(after)).")
    if before.filled > 0 {
      try Terminal.print(
        "\(Phrase.count(Int(before.filled), "placement")) chosen for it \(before.filled == 1 ? "stands" : "stand"): "
          + "talent placement list --need \(shown(after.need.reference))")
    }
  }
}
