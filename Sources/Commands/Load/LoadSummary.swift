import Domain
import Loading
import Reporting
import Storing

/// What a load came to, for the person at the terminal or for a program.
struct LoadSummary {
  let kind: String
  let input: InputFile
  let mapping: String?
  /// As it was asked for on the command line.
  let mapAsked: String?
  let outcome: LoadOutcome
  let report: SheetReport
  let findings: FoundFindings
  let isDryRun: Bool
  let acceptsGood: Bool
  let rejects: String?
  let findingsFile: String?

  private var place: FindingPlace { FindingPlace(file: input.name, shape: report.shape) }

  /// What the sheet was taken for comes first.
  private var announcements: [String] {
    (report.shape.map { [$0.detected] } ?? []) + report.announcements
  }

  /// Prints one object; its findings come one by one, so that their number does not matter.
  func printJSON() throws {
    var head: [(String, JSON)] = [
      ("load", outcome.load.map { .int($0) } ?? .null),
      ("kind", .string(kind)),
      ("file", .string(input.name)),
    ]
    if let sheet = report.shape?.sheet { head.append(("sheet", .string(sheet))) }
    head += [
      ("read", .int(outcome.read)),
      ("created", .int(outcome.created)),
      ("updated", .int(outcome.updated)),
      ("unchanged", .int(outcome.unchanged)),
      ("rejected", .int(outcome.rejected)),
      ("held_back", .int(heldBack)),
      ("mapping", .optional(mapping)),
      ("dry_run", .bool(isDryRun)),
      ("token", .optional(outcome.token)),
      ("changed", .bool(outcome.load != nil)),
      ("replaced_count", .optional(outcome.replacedCount)),
      ("replaced", Replacements(outcome, isDryRun: isDryRun).json),
      ("announcements", .array(announcements.map { .string($0) })),
      ("finding_count", .int(findingCount)),
    ]
    var text = JSON.object(head).text(pretty: false)
    text.removeLast()
    try Terminal.write(Array((text + ",\"findings\":[").utf8))
    let next = try findings.inOrder()
    var bytes: [UInt8] = []
    var isFirst = true
    while let finding = try next() {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      json(of: finding).write(into: &bytes)
      if bytes.count > 1 << 16 {
        try Terminal.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try Terminal.write(bytes + Array("]}\n".utf8))
  }

  private func json(of finding: Finding) -> JSON {
    var members: [(String, JSON)] = [
      ("place", .string(place.place(finding))), ("line", .int(finding.line)),
      ("column", .string(place.column(finding))),
    ]
    if let cell = place.cell(finding) { members.append(("cell", .string(cell))) }
    members += [
      ("weight", .string(finding.weight == .note ? "note" : "refused")),
      ("says", .string(finding.says)), ("hint", .string(finding.hintSentence)),
    ]
    return .object(members)
  }

  /// Good rows of a file that is refused for others.
  private var heldBack: Int {
    outcome.read - outcome.created - outcome.updated - outcome.unchanged - outcome.rejected
  }

  /// Findings whose words were never made are counted all the same.
  private var findingCount: Int {
    max(findings.count, findings.count - findings.readCount + report.findingCount)
  }

  func show() throws {
    for sentence in announcements { Terminal.complain("\(input.name): \(shown(sentence))") }
    var groups = FindingGroups(place)
    let next = try findings.inOrder()
    while let finding = try next() { groups.say(finding) }
    groups.sayRest(areInFile: findingsFile != nil)
    try Terminal.print(verdict)
    for sentence in Replacements(outcome, isDryRun: isDryRun).sentences {
      try Terminal.print(sentence)
    }
    if let rejects {
      let map = mapAsked.map { " with --map \(shown($0))" } ?? ""
      try Terminal.print(
        "The refused rows are in \(shown(rejects)): mend them and load that file\(map).")
    }
    if rejects == nil, acceptsGood, outcome.rejected > 0, let load = outcome.load {
      try Terminal.print(
        "The refused rows could not be written: talent loads show \(load) --rejected lists them.")
    }
    if let findingsFile {
      try Terminal.print(
        "\(Phrase.count(findingCount, "finding")) in \(shown(findingsFile)).")
    }
  }

  private var counts: String {
    "\(Phrase.count(outcome.read, "row")) read: \(Phrase.number(outcome.created)) created, "
      + "\(Phrase.number(outcome.updated)) updated, \(Phrase.number(outcome.unchanged)) unchanged, "
      + "\(Phrase.number(outcome.rejected)) rejected"
  }

  private var verdict: String {
    if report.isFatal { return "\(kind): the file is refused. Nothing was changed." }
    if isDryRun {
      let token = outcome.token.map {
        " Its token is \($0): with --token \($0) the load does just this, or nothing."
      }
      return "\(kind): \(counts).\nA dry run: nothing was changed.\(token ?? "")"
    }
    if let load = outcome.load {
      return "\(kind): \(counts). This is load \(load); talent loads undo \(load) takes it back."
    }
    if outcome.rejected > 0 {
      if acceptsGood { return "\(kind): \(counts). Nothing was changed. Mend the rows." }
      return
        "\(kind): \(Phrase.count(outcome.read, "row")) read, \(Phrase.number(outcome.rejected)) "
        + "refused. Nothing was changed. Mend the rows, or load the good ones with --accept-good."
    }
    let same = outcome.sameAs.map { " These very rows are load \($0)." } ?? ""
    return "\(kind): \(counts). Nothing to do.\(same)"
  }
}
