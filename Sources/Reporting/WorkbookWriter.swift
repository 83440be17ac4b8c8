import CXLSXWriter

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Rows as an .xlsx workbook, written as they come: memory does not grow with their number.
///
/// Texts are stored as texts, so that a spreadsheet runs none of them, and a number with leading zeros
/// keeps them.
public final class WorkbookWriter {
  /// What a cell holds.
  public enum Content: Sendable {
    case text(String)
    case number(Double)
    /// Days since 1 January 1970.
    case day(Int)
  }

  /// What was written cannot be finished: the reason.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// Comments in one workbook; a spreadsheet grows slow with more. Marks past them have colour only.
  public static let commentsAtMost = 10_000
  public static let rowsAtMost = 1_048_576
  /// What every spreadsheet knows as its format Text.
  private static let textFormatNumber: UInt8 = 49
  /// Characters a spreadsheet takes in a cell.
  private static let charactersAtMost = 32_767

  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private let dayFormat: UnsafeMutablePointer<lxw_format>?
  private let markFormat: UnsafeMutablePointer<lxw_format>?
  private let markedDayFormat: UnsafeMutablePointer<lxw_format>?
  private let titleFormat: UnsafeMutablePointer<lxw_format>?
  private let textFormat: UnsafeMutablePointer<lxw_format>?
  private var row = -1
  private var comments = 0

  /// Writes to a path, over what is there.
  public init(_ path: String) throws {
    var options = lxw_workbook_options()
    options.constant_memory = 1
    book = workbook_new_opt(path, &options)
    guard book != nil else { throw Failure(description: "the workbook cannot be begun") }
    dayFormat = workbook_add_format(book)
    markFormat = workbook_add_format(book)
    markedDayFormat = workbook_add_format(book)
    titleFormat = workbook_add_format(book)
    textFormat = workbook_add_format(book)
    format_set_num_format_index(textFormat, Self.textFormatNumber)
    for format in [dayFormat, markedDayFormat] { format_set_num_format(format, "dd/mm/yyyy") }
    for format in [markFormat, markedDayFormat] {
      format_set_bg_color(format, 0xFFD966)
      format_set_border(format, 1)
    }
    format_set_bold(titleFormat)
  }

  deinit { if let book { lxw_workbook_free(book) } }

  /// How a sheet stands among the others.
  public enum Standing: Sendable {
    case shown, hidden
    /// The one seen first when the workbook is opened.
    case first
  }

  /// Begins a sheet; what cannot stand in a sheet's name becomes `-`.
  public func addSheet(_ name: String, as standing: Standing = .shown) throws {
    let safe = String(name.prefix(31).map { "[]:*?/\\".contains($0) ? "-" : $0 })
    sheet = workbook_add_worksheet(book, safe)
    row = -1
    guard sheet != nil else { throw Failure(description: "there cannot be a sheet \(safe)") }
    switch standing {
    case .shown: break
    case .hidden: worksheet_hide(sheet)
    case .first:
      worksheet_activate(sheet)
      worksheet_set_first_sheet(sheet)
    }
  }

  /// Keeps a sheet's first rows in sight, and gives its columns a readable width.
  public func freeze(rows: Int, columns: Int) {
    worksheet_freeze_panes(sheet, lxw_row_t(rows), 0)
    for column in 0..<columns {
      worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), 18, nil)
    }
  }

  /// How whole columns of the sheet are kept, also of cells that are still empty: as text, so that what is
  /// typed there later keeps its zeros, or as days.
  public func format(text: [Int], days: [Int]) {
    for (columns, format) in [(text, textFormat), (days, dayFormat)] {
      for column in columns {
        let column = lxw_col_t(column)
        worksheet_set_column(sheet, column, column, 18, format)
      }
    }
    // Digits kept as text are meant to be text.
    worksheet_ignore_errors(
      sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD\(Self.rowsAtMost)")
  }

  /// Writes a row below those written before it; past the last that a sheet can have, nothing.
  ///
  /// - Parameters:
  ///   - at: from 0.
  ///   - marks: by cell, why it is doubtful.
  public func write(
    _ cells: [Content], at: Int, marks: [Int: String] = [:], isTitle: Bool = false
  ) throws {
    guard at > row, at < Self.rowsAtMost else { return }
    row = at
    let width = max(cells.count, (marks.keys.max() ?? -1) + 1)
    for column in 0..<min(width, 16_384) {
      let content = column < cells.count ? cells[column] : .text("")
      write(content, column, mark: marks[column], isTitle: isTitle)
    }
  }

  private func write(_ content: Content, _ column: Int, mark: String?, isTitle: Bool) {
    let place = (lxw_row_t(row), lxw_col_t(column))
    let format = mark != nil ? markFormat : isTitle ? titleFormat : nil
    switch content {
    case .text(let text) where text.isEmpty:
      if mark != nil { worksheet_write_blank(sheet, place.0, place.1, format) }
    case .text(let text):
      worksheet_write_string(
        sheet, place.0, place.1, Self.escaped(String(text.prefix(Self.charactersAtMost))), format)
    case .number(let number): worksheet_write_number(sheet, place.0, place.1, number, format)
    case .day(let day):
      // Day 25,569 of a workbook is 1 January 1970.
      worksheet_write_number(
        sheet, place.0, place.1, Double(day + 25_569), mark == nil ? dayFormat : markedDayFormat)
    }
    guard let mark, comments < Self.commentsAtMost else { return }
    comments += 1
    worksheet_write_comment(sheet, place.0, place.1, String(mark.prefix(2_000)))
  }

  /// A spreadsheet reads `_x0041_` as A: an underscore that begins such is written as `_x005F_`.
  private static func escaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
  }

  /// Writes the end; nothing can follow.
  public func close() throws {
    let (code, cause) = withoutErrorOutput {
      errno = 0
      return (workbook_close(book), errno)
    }
    book = nil
    guard code == LXW_NO_ERROR else {
      throw Failure(description: String(cString: cause == 0 ? lxw_strerror(code) : strerror(cause)))
    }
  }
}
