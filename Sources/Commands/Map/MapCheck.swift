import ArgumentParser
import Domain
import Loading
import Reporting
import Storing

/// Holds a mapping against its kind and, when one is given, against a sheet; stores nothing.
struct MapCheck: ParsableCommand, SheetKindVisitor {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a mapping, and try it on a sheet without a database.")

  @Argument(help: "The mapping's name, or its file.") var mapping: String
  @Argument(help: "A sheet to try it on.") var file: String?
  @Option(name: .long, help: "The workbook's sheet.") var sheet: String?

  func run() throws {
    let mapping = try Mappings().named(mapping)
    guard let kind = SheetKind(rawValue: mapping.kind) else {
      throw Failure(
        .usage,
        "\(mapping.place): \(Typed.quoted(mapping.kind)) is not a kind of sheet\n"
          + "  Try one of: \(SheetKind.list)")
    }
    try kind.visited(by: self)
  }

  func visit<K: LoadKind>(_ kind: K.Type, _ layout: Layout<K.Draft>) throws {
    let vocabulary = try Session().configuration.vocabulary()
    let mapping = try Mappings().named(mapping)
    _ = try layout.read(by: mapping, vocabulary: vocabulary)
    guard let file else {
      return try Terminal.print(
        "\(shown(mapping.place)) is a good mapping for \(layout.noun): "
          + "\(Phrase.count(mapping.columns.count, "column")), "
          + "\(Phrase.count(mapping.values.count, "word")) translated.")
    }
    try say(try MapTrial.of(mapping, on: try InputFile(file), sheet: sheet), mapping)
  }

  private func say(_ trial: MapTrial, _ mapping: SheetMapping) throws {
    let (report, input) = (trial.report, trial.input)
    for sentence in (report.shape.map { [$0.detected] } ?? []) + report.announcements {
      Terminal.complain("\(input.name): \(shown(sentence))")
    }
    var groups = FindingGroups(FindingPlace(file: input.name, shape: report.shape))
    let next = try trial.found.inOrder()
    while let finding = try next() { groups.say(finding) }
    groups.sayRest(areInFile: false)
    if report.isFatal { throw Failure(saidAlready: .refused) }
    let headings = Set((report.shape?.headings ?? []).map { Vocabulary.folded($0) })
    for name in mapping.ignored where !headings.contains(Vocabulary.folded(name)) {
      Terminal.complain("\(mapping.place): ignored: the sheet has no column \(Typed.quoted(name))")
    }
    let sketches = try SheetSketch.all(of: input.sheetFile(sheet))
    let fits = sketches.contains { mapping.fitsExactly($0) }
    try Terminal.print(
      "\(Phrase.count(report.read, "row")) read by \(shown(mapping.name)), "
        + "\(Phrase.number(report.rejected)) refused. Nothing was stored."
        + (fits
          ? " These are exactly its headings: once in your mappings folder it is used without --map."
          : ""))
    if report.rejected > 0 { throw Failure(saidAlready: .refused) }
  }
}
