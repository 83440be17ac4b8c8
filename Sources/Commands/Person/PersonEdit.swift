import ArgumentParser
import Domain
import Reporting
import Storing

struct PersonEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change what is kept about a person.",
    discussion: """
      Only what is given changes. Strengths, behaviours and programmes are added to; --clear empties \
      a field first.

        talent person edit P17 --readiness 'DHT=Ready now' --judged-on 14/10/2026
        talent person edit P17 --clear available-until --vetted-on 01/09/2026 --vetted-by 'A Hall'
      """)

  @Argument(help: "Number (P17) or TRN.") var person: String
  @Option(help: "The name as the person writes it.") var name: String?
  @OptionGroup var fields: PersonFields
  @Option(help: "A career step that was done.") var stepDone: String?
  @Option(help: "What came of it.") var outcome: String?
  @Option(
    help: "Empty this field, named as its option is (vetting for both parts); may be repeated.")
  var clear: [String] = []
  @OptionGroup var output: Output

  func validate() throws {
    if outcome != nil, stepDone == nil { throw ValidationError("--outcome goes with --step-done") }
  }

  func run() throws {
    let reference = try Typed.person(person)
    let session = try Session()
    var additions = try fields.additions(session)
    additions.stepDone = try stepDone.map { try Typed.words($0, for: "--step-done", atMost: 400) }
    additions.outcome = try outcome.map { try Typed.words($0, for: "--outcome") }
    let store = try session.store()
    let (before, after) = try store.editPerson(
      .number(store.whom(reference)), additions, today: Session.today()
    ) { record in
      let stored = record
      for field in clear { try PersonEdit.empty(field, of: &record) }
      record.name = try name.map { try Typed.words($0, for: "--name", atMost: 200) } ?? record.name
      try fields.apply(to: &record, session)
      try fields.settleName(of: &record, before: stored)
    }
    try say(before, after)
  }

  private func say(_ before: PersonProfile, _ after: PersonProfile) throws {
    let changes = ProfileField.changes(from: before, to: after)
    var table = Table(
      [.init("Changed"), .init("From", canShrink: true), .init("To", canShrink: true)],
      whenEmpty: "Nothing changed: \(after.number) is kept that way already.")
    for change in changes { table.add([change.field, change.from ?? "-", change.to ?? "-"]) }
    if output.isForPeople, !changes.isEmpty {
      try Terminal.print("\(after.number), \(shown(after.record.name))")
    }
    try output.print(
      table,
      json: .array(
        changes.map {
          ["field": .string($0.field), "from": .optional($0.from), "to": .optional($0.to)]
        }))
  }

  static func empty(_ field: String, of record: inout PersonRecord) throws {
    switch field {
    case "family": record.familyName = nil
    case "given": record.givenName = nil
    case "trn": record.trn = nil
    case "home": record.home = nil
    case "role": record.role = nil
    case "aspiration": record.aspiration = nil
    case "strength", "strengths": record.strengths = []
    case "behaviour", "behaviours": record.behaviours = []
    case "travel": record.travelMiles = nil
    case "days": record.halfDaysAYear = nil
    case "performance": record.performance = nil
    case "potential": record.potential = nil
    case "notes": record.notes = nil
    case "available-from": record.availableFrom = nil
    case "available-until": record.availableUntil = nil
    case "vetting", "vetted-on", "vetted-by": (record.vettedOn, record.vettedBy) = (nil, nil)
    default:
      throw Typed.refused(
        field, for: "--clear", "is not a field that can be emptied",
        "an option's name without the dashes, such as notes, home or vetting")
    }
  }
}
