/// What separates the cells of a row that does not keep to its headings' way.
struct OtherDelimiter {
  let says: String
  let hint: String

  /// Nil where a row's cells stand apart as those of the headings do, or nothing tells that there are several.
  init?(of record: Record, _ headings: Headings) {
    guard let own = headings.dialect?.delimiter,
      let first = record.spans.indices.first(where: { !record.cell($0).trimmed.isBlank })
    else { return nil }
    let cells = record.spans.indices.map { record.cell($0) }
    let isAlone = cells[(first + 1)...].allSatisfy(\.trimmed.isBlank)
    let named = headings.typed.count
    let isSeparated = { (delimiter: UInt8) in
      let count = cells.reduce(0) { $0 + $1.bytes.count { $0 == delimiter } }
      let tight = cells[first].count(of: delimiter, before: { $0 != space })
      // The commas of a sentence have spaces behind them, and no numbers between.
      if isAlone, named > 1, tight >= min(2, named - 1) { return true }
      return count == named - 1 && cells.count < named
        && cells[first].parts(at: delimiter).dropFirst().contains(where: \.isAllDigits)
    }
    if isAlone, record.spans[first].isQuoted, isSeparated(own) {
      says = "the whole row stands in quotes"
      hint = "Try: take out the quotes around whole lines"
      return
    }
    let others = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }.filter { $0 != own }
    guard let other = others.first(where: isSeparated) else { return nil }
    says =
      "the row is separated by \(delimiterWord(other))s where the headings are by \(delimiterWord(own))s"
    hint = "Try: the same separator in all lines"
  }
}

func delimiterWord(_ delimiter: UInt8?) -> String {
  switch delimiter {
  case UInt8(ascii: ";"): "semicolon"
  case UInt8(ascii: "\t"): "tab"
  case UInt8(ascii: "|"): "pipe"
  default: "comma"
  }
}

extension Cell {
  fileprivate func count(of byte: UInt8, before isNext: (UInt8) -> Bool) -> Int {
    bytes.indices.count { at in
      bytes[at] == byte && (at + 1 == bytes.count || isNext(bytes[at + 1]))
    }
  }
}
