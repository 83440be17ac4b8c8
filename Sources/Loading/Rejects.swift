/// Copies a sheet's headings and its rejected records exactly as typed, each behind its reason, to be
/// mended and loaded again.
///
/// What comes out is UTF-8 with a byte order mark, in the sheet's own delimiter, with all that
/// stood before the headings. The added column `Reason` stands first, so that a record with too few
/// cells still has too few; every layout ignores it, and a `Reason` left first by an earlier copy is
/// replaced.
///
/// - Parameters:
///   - lines: where the rejected records start, ascending.
///   - write: gets the bytes in order, valid during the call only.
public func writeRejects(
  of shape: SheetShape, lines: [Int], reason: (_ line: Int) -> String,
  from open: () throws -> ByteSource, limits: Limits = .default,
  write: (UnsafeRawBufferPointer) throws -> Void
) throws {
  var reader = RecordReader(
    decoded(try open(), from: shape.encoding), delimiter: shape.delimiter, limits: limits,
    unescapes: false)
  var rejected = lines[...]
  var hasReason = false
  try "\u{FEFF}".withBytes(write)
  do {
    while try reader.next() {
      if reader.line > shape.headingsLine {
        while let first = rejected.first, first < reader.line { rejected.removeFirst() }
        guard let line = rejected.first else { return }
        if line != reader.line { continue }
        try reasonCell(reason(line), shape).withBytes(write)
      } else if reader.line == shape.headingsLine {
        hasReason = foldedHeading(reader.cell(0).trimmed.text) == "reason"
        try reasonCell("Reason", shape).withBytes(write)
      }
      let isBody = reader.line >= shape.headingsLine
      try write(reader.raw(fromCell: isBody && hasReason && reader.spans.count > 1 ? 1 : 0))
      try "\r\n".withBytes(write)
    }
  } catch is SheetFault {
    return  // What made the file fatal cannot be copied: the records before it have been.
  }
}

/// The reason in quotes, neutralised, with the delimiter after it.
private func reasonCell(_ reason: String, _ shape: SheetShape) -> String {
  var cell = ""
  for scalar in reason.unicodeScalars {
    if scalar == "\"" { cell += "\"\"" } else { cell.unicodeScalars.append(scalar) }
  }
  var text = reason
  let wouldRun = text.withUTF8 { Cell($0).wouldRun }
  let delimiter = String(Character(Unicode.Scalar(shape.delimiter)))
  return "\"" + (wouldRun ? "'" : "") + cell + "\"" + delimiter
}

extension String {
  fileprivate func withBytes(_ write: (UnsafeRawBufferPointer) throws -> Void) throws {
    var text = self
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }
}
