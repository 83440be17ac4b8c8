import Domain

/// Whether the percentages of a column are shares of 1, as a spreadsheet keeps them: 0.25 for 25 %.
struct ShareWatch {
  private var values = 0
  private var betweenNoneAndOne = 0
  /// Whether any is more than 1, or says itself that it is a percentage.
  private var hasPercentage = false
  /// Whether any has more than one place after the point, as percentages seldom have.
  private var isFine = false
  private var line = 0
  private var example = ""

  mutating func note(_ number: TypedNumber, isSaid: Bool, _ cell: Cell, line: Int) {
    if hasPercentage { return }
    values += 1
    hasPercentage = isSaid || number.hundredths > 100
    guard number.hundredths < 100, number.hundredths > 0 || !number.isExact else { return }
    betweenNoneAndOne += 1
    isFine = isFine || !number.isExact || number.hundredths % 10 != 0
    if self.line == 0 { (self.line, example) = (line, shown(cell)) }
  }

  /// Why none of the column can be believed; nil when it can.
  func fault(under heading: String) -> SheetFault? {
    guard !hasPercentage, betweenNoneAndOne > 1, isFine || values > 4 else { return nil }
    return SheetFault(
      line: line, column: heading,
      "all \(values) percentages are at most 1: they look like shares of 1, and \(example) would be read as \(example) %",
      hint:
        "Try: multiply them by 100, or format the column as a percentage and save the sheet again")
  }
}
