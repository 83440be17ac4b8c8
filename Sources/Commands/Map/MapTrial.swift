import Domain
import Loading
import Reporting
import Storing

/// A sheet read by a mapping without a database: what came of it.
struct MapTrial {
  let input: InputFile
  let report: SheetReport
  let found: FoundFindings

  static func of(_ mapping: SheetMapping, on input: InputFile, sheet: String?) throws -> MapTrial {
    guard let kind = SheetKind(rawValue: mapping.kind) else {
      throw Failure(
        .usage,
        "\(mapping.place): \(Typed.quoted(mapping.kind)) is not a kind of sheet\n"
          + "  Try one of: \(SheetKind.list)")
    }
    let reading = Reading(mapping: mapping, input: input, sheet: sheet)
    try kind.visited(by: reading)
    return MapTrial(input: input, report: reading.result.report, found: reading.result.found)
  }

  /// What loading by the mapping would come to, in one sentence or two.
  func sayInBrief() throws {
    if report.isFatal {
      let next = try found.inOrder()
      let why = try next().map { "\(shown($0.says)) (line \($0.line))" } ?? ""
      return Terminal.complain("Tried on \(shown(input.name)), the file is refused: \(why).")
    }
    let refused =
      report.rejected == 0
      ? "all can be read by it"
      : "\(Phrase.number(report.rejected)) \(report.rejected == 1 ? "is" : "are") refused as it stands: talent map check says why"
    Terminal.complain(
      "Tried on \(shown(input.name)): \(Phrase.count(report.read, "row")), \(refused).")
  }

  private final class Result {
    var report = SheetReport()
    let found = FoundFindings()
  }

  private struct Reading: SheetKindVisitor {
    let mapping: SheetMapping
    let input: InputFile
    let sheet: String?
    let result = Result()

    func visit<K: LoadKind>(_ kind: K.Type, _ layout: Layout<K.Draft>) throws {
      let vocabulary = try Session().configuration.vocabulary()
      let mapped = try layout.read(by: mapping, vocabulary: vocabulary)
      result.report = try read(
        mapped, from: input.sheetFile(sheet), vocabulary: vocabulary, today: try Session.today(),
        found: result.found.addRead, each: { _ in })
      for doubt in result.report.doubted { try result.found.addStored(doubt) }
    }
  }
}
