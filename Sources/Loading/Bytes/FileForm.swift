/// What a file is by its first bytes, whatever it is called.
enum FileForm {
  case text, workbook

  /// Refuses by name what is neither, and an ending that says something else than the bytes.
  static func decided(for file: SheetFile) throws -> FileForm {
    var window = ByteWindow(try file.open(), capacity: 4096)
    while window.pending < 8 && !window.isComplete { try window.more() }
    if window.pending == 0 { throw SheetFault("the file is empty") }
    let first = (0..<min(8, window.pending)).map { window.base[$0] }
    if first.starts(with: [0x50, 0x4B, 0x03, 0x04]) || first.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      try refuseTextEnding(of: file)
      return .workbook
    }
    if first.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw try compoundFault(file) }
    try refuseOthers(first)
    if ["xlsx", "xlsm", "xlsb", "xls", "ods"].contains(file.ending) {
      throw SheetFault(
        "the file is named .\(file.ending), but it is no workbook: it holds text",
        hint: "Try: name it .csv")
    }
    return .text
  }

  private static func refuseTextEnding(of file: SheetFile) throws {
    if ["csv", "tsv", "txt"].contains(file.ending) {
      throw SheetFault(
        "the file is named .\(file.ending), but it holds a workbook or zip file, not text",
        hint: "Try: name it .xlsx, or open it in a spreadsheet and save it as CSV UTF-8")
    }
  }

  /// A good workbook that is named as another program's, or as one with macros, was renamed.
  static func refuseOtherEnding(of file: SheetFile) throws {
    guard ["xls", "xlsm", "xlsb", "ods"].contains(file.ending) else { return }
    throw SheetFault(
      "the file is named .\(file.ending), and it holds an .xlsx workbook",
      hint: "Try: open it in the spreadsheet and save it as .xlsx")
  }

  /// Old workbooks and locked new ones come in the same container; its directory names the stream
  /// inside, in UTF-16.
  private static func compoundFault(_ file: SheetFile) throws -> SheetFault {
    let locked: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }
    var window = ByteWindow(try file.open(), capacity: 1 << 16)
    while true {
      try window.more()
      let bytes = UnsafeBufferPointer(
        start: window.base + window.start, count: window.pending)
      if bytes.contains(locked) {
        return SheetFault(
          "the workbook is locked with a password",
          hint: "Try: open it in the spreadsheet and save it without a password")
      }
      if window.isComplete { break }
      window.start = max(window.start, window.end - locked.count)
      if window.offset > 100_000_000 { break }
    }
    return SheetFault(
      "the file is an old Excel workbook (.xls)", hint: "Try: open it and save it as .xlsx")
  }

  /// Files that people take for a sheet, by their first bytes.
  private static func refuseOthers(_ first: [UInt8]) throws {
    let known: [(bytes: [UInt8], name: String)] = [
      (Array("%PDF".utf8), "a PDF"),
      (Array("{\\rtf".utf8), "a text document (RTF)"),
      (Array("<html".utf8), "a web page"), (Array("<!DOCTY".utf8), "a web page"),
      (Array("<table".utf8), "a web page"), (Array("<?xml".utf8), "an XML file"),
      ([0xFF, 0xFE, 0x00, 0x00], "UTF-32 text"),
      ([0x00, 0x00, 0xFE, 0xFF], "UTF-32 text"),
      ([0x1F, 0x8B], "a gzip file"), ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip file"),
      (Array("Rar!".utf8), "a RAR file"),
      ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)"), ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
      (Array("GIF8".utf8), "a picture (GIF)"), (Array("SQLite f".utf8), "a database (SQLite)"),
    ]
    for format in known where first.starts(with: format.bytes) {
      throw SheetFault(
        "the file is \(format.name), not a sheet",
        hint: format.name.hasPrefix("a picture")
          ? "Try: the sheet itself"
          : "Try: open it in a spreadsheet and save it as CSV UTF-8 or .xlsx")
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes stand somewhere in it.
  func contains(_ wanted: [UInt8]) -> Bool {
    guard count >= wanted.count, let first = wanted.first else { return false }
    for at in 0...(count - wanted.count) where self[at] == first {
      if self[at..<(at + wanted.count)].elementsEqual(wanted) { return true }
    }
    return false
  }
}
