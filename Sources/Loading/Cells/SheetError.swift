/// What a spreadsheet writes into a cell for want of a value, and what our own copies do.
enum SheetError {
  /// For a formula that was never calculated, and for a cell that shows another's value.
  static let formula = "#FORMULA!"
  static let merged = "#MERGED!"

  private static let all: Set<String> = [
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
    "#GETTING_DATA", formula, merged,
  ]

  /// Whether the cell shows nothing but #, as a date does in a column that is too narrow for it.
  static func isTooNarrow(_ cell: Cell) -> Bool {
    cell.count > 3 && cell.bytes.allSatisfy { $0 == UInt8(ascii: "#") }
  }

  static func isOne(_ cell: Cell) -> Bool {
    cell.count > 3 && cell.count < 15 && cell[0] == UInt8(ascii: "#") && all.contains(cell.text)
  }
}
