/// A sheet in, drafts and findings out.
///
/// A sheet is read in four steps, each its own folder and each blind to the next:
/// - `Bytes`: the encoding is decided, bytes become records with the physical line they start on;
/// - `Headings`: the headings are found by name, and with them the delimiter;
/// - `Cells`: one record's cells become typed values, or findings in the user's own words;
/// - `Layouts`: what each kind of sheet holds. Adding a kind is one screen of code here.
///
/// Nothing is guessed: a cell that cannot be typed refuses its row, and a doubt about the whole
/// file (its encoding, its headings, a quote left open) refuses the file. The sheet is read twice,
/// once raw to decide its encoding and once to type it, so memory does not grow with its size.

import Domain

/// Fills a buffer from the front and returns how many bytes it gave: 0 at the end, and only there.
public typealias ByteSource = (_ into: UnsafeMutableRawBufferPointer) throws -> Int

/// Reads a sheet of one layout, handing over each good row as soon as it is typed.
///
/// Rows are handed over in the order of the sheet, before it is known whether a later row is fatal to
/// the file: a caller keeps them in a transaction. What is wrong with the sheet is in the report;
/// only `open`, its source and `each` make this throw.
///
/// - Parameters:
///   - open: gives the sheet from its first byte; called several times.
///   - today: the day against which absurd dates are refused.
public func read<Draft: Sendable>(
  _ layout: Layout<Draft>, from open: () throws -> ByteSource, vocabulary: Vocabulary, today: Day,
  limits: Limits = .default, each: (Row<Draft>) throws -> Void
) throws -> SheetReport {
  var log = FindingLog(keeping: limits.findingsKept)
  var report = SheetReport()
  do {
    let encoding = try TextEncoding.decided(for: open)
    func text() throws -> ByteSource { decoded(try open(), from: encoding) }
    let headings = try Headings.found(
      for: layout.columns, noun: layout.noun, in: text, limits: limits)
    report.shape = SheetShape(
      encoding: encoding, delimiter: headings.delimiter, headingsLine: headings.line)
    report.columns = headings.known
    report.announcements = encoding.announcements + headings.announcements
    var reader = RecordReader(try text(), delimiter: headings.delimiter, limits: limits)
    let cells = Cells(
      columns: layout.columns, headings: headings, vocabulary: vocabulary, today: today)
    try typeRows(
      layout, headings, &reader, cells, limits: limits, log: &log, report: &report, each: each)
  } catch let fault as SheetFault {
    for finding in fault.findings { log.add(finding) }
  }
  report.findings = log.kept
  report.findingCount = log.count
  return report
}
