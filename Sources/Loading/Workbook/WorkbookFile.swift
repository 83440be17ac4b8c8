/// A workbook with its sheets, and which of them is meant.
struct WorkbookFile {
  private let archive: ZipArchive
  private let parts: WorkbookParts
  private let text: CellText
  private let limits: Limits
  private let asked: String?

  init(_ file: SheetFile, limits: Limits) throws {
    archive = try ZipArchive(file.open, limits: limits)
    parts = try WorkbookParts(archive)
    try FileForm.refuseOtherEnding(of: file)
    if parts.sheets.count > limits.sheets {
      throw SheetFault(
        "the workbook has more than \(limits.sheets) sheets",
        hint: "Try: copy the one that is meant into a new workbook")
    }
    text = CellText(
      shared: try SharedStrings(try parts.sharedStrings.flatMap(archive.optional), limits: limits),
      styles: try CellStyles(try parts.styles.flatMap(archive.optional)),
      from1904: parts.countsFrom1904)
    self.limits = limits
    asked = file.sheet
  }

  var sheets: [WorkbookParts.Sheet] { parts.sheets }
  var tabs: [SheetTab] { parts.sheets.map { SheetTab(name: $0.name, isHidden: $0.isHidden) } }

  /// The rows of a sheet from its first.
  func records(of sheet: WorkbookParts.Sheet) throws -> WorkbookRecords {
    try records(of: sheet, try MergedCells { try archive.open(sheet.part) })
  }

  /// The same for a look at the first rows: which cells are merged is only said at a sheet's end.
  func firstRecords(of sheet: WorkbookParts.Sheet) throws -> WorkbookRecords {
    try records(of: sheet, MergedCells(), atMost: limits.headingsBytes)
  }

  private func records(
    of sheet: WorkbookParts.Sheet, _ merged: MergedCells, atMost limit: Int = .max
  ) throws -> WorkbookRecords {
    try WorkbookRecords(
      try archive.open(sheet.part), SheetScan(text, merged, limits: limits), atMost: limit)
  }

  /// Whether anything stands below a sheet's headings.
  func hasRows(_ sheet: WorkbookParts.Sheet, below headings: HeadingSearch.Candidate) throws -> Bool
  {
    guard let line = headings.match?.line else { return false }
    let records = try firstRecords(of: sheet)
    var record = Record()
    while try records.next(&record) {
      if record.line > line, !record.isBlank { return true }
    }
    return false
  }

  /// One of a name, or the only one that has it but for capitals and blanks.
  func sheet(named name: String) -> WorkbookParts.Sheet? {
    if let sheet = parts.sheets.first(where: { $0.name == name }) { return sheet }
    let alike = parts.sheets.filter { foldedHeading($0.name) == foldedHeading(name) }
    return alike.count == 1 ? alike[0] : nil
  }

  /// The same, which somebody asked for.
  func asked(_ name: String) throws -> WorkbookParts.Sheet {
    if let sheet = sheet(named: name) { return sheet }
    throw SheetFault(
      "there is no sheet \(quoted(name)) in the workbook",
      hint: "Its sheets: " + SheetChoice.names(sheets))
  }

  /// The sheet asked for, or the only one whose headings fit.
  func opened<Draft>(for layout: Layout<Draft>) throws -> OpenedSheet {
    let choice = try SheetChoice(self, parts.sheets, asked: asked, columns: layout.columns, limits)
    guard let match = choice.candidate.match else { throw choice.fault }
    let sheet = choice.sheet
    let form = SheetShape.Form.workbook(sheet: sheet.name, isHidden: sheet.isHidden)
    let headings: Headings
    do {
      headings = try Headings(
        choice.candidate, match, layout.columns, noun: layout.noun, dialect: nil)
    } catch var fault as SheetFault {
      fault.shape = SheetShape(form, refused: match)
      throw fault
    }
    let first = try firstRecords(of: sheet)
    var record = Record()
    _ = try first.next(&record)
    return OpenedSheet(
      headings: headings,
      shape: SheetShape(form, headings, layout.columns),
      announcements: choice.announcements
        + (parts.countsFrom1904 ? ["the workbook counts its dates from 1904"] : [])
        + first.hiddenColumnNews(headings) + headings.announcements,
      records: { try records(of: sheet) })
  }
}

extension ZipArchive {
  fileprivate func optional(_ name: String) throws -> ByteSource? {
    has(name) ? try open(name) : nil
  }
}
