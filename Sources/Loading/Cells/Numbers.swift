import Domain

extension Cells {
  /// A whole number in a range; `15.0` is 15, `1,200` and `1 200` are 1200.
  mutating func whole(_ column: Column, in range: ClosedRange<Int>) -> Int32? {
    guard let cell = filled(column) else { return nil }
    let joined = TypedNumber(thousandsIn: cell)
    let takes = { (number: TypedNumber) in number.isWhole && range.contains(number.whole) }
    guard let number = joined ?? number(column, cell, takes: takes) else { return nil }
    if joined != nil {
      cellNews.note(.thousands, column.position, cell.text, as: String(number.whole))
    }
    guard number.whole == 0 || !cell.endsInThreePlaces else {
      refuse(
        column, "\(shown(cell)) may be \(number.whole) or \(number.whole) thousand",
        hint: "Try: \(number.whole) or \(number.whole)000")
      return nil
    }
    guard number.isWhole else {
      refuse(
        column, "\(quoted(cell)) is not a whole number",
        hint: "Try: \(number.whole) or \(number.whole + 1)")
      return nil
    }
    guard range.contains(number.whole) else {
      refuse(
        column, "\(shown(cell)) is not between \(range.lowerBound) and \(range.upperBound)",
        hint: "Try: check the number, or leave it blank")
      return nil
    }
    return Int32(clamping: number.whole)
  }

  /// Days in halves, 0.5 to 195 (a school year's teaching and training days) unless 0 is allowed.
  mutating func halfDays(_ column: Column, orNone: Bool = false) -> HalfDays? {
    let halves = (orNone ? 0 : 1)...390
    let takes = { (number: TypedNumber) in
      number.isExact && number.hundredths % 50 == 0 && halves.contains(number.hundredths / 50)
    }
    guard let cell = filled(column), let number = number(column, cell, takes: takes) else {
      return nil
    }
    guard number.hundredths % 50 == 0, number.isExact else {
      refuse(
        column, "\(quoted(cell)) is not in whole or half days",
        hint: "Try: \(number.whole) or \(number.whole).5")
      return nil
    }
    guard halves.contains(number.hundredths / 50) else {
      refuse(
        column, "\(shown(cell)) is not between \(orNone ? "0" : "0.5") and 195 days",
        hint: "Try: working days; a school year has 195")
      return nil
    }
    return HalfDays(Int32(number.hundredths / 50))
  }

  /// A share of full time, 0.05 to 1; a percentage is that many hundredths, and announced.
  mutating func fte(_ column: Column) -> FTE? {
    guard let typed = filled(column) else { return nil }
    let (cell, isPercentage) = typed.withoutPercentSign
    let takes = { (number: TypedNumber) in number.isExact && 5...100 ~= number.hundredths }
    guard var number = isPercentage ? TypedNumber(cell) : number(column, cell, takes: takes)
    else {
      if isPercentage { refuse(column, "\(quoted(typed)) is not a number") }
      return nil
    }
    if isPercentage { number.takeHundredth() }
    guard number.isExact, 5...100 ~= number.hundredths else {
      refuse(
        column, "\(shown(typed)) is not a share of full time from 0.05 to 1 in hundredths",
        hint: "Try: 0.6 for three days a week")
      return nil
    }
    if isPercentage {
      cellNews.note(
        .share, column.position, typed.text, as: shareText(hundredths: number.hundredths))
    }
    return FTE(hundredths: Int32(number.hundredths))
  }

  /// A percentage, 0 to 100, as tenths of a percent rounded to the nearest; `24.7%` is 24.7.
  mutating func permille(_ column: Column) -> Int32? {
    guard let cell = filled(column) else { return nil }
    let (bare, isSaid) = cell.withoutPercentSign
    guard
      let number = TypedNumber(bare) ?? number(column, cell, takes: { $0.hundredths <= 10_000 })
    else { return nil }
    shares[column.position, default: ShareWatch()].note(number, isSaid: isSaid, cell, line: line)
    guard 0...10_000 ~= number.hundredths else {
      refuse(column, "\(shown(cell)) is not a percentage from 0 to 100")
      return nil
    }
    let permille = (number.hundredths + 5) / 10
    if !number.isExact || number.hundredths % 10 != 0 {
      cellNews.note(
        .rounded, column.position, cell.text, as: "\(permille / 10).\(permille % 10)")
    }
    return Int32(permille)
  }

