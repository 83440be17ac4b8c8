/// A sheet whose headings were found: ready to be read from its first record, as often as needed.
struct OpenedSheet {
  let headings: Headings
  let shape: SheetShape
  /// What was detected and decided on the way.
  let announcements: [String]
  let records: () throws -> any RecordSource

  /// Opens a file as what it is: a workbook by its first bytes, else text.
  static func found<Draft>(
    _ file: SheetFile, for layout: Layout<Draft>, limits: Limits
  ) throws -> OpenedSheet {
    switch try FileForm.decided(for: file) {
    case .workbook:
      return try WorkbookFile(file, limits: limits).opened(for: layout)
    case .text:
      return try textSheet(file, for: layout, limits: limits)
    }
  }

  /// Refuses a sheet that is asked for of a text file.
  static func refuseSheet(of file: SheetFile) throws {
    guard let sheet = file.sheet else { return }
    throw SheetFault(
      "\(quoted(sheet)) is asked for, and a text file has no sheets",
      hint: "Try: without --sheet")
  }

  private static func textSheet<Draft>(
    _ file: SheetFile, for layout: Layout<Draft>, limits: Limits
  ) throws -> OpenedSheet {
    try refuseSheet(of: file)
    let encoding = try TextEncoding.decided(for: file.open)
    func text() throws -> ByteSource { decoded(try file.open(), from: encoding) }
    let (headings, dialect) = try Headings.found(
      for: layout.columns, noun: layout.noun, in: text, limits: limits)
    return OpenedSheet(
      headings: headings,
      shape: SheetShape(.text(encoding, dialect), headings, layout.columns),
      announcements: headings.announcements,
      records: { RecordReader(try text(), dialect: dialect, limits: limits) })
  }
}
