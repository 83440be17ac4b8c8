import Domain
import Loading
import Reporting

/// Where in a file a finding points, in the words of a spreadsheet or of a text file.
struct FindingPlace {
  let file: String
  let shape: SheetShape?

  /// The column's heading as the user typed it; as the layout has it when the sheet lacks it.
  func column(_ finding: Finding) -> String {
    guard let shape, let cell = shape.cell(ofColumn: finding.column) else { return finding.column }
    return shape.headings[cell]
  }

  /// `F12`; nil in a text file and when no single cell is meant.
  func cell(_ finding: Finding) -> String? {
    guard let shape, shape.sheet != nil, finding.line > 0,
      let cell = shape.cell(ofColumn: finding.column)
    else { return nil }
    return "\(columnLetters(cell))\(finding.line)"
  }

  /// `typed.csv:7`, or `rising-stars.xlsx, sheet Candidates, F12`.
  func place(_ finding: Finding) -> String {
    guard let sheet = shape?.sheet else {
      return finding.line > 0 ? "\(file):\(finding.line)" : file
    }
    let within = "\(file), sheet \(shown(sheet))"
    if let cell = cell(finding) { return "\(within), \(cell)" }
    return finding.line > 0 ? "\(within), row \(finding.line)" : within
  }

  /// The place with the column where the place does not name it.
  func placeAndColumn(_ finding: Finding) -> String {
    if finding.column.isEmpty || cell(finding) != nil { return place(finding) }
    let separator = shape?.sheet == nil ? ":" : ", "
    return place(finding) + separator + shown(column(finding))
  }
}

extension Finding {
  /// A hint that is no sentence of its own is something to try.
  var hintSentence: String {
    let isSentence = hint.first?.isUppercase ?? true
    let isNumbered = hint.first == "P" && hint.dropFirst().first?.isNumber == true
    return isSentence && !isNumbered ? hint : "Try: \(hint)"
  }
}