  mutating func yes(_ column: Column) -> Bool? {
    guard let cell = filled(column) else { return nil }
    switch cell.text.lowercased() {
    case "yes", "y", "true": return true
    case "no", "n", "false": return false
    default:
      refuse(column, "\(quoted(cell)) is neither yes nor no", hint: "Try: yes or no")
      return nil
    }
  }

  private mutating func number(
    _ column: Column, _ cell: Cell, takes: (TypedNumber) -> Bool
  ) -> TypedNumber? {
    if let number = TypedNumber(cell) { return number }
    let hint = unit(column).hint(for: cell.text, takes: takes)
    refuse(column, "\(quoted(cell)) is not a number", hint: hint)
    return nil
  }
}

/// `0.6`, `0.65`, `1`.
private func shareText(hundredths: Int) -> String {
  if hundredths == 100 { return "1" }
  let digits = hundredths < 10 ? "0\(hundredths)" : String(hundredths)
  return "0." + (digits.hasSuffix("0") ? String(digits.dropLast()) : digits)
}

extension Cell {
  /// What stands before a percent sign, when there is one.
  fileprivate var withoutPercentSign: (number: Cell, isPercentage: Bool) {
    guard count > 0, bytes[count - 1] == UInt8(ascii: "%") else { return (self, false) }
    return (part(0..<(count - 1)).trimmed, true)
  }
}

extension Cell {
  /// Whether it is `1.000`, which some write for a thousand.
  fileprivate var endsInThreePlaces: Bool {
    5...7 ~= count && bytes[count - 4] == UInt8(ascii: ".")
      && bytes[(count - 3)...].allSatisfy { $0 == UInt8(ascii: "0") }
  }
}

/// A number as people type it: digits, and after a point more digits. No sign, no exponent.
struct TypedNumber {
  /// Rounded down past two decimals.
  private(set) var hundredths = 0
  /// Whether nothing but zeros follows the second decimal.
  private(set) var isExact = true

  /// Nil when it is not a number, or has more than nine digits before the point or after it.
  init?(_ cell: Cell) {
    var at = 0
    while at < cell.count, isDigit(cell[at]) {
      hundredths = hundredths * 10 + Int(cell[at] &- UInt8(ascii: "0"))
      at += 1
      guard at <= 9 else { return nil }
    }
    guard at > 0 else { return nil }
    hundredths *= 100
    if at == cell.count { return }
    guard cell[at] == UInt8(ascii: "."), at + 1 < cell.count, cell.count - at <= 10 else {
      return nil
    }
    let point = at
    at += 1
    while at < cell.count {
      guard isDigit(cell[at]) else { return nil }
      let digit = Int(cell[at] &- UInt8(ascii: "0"))
      switch at - point {
      case 1: hundredths += digit * 10
      case 2: hundredths += digit
      default: isExact = isExact && digit == 0
      }
      at += 1
    }
  }

  /// A whole number with one kind of mark between its thousands, a comma or a space: `1,200`. Nil for any
  /// other, `1,20` and `1200` among them.
  init?(thousandsIn cell: Cell) {
    guard cell.count >= 5, !cell.isAllDigits else { return nil }
    let groups = cell.text.split(
      omittingEmptySubsequences: false, whereSeparator: { thousandsMarks.contains($0) })
    let marks = Set(cell.text.filter { thousandsMarks.contains($0) })
    guard marks.count == 1, groups.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
      1...3 ~= groups[0].utf8.count, groups[1...].allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    var digits = groups.joined()
    guard let number = digits.withUTF8({ TypedNumber(Cell($0)) }) else { return nil }
    self = number
  }

  /// The hundredth part of it: 60% is 0.6.
  mutating func takeHundredth() {
    isExact = isExact && hundredths % 100 == 0
    hundredths /= 100
  }

  var isWhole: Bool { isExact && hundredths % 100 == 0 }
  var whole: Int { hundredths / 100 }
}

/// A comma, a space, and the spaces that a line is not broken at, wide and narrow.
private let thousandsMarks: Set<Character> = [",", " ", "\u{A0}", "\u{202F}", "\u{2009}"]
