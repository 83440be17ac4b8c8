/// Copies a sheet's headings and its rejected records, each behind its reason, to be mended and loaded
/// again.
///
/// What comes out is UTF-8 with a byte order mark. A text file's records come exactly as typed, in
/// its own delimiter, with all that stood before the headings, but that what a spreadsheet would run gets an
/// apostrophe in front, which reading takes off; a workbook's rows come as CSV of what was seen. The added column
/// `Reason` stands first, so that a record with too few cells still has too few; every layout ignores it, and a
/// `Reason` left first by an earlier copy is replaced.
///
/// - Parameters:
///   - rejected: gives where the next rejected record starts and why it is one, ascending; then nil.
///   - write: gets the bytes in order, valid during the call only.
public func writeRejects(
  of shape: SheetShape, from file: SheetFile, limits: Limits = .default,
  rejected: () throws -> (line: Int, reason: String)?,
  write: (UnsafeRawBufferPointer) throws -> Void
) throws {
  var record = Record()
  var hasReason = false
  var next = try rejected()
  try "\u{FEFF}".withBytes(write)
  do {
    let copy = try RejectCopy(shape, file, limits)
    while try copy.records.next(&record) {
      while let line = next?.line, line < record.line { next = try rejected() }
      if record.line > shape.headingsLine {
        guard let reject = next else { return }
        if reject.line != record.line { continue }
        try copy.reasonCell(reject.reason).withBytes(write)
      } else if record.line == shape.headingsLine {
        hasReason = foldedHeading(record.cell(0).trimmed.text) == "reason"
        try copy.reasonCell("Reason").withBytes(write)
      }
      let isBody = record.line >= shape.headingsLine
      try copy.write(record, isBody: isBody, fromCell: isBody && hasReason ? 1 : 0, write)
      try "\r\n".withBytes(write)
    }
  } catch is SheetFault {
    return  // What made the file fatal cannot be copied: the records before it have been.
  }
}

/// How the records of one sheet are written.
private struct RejectCopy {
  let records: any RecordSource
  private let text: RecordReader?
  private let dialect: Dialect
  private let width: Int

  init(_ shape: SheetShape, _ file: SheetFile, _ limits: Limits) throws {
    width = shape.headings.count
    switch shape.form {
    case .text(let encoding, let dialect):
      let reader = RecordReader(
        decoded(try file.open(), from: encoding), dialect: dialect, limits: limits,
        unescapes: false)
      records = reader
      text = reader
      self.dialect = dialect
    case .workbook(let name, _):
      let book = try WorkbookFile(file, limits: limits)
      guard let sheet = book.sheet(named: name) else { throw ZipArchive.damaged }
      records = try book.records(of: sheet)
      text = nil
      dialect = Dialect(delimiter: UInt8(ascii: ","))
    }
  }

  func write(
    _ record: Record, isBody: Bool, fromCell first: Int,
    _ write: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    if let text {
      let first = record.spans.count > 1 ? first : 0
      let runs = record.spans.indices.dropFirst(first).contains { self.runs($0, of: record) }
      guard runs else { return try write(text.raw(record, fromCell: first)) }
      let cells = record.spans.indices.dropFirst(first).map { typed($0, of: record) }
      return try cells.joined(separator: delimiter).withBytes(write)
    }
    var line = ""
    for index in first..<max(width, record.spans.count) {
      if index > first { line += delimiter }
      let text = record.cell(index).text
      // A title over several columns stands before the headings more often than not.
      if isBody || text != SheetError.merged { line += cell(text) }
    }
    try line.withBytes(write)
  }

  private func runs(_ index: Int, of record: Record) -> Bool {
    record.cell(index).trimmed.wouldRun
  }

  /// A cell of a text file as typed, in its quotes, and neutralised where it would run.
  private func typed(_ index: Int, of record: Record) -> String {
    let mark = String(Character(Unicode.Scalar(dialect.quote)))
    let cell = record.cell(index)
    let isBare = !record.spans[index].isQuoted
    guard runs(index, of: record) else { return isBare ? cell.text : mark + cell.text + mark }
    // A quote inside a cell without any is what the record may be refused for: it stays so.
    if isBare, cell.bytes.contains(dialect.quote) || dialect.hasBackslashes {
      return dialect.quote == apostrophe ? cell.text : "'" + cell.trimmed.text
    }
    return mark + (dialect.quote == apostrophe ? "''" : "'") + cell.trimmed.text + mark
  }

  /// The reason in quotes, with the delimiter after it.
  func reasonCell(_ reason: String) -> String { quoted(reason) + delimiter }

  private var delimiter: String { String(Character(Unicode.Scalar(dialect.delimiter))) }

  private func cell(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      $0 != dialect.delimiter && $0 != dialect.quote && $0 != 0x0A && $0 != 0x0D
    }
    return isPlain && !wouldRun(text) ? text : quoted(text)
  }

  /// In quotes, and neutralised.
  private func quoted(_ text: String) -> String {
    let quote = Unicode.Scalar(dialect.quote)
    var cell = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == quote || dialect.hasBackslashes && scalar == "\\" { cell.append(scalar) }
      cell.append(scalar)
    }
    let mark = String(Character(quote))
    let apostrophes = wouldRun(text) ? dialect.quote == apostrophe ? "''" : "'" : ""
    return mark + apostrophes + String(cell) + mark
  }

  private func wouldRun(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { Cell($0).wouldRun }
  }
}

extension String {
  fileprivate func withBytes(_ write: (UnsafeRawBufferPointer) throws -> Void) throws {
    var text = self
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }
}
