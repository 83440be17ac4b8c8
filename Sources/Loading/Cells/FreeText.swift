extension Cells {
  mutating func note(_ column: Column, _ says: String) { note(at: heading(column), says) }

  /// Free text. A cell that says there is nothing to say is noted, and kept.
  mutating func remark(_ column: Column, atMost limit: Int = 300) -> String? {
    let text = text(column, atMost: limit)
    let cell = cell(column)
    if text != nil, cell.saysNothing {
      note(column, "\(quoted(cell)) says nothing: it is kept")
    }
    return text
  }

  /// What somebody is to do: no step is no step.
  mutating func step(_ column: Column) -> String? {
    let cell = cell(column)
    guard cell.saysNothing else { return text(column, atMost: 1_000) }
    refuse(
      column, "\(quoted(cell)) is not a step",
      hint: column.needsValue
        ? "Try: take the row out where there is none"
        : "Try: leave the cell blank where there is none")
    return nil
  }
}

extension Cell {
  /// Whether it says that there is nothing to say: `n/a`, `-`, `none`, or what a program writes for that.
  var saysNothing: Bool {
    guard 1...16 ~= count else { return false }
    let isLetter = bytes[0] | 0x20 >= UInt8(ascii: "a") && bytes[0] | 0x20 <= UInt8(ascii: "z")
    if isLetter && !"nNtTuUbB".utf8.contains(bytes[0]) || isDigit(bytes[0]) { return false }
    return Loading.saysNothing(text)
  }
}

/// Whether a text says that there is nothing to say: `n/a`, `-`, `none`, `\N`.
func saysNothing(_ typed: String) -> Bool {
  if typed.contains(where: \.isNumber) { return false }
  let folded = typed.lowercased().filter { $0.isLetter }
  if folded.isEmpty { return typed.unicodeScalars.allSatisfy { nothings.contains($0) } }
  return typed == "\\N"
    || [
      "na", "nan", "nil", "none", "tbc", "tba", "unknown", "notknown", "notapplicable", "null",
      "blank", "undefined",
    ].contains(folded)
}

/// Marks that people put where there is nothing.
private let nothings = Set(
  " \u{A0}-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}_.,:;/\\?!*~#()[]'\"\u{2026}\u{D7}"
    .unicodeScalars)
