import Domain
import Glibc
import Loading

// What libFuzzer calls: bytes in, and nothing may crash, hang or break a promise of the report.
// script/fuzz builds and runs it; FUZZ says which reader: text, sheet (the XML of a workbook's parts,
// put into a sound zip) or zip (the workbook's own bytes).

private let mode = getenv("FUZZ").map { String(cString: $0) } ?? "text"

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  switch mode {
  case "sheet": check(workbook(of: bytes), name: "x.xlsx")
  case "zip": check(bytes, name: "x.xlsx")
  default: check(bytes, name: "x")
  }
  return 0
}

/// The input's parts, cut at NUL: the sheet, the shared texts, the styles, the workbook.
private func workbook(of bytes: [UInt8]) -> [UInt8] {
  let parts = bytes.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
  var book = WorkbookBytes()
  book.sheets = [.init(name: "Candidates")]
  let names = [
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
  ]
  for (name, part) in zip(names, parts) { book.parts[name] = part }
  return book.bytes
}

private func check(_ bytes: [UInt8], name: String) {
  var limits = Limits()
  limits.cellBytes = 20_000
  limits.recordBytes = 100_000
  limits.columns = 500
  limits.rows = 5_000
  for pieces in [1 << 20, 13] {
    var rows = 0
    var findings = 0
    var lastLine = 0
    let file = SheetFile(name, open: { source(bytes, pieces: pieces) })
    do {
      let report = try read(
        .people, from: file, vocabulary: .ofTheDomain, today: Day(number: 20_779), limits: limits,
        found: {
          findings += 1
          precondition(!$0.says.isEmpty && $0.line >= 0)
        },
        each: {
          rows += 1
          precondition($0.line > lastLine)
          lastLine = $0.line
        })
      precondition(report.isFatal || rows == report.accepted)
      precondition(report.read >= report.rejected + report.repeated)
      precondition(findings <= report.findingCount)
      if let shape = report.shape {
        let copy = try SheetRows(of: shape, from: file, limits: limits)
        while try copy.next() {}
        var line = 0
        try writeRejects(
          of: shape, from: file, limits: limits,
          rejected: {
            line += 1
            return line < 5_000 ? (line, "=why") : nil
          }, write: { _ in })
      }
    } catch { preconditionFailure("\(error)") }
  }
}

private func source(_ bytes: [UInt8], pieces: Int) -> ByteSource {
  var at = 0
  return { buffer in
    let count = min(pieces, bytes.count - at, buffer.count)
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[at..<(at + count)]))
    }
    at += count
    return count
  }
}
