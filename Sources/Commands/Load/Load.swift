import ArgumentParser
import Domain
import Loading
import Reporting
import Storing

/// Takes a sheet in: all of it, or nothing, or the good rows, and says what it doubts.
struct Load: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Load a sheet (CSV or .xlsx): nothing lost, nothing guessed, everything undoable.",
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

  @Option(name: .long, help: "The workbook's sheet; else the only one whose headings fit.")
  var sheet: String?
  @Flag(name: .long, help: "Check and count, change nothing.") var dryRun = false
  @Flag(name: .long, help: "Load the good rows and write the rest to the rejects file (exit 3).")
  var acceptGood = false
  @Option(name: .long, help: "Where refused rows go; FILE.rejects.csv when not given.")
  var rejects: String?
  @Option(
    name: .long,
    help: "Write every finding to FILE.csv, or to FILE.xlsx: the sheet with doubtful cells marked.")
  var findings: String?
  @Flag(name: .long, help: "Print JSON.") var json = false

  mutating func validate() throws {
    if dryRun, acceptGood || rejects != nil {
      throw ValidationError("--dry-run changes nothing, so it writes no rejects")
    }
    if let findings, FindingsFile.Form(path: findings) == nil {
      throw ValidationError("--findings writes FILE.csv or FILE.xlsx, by its ending")
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
    let findingsFile = try findings.map { try FindingsFile($0) }
    let session = try Session()
    let vocabulary = try session.configuration.vocabulary()
    let today = try Session.today()
    let store = try session.store()
    let found = FoundFindings()
    var report = SheetReport()
    let mode: LoadMode = dryRun ? .dryRun : acceptGood ? .acceptGood : .allOrNothing
    let outcome = try store.load(
      kind, fileName: input.name, mode: mode, vocabulary: vocabulary, found: found.addStored
    ) { store in
      found.clear()
      var meter = ProgressMeter(input.name, noun: "row")
      defer { meter.end() }
      report = try read(
        layout, from: input.sheetFile(sheet), vocabulary: vocabulary, today: today,
        found: found.addRead,
        each: { row in
          try store(row)
          meter.step()
        })
      return SheetTally(
        read: report.read, rejected: report.rejected, contested: report.contested,
        isFatal: report.isFatal)
    }
    let files = LoadFiles(
      input: input.sheetFile(sheet), report: report, findings: found, rejects: refusedRows,
      findingsFile: findingsFile)
    try say(outcome, report, of: K.name, from: input, files)
  }

  /// What was loaded is said whether or not the files beside it can be written.
  private func say(
    _ outcome: LoadOutcome, _ report: SheetReport, of kind: String, from input: InputFile,
    _ files: LoadFiles
  ) throws {
    let written = files.write(outcome)
    let summary = LoadSummary(
      kind: kind, input: input, outcome: outcome, report: report, findings: files.findings,
      isDryRun: dryRun, acceptsGood: acceptGood, rejects: written.rejects,
      findingsFile: written.findings)
    if json { try summary.printJSON() } else { try summary.show() }
    if let failure = written.failure { throw failure }
    if outcome.rejected > 0 || report.isFatal { throw Failure(saidAlready: .refused) }
  }
}
