import Domain
import Loading
import Reporting

/// Every finding of a sheet in a file: a list, or the sheet again with its doubtful cells marked.
struct FindingsFile {
  enum Form {
    case csv, xlsx

    /// By the path's ending; nil for any other.
    init?(path: String) {
      if path.lowercased().hasSuffix(".csv") {
        self = .csv
      } else if path.lowercased().hasSuffix(".xlsx") {
        self = .xlsx
      } else {
        return nil
      }
    }
  }

  private let form: Form
  private let output: OutputFile

  init(_ path: String) throws {
    form = Form(path: path) ?? .csv
    output = try OutputFile(path)
  }

  var path: String { output.path }

  func write(_ findings: FoundFindings, of report: SheetReport, from input: SheetFile) throws {
    switch form {
    case .csv: try output.write { try writeList(findings, report, input, $0) }
    case .xlsx: try output.write(at: { try MarkedWorkbook(report, input).write(findings, to: $0) })
    }
  }

  private func writeList(
    _ findings: FoundFindings, _ report: SheetReport, _ input: SheetFile,
    _ write: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let place = FindingPlace(file: input.name, shape: report.shape)
    let values = try FoundValues(report.shape, input)
    var list = CSVWriter(header: FindingRow.titles, byteOrderMark: true)
    let next = try findings.inOrder()
    while let finding = try next() {
      list.write(FindingRow(finding, place, value: try values.value(of: finding)).cells)
      try list.drain().withUnsafeBytes(write)
    }
    try list.drain().withUnsafeBytes(write)
  }
}

/// A finding as the line of a list.
struct FindingRow {
  static let titles = ["Place", "Line", "Column", "Value", "Weight", "Finding", "Hint"]
  let cells: [String]

  init(_ finding: Finding, _ place: FindingPlace, value: String) {
    cells = [
      place.place(finding), finding.line > 0 ? String(finding.line) : "", place.column(finding),
      value, finding.weight == .note ? "note" : "refused", finding.says, finding.hintSentence,
    ]
  }
}

/// The values that findings speak of, read again from the sheet in the order of its lines.
final class FoundValues {
  private let shape: SheetShape?
  private let rows: SheetRows?
  private var isAtEnd = false

  init(_ shape: SheetShape?, _ input: SheetFile) throws {
    self.shape = shape
    rows = try shape.map { try SheetRows(of: $0, from: input) }
  }

  /// The cell as typed; empty when no single cell is meant. Findings are asked about in line order.
  func value(of finding: Finding) throws -> String {
    guard let rows, let cell = shape?.cell(ofColumn: finding.column) else { return "" }
    while !isAtEnd && rows.line < finding.line { isAtEnd = try !rows.next() }
    guard rows.line == finding.line, cell < rows.cells.count else { return "" }
    return rows.cells[cell].text
  }
}
