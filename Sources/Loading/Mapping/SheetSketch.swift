import Domain

/// The first rows of a sheet as they stand, whatever they mean.
public struct SheetSketch: Sendable {
  /// The sheet's name in a workbook; nil for a text file.
  public let sheet: String?
  /// Cells as typed, trimmed; blank rows left out.
  public let rows: [[String]]

  private static let rowsKept = 300
  private static let cellsKept = 1 << 16
  /// Of a text file only so much is looked at.
  private static let bytesRead = 1 << 18

  /// The file's sheets, or none when it cannot be read at all: reading it in earnest says why.
  public static func all(of file: SheetFile, limits: Limits = .default) throws -> [SheetSketch] {
    do { return try sketches(file, limits) } catch is SheetFault { return [] }
  }

  /// Why a file cannot be looked at, as reading it says it; nothing when it can.
  public static func faults(of file: SheetFile, limits: Limits = .default) throws -> [Finding] {
    do { _ = try sketches(file, limits) } catch let fault as SheetFault { return fault.findings }
    return []
  }

  private static func sketches(_ file: SheetFile, _ limits: Limits) throws -> [SheetSketch] {
    switch try FileForm.decided(for: file) {
    case .workbook:
      let book = try WorkbookFile(file, limits: limits)
      let sheets = try file.sheet.map { [try book.asked($0)] } ?? book.sheets
      return try sheets.map {
        SheetSketch(sheet: $0.name, rows: try rows(of: try book.records(of: $0)))
      }
    case .text:
      try OpenedSheet.refuseSheet(of: file)
      return [SheetSketch(sheet: nil, rows: try textRows(file, limits))]
    }
  }

  /// By the delimiter that gives most rows the same number of cells, two or more.
  private static func textRows(_ file: SheetFile, _ limits: Limits) throws -> [[String]] {
    let start = try beginning(of: file)
    let open = { source(of: start) }
    let encoding = try TextEncoding.decided(for: open)
    var best: (score: Int, rows: [[String]]) = (0, [])
    for delimiter in [",", ";", "\t", "|"].map({ UInt8(ascii: $0) }) {
      let reader = RecordReader(
        decoded(open(), from: encoding), dialect: Dialect(delimiter: delimiter), limits: limits)
      let rows = try rows(of: reader)
      var widths: [Int: Int] = [:]
      for row in rows where row.count > 1 { widths[row.count, default: 0] += row.count }
      let score = widths.values.max() ?? 0
      if score > best.score || best.rows.isEmpty { best = (score, rows) }
    }
    return best.rows
  }

  private static func rows(of records: any RecordSource) throws -> [[String]] {
    var rows: [[String]] = []
    var record = Record()
    // Of a sheet that breaks off, what stands before.
    do {
      var cells = 0
      while rows.count < rowsKept, cells < cellsKept, try records.next(&record) {
        if record.isBlank { continue }
        cells += record.spans.count
        rows.append(record.spans.indices.map { record.cell($0).trimmed.text })
      }
    } catch let fault as SheetFault where rows.isEmpty {
      throw fault
    } catch is SheetFault {}
    return rows
  }

  /// The file's first bytes, cut after a whole line.
  private static func beginning(of file: SheetFile) throws -> [UInt8] {
    let source = try file.open()
    var bytes = [UInt8](repeating: 0, count: bytesRead)
    var filled = 0
    while filled < bytesRead {
      let count = try bytes.withUnsafeMutableBytes {
        try source(UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
      }
      if count == 0 { return Array(bytes[..<filled]) }
      filled += count
    }
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if isWide { return bytes }
    let end = bytes.lastIndex { $0 == 0x0A || $0 == 0x0D } ?? filled - 1
    return Array(bytes[...end])
  }

  private static func source(of bytes: [UInt8]) -> ByteSource {
    var at = 0
    return { room in
      let count = min(room.count, bytes.count - at)
      bytes.withUnsafeBytes {
        room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[at..<(at + count)]))
      }
      at += count
      return count
    }
  }
}

extension SheetMapping {
  /// Whether a row among the sheet's first is the mapping's headings: each of its columns is there,
  /// and no heading is there that it does not name.
  public func fitsExactly(_ sketch: SheetSketch, limits: Limits = .default) -> Bool {
    var known = Set(ignored.map { foldedHeading($0) })
    for column in columns { known.formUnion(column.typed.map { foldedHeading($0) }) }
    return sketch.rows.prefix(limits.headingsLine).contains { row in
      var headings = row.map { foldedHeading($0) }.filter { !$0.isEmpty }
      // The refused rows of an earlier load have one of ours in front.
      if headings.first == "reason", !known.contains("reason") { headings.removeFirst() }
      return headings.count > 1 && headings.allSatisfy(known.contains)
        && columns.allSatisfy { column in
          column.typed.contains { headings.contains(foldedHeading($0)) }
        }
    }
  }
}
