import Domain

/// One record of a sheet, as every reader gives it. Its bytes are valid until the next.
struct Record {
  /// Where a cell lies from `base`, and what it was in the sheet.
  struct Span {
    var first: Int
    var end: Int
    var isQuoted = false
    var hasEscapes = false
    var kind = CellKind.text
  }

  /// What makes a record unreadable though its end is known.
  enum Flaw {
    case quoteInside(line: Int)
    case textAfterQuote(line: Int)
    case strayBackslash(line: Int)
  }

  /// A cell that does not hold what it seems to, whatever its column is for.
  struct Doubt {
    /// Of a number in no other doubt: for which columns there is one.
    enum OfColumn: Equatable {
      /// For all but those that count what the cell is shown to.
      case unlessCounting(String)
      case ofNumbers
    }

    var cell: Int
    var says: String
    var hint: String
    /// Of a cell that shows another's value: the row of the other.
    var mergedWithRow: Int?
    var ofColumn: OfColumn?
  }

  var base: UnsafePointer<UInt8>?
  var spans: [Span] = []
  /// The physical line the record starts on; the row of a workbook.
  var line = 0
  var flaw: Flaw?
  var doubts: [Doubt] = []
  /// Whether the record may hold control or other unseen characters, or line ends inside a cell.
  var isSuspicious = false

  /// The cell's bytes; blank past the last.
  func cell(_ index: Int) -> Cell {
    guard index < spans.count, let base else { return .blank }
    let span = spans[index]
    return Cell(UnsafeBufferPointer(start: base + span.first, count: span.end - span.first))
  }

  /// What a cell was in the sheet; nil past the last.
  func kind(of index: Int) -> CellKind? { index < spans.count ? spans[index].kind : nil }

  /// The cells as typed.
  var raw: RawCells {
    var size = 4 * spans.count
    for span in spans { size += span.end - span.first }
    if !isSuspicious, let base { return encoded(from: base, size: size) }
    var raw = RawCells(reserving: size)
    for index in spans.indices { raw.add(cell(index).bytes) }
    return raw
  }

  /// The cells in one go, when no NUL can be among them.
  private func encoded(from base: UnsafePointer<UInt8>, size: Int) -> RawCells {
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { room, filled in
      guard var place = UnsafeMutableRawPointer(room.baseAddress) else { return }
      for span in spans {
        let count = span.end - span.first
        place.storeBytes(of: UInt32(clamping: count).bigEndian, as: UInt32.self)
        (place + 4).copyMemory(from: base + span.first, byteCount: count)
        place += 4 + count
      }
      filled = size
    }
    return RawCells(count: spans.count, bytes: bytes)
  }

  /// Whether all it has are headings that reach down into it from an earlier row, and nothing under them.
  func belongsToHeadings(of line: Int) -> Bool {
    let merged = Set(doubts.filter { $0.mergedWithRow.map { $0 <= line } ?? false }.map(\.cell))
    return !merged.isEmpty && merged.count == doubts.count
      && spans.indices.allSatisfy {
        let text = cell($0).trimmed
        return text.isBlank || merged.contains($0) && text.text == SheetError.merged
      }
  }

  /// Whether every cell is blank.
  var isBlank: Bool {
    for index in spans.indices where !cell(index).trimmed.isBlank { return false }
    return doubts.isEmpty
  }
}

/// Gives a sheet's records in order.
protocol RecordSource: AnyObject {
  /// Puts the next record in place of the last; false when there is none.
  func next(_ record: inout Record) throws -> Bool

  /// What there is to announce once the last record was read.
  var news: [String] { get }
}
