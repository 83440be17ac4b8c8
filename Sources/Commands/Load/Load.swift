import ArgumentParser
import Domain
import Loading
import Reporting
import Storing

/// Takes a sheet in: all of it, or nothing, or the good rows, and says what it doubts.
struct Load: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Load a sheet (CSV): nothing lost, nothing guessed, everything undoable.",
    discussion: """
      A load is one transaction, all or nothing, unless --accept-good takes the good rows and writes \
      the rest, with the reason, to a file you can mend and load again. Every load has a number: \
      talent loads undo NUMBER takes it back.
      """)

  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case schools, settings, clusters, people, designations, posts, release, needs
  }

  @Argument(help: "schools, settings, clusters, people, designations, posts, release or needs.")
  var kind: Kind

  @Argument(help: "The file.") var file: String

  @Flag(name: .long, help: "Check and count, change nothing.") var dryRun = false
  @Flag(name: .long, help: "Load the good rows and write the rest to the rejects file (exit 3).")
  var acceptGood = false
  @Option(name: .long, help: "Where refused rows go; FILE.rejects.csv when not given.")
  var rejects: String?
  @Flag(name: .long, help: "Print JSON.") var json = false

  mutating func validate() throws {
    if dryRun, acceptGood || rejects != nil {
      throw ValidationError("--dry-run changes nothing, so it writes no rejects")
    }
    if rejects != nil, !acceptGood { throw ValidationError("--rejects goes with --accept-good") }
  }

  func run() throws {
    switch kind {
    case .schools: try run(SchoolLoad.self, .schools)
    case .settings: try run(SettingLoad.self, .settings)
    case .clusters: try run(ClusterLoad.self, .clusters)
    case .people: try run(PersonLoad.self, .people)
    case .designations: try run(DesignationLoad.self, .designations)
    case .posts: try run(PostLoad.self, .posts)
    case .release: try run(ReleaseLoad.self, .release)
    case .needs: try run(NeedLoad.self, .needs)
    }
  }

  private func run<K: LoadKind>(_ kind: K.Type, _ layout: Layout<K.Draft>) throws {
    let input = try InputFile(file)
    let refusedRows = try acceptGood ? OutputFile(rejects ?? "\(file).rejects.csv") : nil
    let session = try Session()
    let vocabulary = try session.configuration.vocabulary()
    let today = try Session.today()
    let store = try session.store()
    var report = SheetReport()
    let mode: LoadMode = dryRun ? .dryRun : acceptGood ? .acceptGood : .allOrNothing
    let outcome = try store.load(
      kind, fileName: input.name, mode: mode, vocabulary: vocabulary
    ) { store in
      var meter = ProgressMeter(input.name, noun: "row")
      defer { meter.end() }
      report = try read(
        layout, from: input.open, vocabulary: vocabulary, today: today,
        each: { row in
          try store(row)
          meter.step()
        })
      return SheetTally(
        read: report.read, rejected: report.rejected, contested: report.contested,
        findings: report.findings)
    }
    try say(outcome, report, of: K.name, from: input, to: refusedRows)
  }

  /// What was loaded is said whether or not the refused rows can be written.
  private func say(
    _ outcome: LoadOutcome, _ report: SheetReport, of kind: String, from input: InputFile,
    to refusedRows: OutputFile?
  ) throws {
    var rejects: String?
    var failure: (any Error)?
    if let refusedRows, outcome.rejected > 0, let shape = report.shape, !report.isFatal {
      do {
        try write(outcome, shape, from: input, to: refusedRows)
        rejects = refusedRows.path
      } catch { failure = error }
    }
    let summary = LoadSummary(
      kind: kind, input: input, outcome: outcome, report: report, isDryRun: dryRun,
      acceptsGood: acceptGood, rejects: rejects)
    if json { try Terminal.print(summary.json.text(pretty: false)) } else { try summary.show() }
    if let failure { throw failure }
    if outcome.rejected > 0 || report.isFatal { throw Failure(saidAlready: .refused) }
  }

  private func write(
    _ outcome: LoadOutcome, _ shape: SheetShape, from input: InputFile, to file: OutputFile
  ) throws {
    var reasons: [Int: [String]] = [:]
    for finding in outcome.findings where finding.weight != .note {
      let column = finding.column.isEmpty ? "" : "\(finding.column): "
      reasons[finding.line, default: []].append(column + finding.says)
    }
    try file.write { write in
      try writeRejects(
        of: shape, lines: reasons.keys.sorted(),
        reason: { reasons[$0, default: []].joined(separator: "; ") }, from: input.open, write: write
      )
    }
  }
}
