import Domain
import Loading
import Reporting
import Storing

/// What a load came to, for the person at the terminal or for a program.
struct LoadSummary {
  /// Findings printed before the rest is only counted; JSON has them all.
  private static let findingsShown = 50

  let kind: String
  let input: InputFile
  let outcome: LoadOutcome
  let report: SheetReport
  let isDryRun: Bool
  let acceptsGood: Bool
  let rejects: String?

  var json: JSON {
    [
      "load": outcome.load.map { .int($0) } ?? .null,
      "kind": .string(kind),
      "file": .string(input.name),
      "read": .int(outcome.read),
      "created": .int(outcome.created),
      "updated": .int(outcome.updated),
      "unchanged": .int(outcome.unchanged),
      "rejected": .int(outcome.rejected),
      "dry_run": .bool(isDryRun),
      "changed": .bool(outcome.load != nil),
      "announcements": .array(report.announcements.map { .string($0) }),
      "finding_count": .int(findingCount),
      "findings": .array(outcome.findings.map(json(of:))),
    ]
  }

  private func json(of finding: Finding) -> JSON {
    [
      "place": .string(place(of: finding)), "line": .int(finding.line),
      "column": .string(finding.column),
      "weight": .string(finding.weight == .note ? "note" : "refused"),
      "says": .string(finding.says), "hint": .string(hint(of: finding)),
    ]
  }

  /// Findings the reader did not keep are counted all the same.
  private var findingCount: Int {
    outcome.findings.count - report.findings.count + report.findingCount
  }

  /// A hint that is no sentence of its own is something to try.
  private func hint(of finding: Finding) -> String {
    let isSentence = finding.hint.first?.isUppercase ?? true
    let isNumbered = finding.hint.first == "P" && finding.hint.dropFirst().first?.isNumber == true
    return isSentence && !isNumbered ? finding.hint : "Try: \(finding.hint)"
  }

  private func place(of finding: Finding) -> String {
    finding.line > 0 ? "\(input.name):\(finding.line)" : input.name
  }

  func show() throws {
    for sentence in report.announcements { Terminal.complain("\(input.name): \(shown(sentence))") }
    for finding in outcome.findings.prefix(Self.findingsShown) {
      let column = finding.column.isEmpty ? "" : ":\(shown(finding.column))"
      let note = finding.weight == .note ? "note: " : ""
      Terminal.complain("\(place(of: finding))\(column): \(note)\(shown(finding.says))")
      if !finding.hint.isEmpty { Terminal.complain("  \(shown(hint(of: finding)))") }
    }
    let rest = findingCount - min(outcome.findings.count, Self.findingsShown)
    if rest > 0 {
      Terminal.complain("... and \(Phrase.count(rest, "more finding")); --json lists them")
    }
    try Terminal.print(verdict)
    if let rejects {
      try Terminal.print("The refused rows are in \(shown(rejects)): mend them and load that file.")
    }
  }

  private var counts: String {
    "\(Phrase.count(outcome.read, "row")) read: \(Phrase.number(outcome.created)) created, "
      + "\(Phrase.number(outcome.updated)) updated, \(Phrase.number(outcome.unchanged)) unchanged, "
      + "\(Phrase.number(outcome.rejected)) rejected"
  }

  private var verdict: String {
    let refused = report.isFatal || outcome.rejected > 0
    if isDryRun { return "\(kind): \(counts).\nA dry run: nothing was changed." }
    if let load = outcome.load {
      return "\(kind): \(counts). This is load \(load); talent loads undo \(load) takes it back."
    }
    if refused {
      let again =
        report.isFatal
        ? ""
        : acceptsGood
          ? " Mend the rows." : " Mend the rows, or load the good ones with --accept-good."
      return
        "\(kind): \(Phrase.count(outcome.read, "row")) read, \(Phrase.number(outcome.rejected)) "
        + "refused. Nothing was changed.\(again)"
    }
    let same = outcome.sameAs.map { " These very rows are load \($0)." } ?? ""
    return "\(kind): \(counts). Nothing to do.\(same)"
  }
}
