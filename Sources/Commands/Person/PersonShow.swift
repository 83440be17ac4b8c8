import ArgumentParser
import Domain
import Reporting
import Storing

struct PersonShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show everything kept about a person.")

  @Argument(help: "Number (P17) or TRN.") var person: String
  @OptionGroup var output: Output

  func run() throws {
    let reference = try Typed.person(person)
    let session = try Session()
    let store = try session.store()
    let profile = try store.profile(.number(store.whom(reference)))
    let page = ProfilePage(
      profile: profile, today: try Session.today(),
      usualHalfDays: try session.configuration.norms().halfDaysAYear)
    if output.isForPeople { return try Terminal.print(page.text(width: Terminal.width)) }
    try output.print(page.table, json: page.json)
  }
}
