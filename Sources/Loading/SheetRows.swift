/// A sheet's rows as they were read, one at a time, for whoever copies them.
public final class SheetRows {
  /// A cell's text as it was seen, and what it was.
  public struct Cell: Sendable {
    public let text: String
    public let kind: CellKind

    /// Whether it shows the value of a cell that it is merged with, and holds none.
    public var showsAnother: Bool { kind == .error && text == SheetError.merged }

    /// Whether it holds a formula that was never calculated, and shows nothing.
    public var showsNothing: Bool { kind == .error && text == SheetError.formula }
  }

  /// The cells of the row last read; a workbook's row ends with its last filled cell.
  public private(set) var cells: [Cell] = []
  /// Where it starts, from 1.
  public var line: Int { record.line }

  private let records: any RecordSource
  private var record = Record()

  /// The rows of the sheet that was read; none of a workbook that cannot be opened again.
  public convenience init(
    of shape: SheetShape, from file: SheetFile, limits: Limits = .default
  ) throws {
    switch shape.form {
    case .text(let encoding, let dialect):
      self.init(
        RecordReader(decoded(try file.open(), from: encoding), dialect: dialect, limits: limits))
    case .workbook(let name, _):
      self.init(try Self.records(ofSheet: name, file, limits) ?? NoRecords())
    }
  }

  /// The rows of any sheet of a workbook; nil when it has none of that name, or it cannot be opened.
  public convenience init?(sheet: String, of file: SheetFile, limits: Limits = .default) throws {
    guard let records = try Self.records(ofSheet: sheet, file, limits) else { return nil }
    self.init(records)
  }

  private static func records(
    ofSheet name: String, _ file: SheetFile, _ limits: Limits
  ) throws -> (any RecordSource)? {
    do {
      let book = try WorkbookFile(file, limits: limits)
      return try book.sheet(named: name).map { try book.records(of: $0) }
    } catch is SheetFault {
      return nil
    }
  }

  private init(_ records: any RecordSource) { self.records = records }

  /// Moves to the next row; false after the last, or where the file cannot be read any further.
  public func next() throws -> Bool {
    do {
      guard try records.next(&record) else { return false }
    } catch is SheetFault {
      return false
    }
    cells = record.spans.indices.map {
      Cell(text: record.cell($0).text, kind: record.spans[$0].kind)
    }
    return true
  }
}

/// A workbook's sheets in the order of their tabs; none for a text file.
public func sheetTabs(of file: SheetFile, limits: Limits = .default) throws -> [SheetTab] {
  do {
    guard case .workbook = try FileForm.decided(for: file) else { return [] }
    return try WorkbookFile(file, limits: limits).tabs
  } catch is SheetFault {
    return []
  }
}

/// Of a sheet that cannot be read.
private final class NoRecords: RecordSource {
  let news: [String] = []
  func next(_ record: inout Record) -> Bool { false }
}
