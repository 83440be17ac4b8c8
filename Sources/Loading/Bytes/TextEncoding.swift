/// How a sheet's bytes stand for characters.
public enum TextEncoding: String, Hashable, Sendable {
  case utf8 = "UTF-8"
  case windows1252 = "Windows-1252"
  case utf16LittleEndian = "UTF-16 (little-endian)"
  case utf16BigEndian = "UTF-16 (big-endian)"

  /// Decides by the byte order mark; else strict UTF-8; else Windows-1252, never a mix of the two.
  ///
  /// One raw pass over the sheet.
  static func decided(for open: () throws -> ByteSource) throws -> TextEncoding {
    var window = ByteWindow(try open())
    while window.pending < 8 && !window.isComplete { try window.more() }
    if window.pending == 0 { throw SheetFault("the file is empty") }
    let first = (0..<min(8, window.pending)).map { window.base[$0] }
    if first.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if first.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if first == [0xEF, 0xBB, 0xBF] { throw SheetFault("the file is empty") }
    var probe = EncodingProbe()
    try probe.scan(&window)
    return try probe.verdict(open, isMarked: first.starts(with: [0xEF, 0xBB, 0xBF]))
  }
}
