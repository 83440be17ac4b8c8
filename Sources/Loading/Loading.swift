/// A sheet in, drafts and findings out.
///
/// A sheet is read in steps, each its own folder and each blind to the next:
/// - `Bytes`: a text file's encoding and dialect are decided, bytes become records with the physical
///   line they start on;
/// - `Workbook`: an .xlsx is unpacked within its caps, one of its sheets becomes the same records;
/// - `Headings`: the headings are found by name, and with them the delimiter or the sheet;
/// - `Cells`: one record's cells become typed values, or findings in the user's own words;
/// - `Layouts`: what each kind of sheet holds. Adding a kind is one screen of code here.
///
/// Nothing is guessed: a cell that cannot be typed refuses its row, and a doubt about the whole
/// file (its encoding, its headings, a quote left open) refuses the file. A text file is read twice,
/// once raw to decide its encoding and once to type it, so memory does not grow with its size.
/// Findings are handed over as they are found, however many there are.

import Domain

/// Fills a buffer from the front and returns how many bytes it gave: 0 at the end, and only there.
public typealias ByteSource = (_ into: UnsafeMutableRawBufferPointer) throws -> Int

/// Reads a sheet of one layout, handing over each good row as soon as it is typed.
///
/// Rows are handed over in the order of the sheet, before it is known whether a later row is fatal to
/// the file: a caller keeps them in a transaction. Only the file's `open`, `found` and `each` make
/// this throw: what is wrong with the sheet is a finding.
///
/// - Parameters:
///   - today: the day against which absurd dates are refused.
///   - trustsDates: whether somebody looked at the dates that a spreadsheet may have turned round.
///   - found: gets the findings in the order of the sheet; one about the whole file comes last.
public func read<Draft: Sendable>(
  _ layout: Layout<Draft>, from file: SheetFile, vocabulary: Vocabulary, today: Day,
  limits: Limits = .default, trustsDates: Bool = false, found: (Finding) throws -> Void,
  each: (Row<Draft>) throws -> Void
) throws -> SheetReport {
  var report = SheetReport()
  do {
    let sheet = try OpenedSheet.found(file, for: layout, limits: limits)
    report.shape = sheet.shape
    report.announcements = sheet.announcements
    let cells = Cells(
      columns: layout.columns, headings: sheet.headings, vocabulary: vocabulary, today: today)
    try typeRows(
      layout, sheet, cells, limits: limits, trustsDates: trustsDates, report: &report, found: found,
      each: each)
  } catch let fault as SheetFault {
    report.isFatal = true
    report.shape = report.shape ?? fault.shape
    for finding in fault.findings {
      report.findingCount += 1
      try found(finding)
    }
  }
  return report
}
