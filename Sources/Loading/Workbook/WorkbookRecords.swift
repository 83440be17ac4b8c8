/// The rows of one sheet of a workbook as records; blank rows are left out.
final class WorkbookRecords: RecordSource {
  private let source: ByteSource
  private let sheet: SheetScan
  private let scan: XMLScan
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var isComplete = false
  private var bytesLeft: Int
  /// What stopped the sheet, once the rows before it were given.
  private var fault: (any Error)?

  /// - Parameter limit: bytes of XML after which the sheet is taken to end.
  init(_ source: @escaping ByteSource, _ sheet: SheetScan, atMost limit: Int) throws {
    self.source = source
    bytesLeft = limit
    self.sheet = sheet
    scan = try XMLScan(sheet)
  }

  deinit { buffer.deallocate() }

  func next(_ record: inout Record) throws -> Bool {
    while sheet.queue.isEmpty {
      if let fault { throw fault }
      if isComplete || bytesLeft <= 0 { return false }
      sheet.queue.clear()
      let count = try source(buffer)
      isComplete = count == 0
      bytesLeft -= count
      do {
        try scan.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      } catch { fault = error }
    }
    sheet.queue.take(&record)
    return true
  }

  var news: [String] {
    var news: [String] = []
    if sheet.hiddenRowCount > 0 {
      let lines = sheet.hiddenRows.map(String.init).joined(separator: ", ")
      let more = sheet.hiddenRowCount > sheet.hiddenRows.count ? ", ..." : ""
      news.append(
        sheet.hiddenRowCount == 1
          ? "1 hidden row is read (\(lines))"
          : "\(sheet.hiddenRowCount) hidden rows are read (\(lines)\(more))")
    }
    news += sheet.struck.news
    if sheet.formulas > 0 {
      news.append(
        sheet.formulas == 1
          ? "1 cell is a formula: its value when the workbook was saved is read"
          : "\(sheet.formulas) cells are formulas: their values when the workbook was saved are read"
      )
    }
    return news
  }

  /// Hidden columns stand before all rows, so they are known once a row was read.
  func hiddenColumnNews(_ headings: Headings) -> [String] {
    headings.cells.compactMap { $0 }.sorted()
      .filter { cell in sheet.hiddenColumns.contains { $0.contains(cell) } }
      .map { "the hidden column \(columnLetters($0)) (\(shown(headings.typed[$0]))) is read" }
  }
}
