import ArgumentParser
import Domain
import Reporting
import Storing

struct PersonAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a person.",
    discussion:
      "talent person add --name 'Siân Llŷr' --home 109489 --role DHT --aspiration Headteacher")

  @Option(help: "The name as the person writes it.") var name: String
  @Flag(help: "Somebody else of the same name works at the same school.") var another = false
  @OptionGroup var fields: PersonFields
  @OptionGroup var output: Output

  func run() throws {
    let session = try Session()
    var record = PersonRecord(
      number: PersonNumber(0), name: try Typed.words(name, for: "--name", atMost: 200))
    try fields.apply(to: &record, session)
    try fields.settleName(of: &record, before: record)
    let store = try session.store()
    if !another, let known = try store.resembling(record) {
      let likeness = record.home == nil ? "neither has a home" : "same school"
      throw Failure(
        .refused,
        "\(shown(record.name)) resembles \(known) (same name, \(likeness))\nNothing was changed.\n"
          + "  Try: talent person edit \(known), or --another to add somebody else of that name")
    }
    let number = try store.addPerson(
      record, fields.additions(session), today: Session.today())
    if output.json { return try output.print(json: ["number": .string(number.description)]) }
    try Terminal.print("Added \(number), \(shown(record.name)).")
    if output.isForPeople { try Terminal.print("To see it all: talent person show \(number)") }
  }
}
