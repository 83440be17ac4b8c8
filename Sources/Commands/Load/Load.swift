import ArgumentParser
import Domain
import Loading
import Reporting
import Storing

/// Takes a sheet in: all of it, or nothing, or the good rows, and says what it doubts.
struct Load: ParsableCommand, SheetKindVisitor {
  static let configuration = CommandConfiguration(
    abstract: "Load a sheet (CSV or .xlsx): nothing lost, nothing guessed, everything undoable.",
    discussion: """
      A load is one transaction, all or nothing, unless --accept-good takes the good rows and writes \
      the rest, with the reason, to a file you can mend and load again. Every load has a number: \
      talent loads undo NUMBER takes it back.

      --dry-run says what a load would do and gives a token: with --token the load does just that, or \
      refuses (exit 5) and names the rows when what is stored has changed in between.

      An empty database takes the kinds in this order: \(SheetKind.list).
      """)

  @Argument(help: "\(SheetKind.list).") var kind: SheetKind

  @Argument(help: "The file.") var file: String

  @Option(name: .long, help: "The workbook's sheet; else the only one whose headings fit.")
  var sheet: String?
  @Option(
    name: .long,
    help: "The mapping to read it by, its name or file; else one whose headings it has exactly.")
  var map: String?
  @Flag(name: .long, help: "Check and count, change nothing.") var dryRun = false
  @Option(name: .long, help: "The token of a dry run: do just what it said, or nothing (exit 5).")
  var token: String?
  @Flag(name: .long, help: "Load the good rows and write the rest to the rejects file (exit 3).")
  var acceptGood = false
  @Flag(
    name: .long,
    help:
      "Read dates that a spreadsheet may have turned round as they are: somebody looked at them.")
  var trustDates = false
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
    if dryRun, token != nil {
      throw ValidationError("--token is for the load that follows a dry run")
    }
    if rejects != nil, !acceptGood { throw ValidationError("--rejects goes with --accept-good") }
  }

  func run() throws { try kind.visited(by: self) }

  func visit<K: LoadKind>(_ kind: K.Type, _ layout: Layout<K.Draft>) throws {
    let input = try InputFile(file)
    let refusedRows = try acceptGood ? OutputFile(rejects ?? "\(file).rejects.csv") : nil
    let findingsFile = try findings.map { try FindingsFile($0) }
    let session = try Session()
    let vocabulary = try session.configuration.vocabulary()
    let today = try Session.today()
    let store = try session.store()
    let found = FoundFindings()
    let mapping = try self.mapping(of: input, for: layout.noun)
    let layout = try mapping.map { try layout.read(by: $0, vocabulary: vocabulary) } ?? layout
    var report = SheetReport()
    let mode: LoadMode = dryRun ? .dryRun : acceptGood ? .acceptGood : .allOrNothing
    let outcome = try store.load(
      kind,
      from: LoadedFile(
        name: input.name, hash: try fileHash(input.open), mapping: mapping, today: today),
      mode: mode, token: token, vocabulary: vocabulary, found: found.addStored,
      refused: { keep in
        guard let shape = report.shape else { return }
        try RefusedRows(of: shape, from: input.sheetFile(sheet)).each(found.rejected(), keep)
      }
    ) { store in
      found.clear()
      var meter = ProgressMeter(input.name, noun: "row")
      defer { meter.end() }
      report = try read(
        layout, from: input.sheetFile(sheet), vocabulary: vocabulary, today: today,
        trustsDates: trustDates, found: found.addRead,
        each: { row in
          try store(row)
          meter.step()
        })
      return SheetTally(
        read: report.read, rejected: report.rejected, contested: report.contested,
        doubted: report.doubted, isFatal: report.isFatal, headings: report.shape?.headings ?? [])
    }
    let files = LoadFiles(
      input: input.sheetFile(sheet), report: report, findings: found, rejects: refusedRows,
      findingsFile: findingsFile)
    try say(outcome, report, of: K.name, from: input, mapping, files)
  }

  /// The one named, or the only one whose headings the sheet has exactly.
  private func mapping(of input: InputFile, for kind: String) throws -> SheetMapping? {
    if let map { return try Mappings().named(map) }
    let fitting = try Mappings().fitting(input.sheetFile(sheet), kind: kind)
    guard let only = fitting.first else { return nil }
    if fitting.count > 1 {
      let names = fitting.map { shown($0.name) }.joined(separator: ", ")
      Terminal.complain(
        "\(input.name): the headings are those of the mappings \(names): none is used\n"
          + "  Try: --map with the one that is meant")
      return nil
    }
    Terminal.complain(
      "\(input.name): the headings are those of the mapping \(shown(only.name)), which is used")
    return only
  }

  /// What was loaded is said whether or not the files beside it can be written.
  private func say(
    _ outcome: LoadOutcome, _ report: SheetReport, of kind: String, from input: InputFile,
    _ mapping: SheetMapping?, _ files: LoadFiles
  ) throws {
    let written = files.write(outcome)
    let summary = LoadSummary(
      kind: kind, input: input, mapping: mapping?.name, mapAsked: map, outcome: outcome,
      report: report, findings: files.findings, isDryRun: dryRun, acceptsGood: acceptGood,
      rejects: written.rejects,
      findingsFile: written.findings)
    if json { try summary.printJSON() } else { try summary.show() }
    if let failure = written.failure { throw failure }
    if outcome.rejected > 0 || report.isFatal { throw Failure(saidAlready: .refused) }
  }
}
