import Domain

/// The numbers of a date in the shapes people and machines use.
struct DateParts {
  /// Whether day and month are both typed as numbers, the year last.
  var isAllNumbers = false
  var day = 0
  var month = 0
  var year = 0
  var yearDigits = 0
  /// Whether the month is typed by its name, so that what follows it can only be the year.
  var isMonthNamed = false
  /// Whether the year stands before month and day.
  var isYearFirst = false
  /// Whether the month's name stands before the day, without `1st`, as Americans write it.
  var isMonthNameFirst = false
  /// Whether a clock of twelve hours with seconds follows, as an American computer writes it.
  var hasAmericanClock = false
  /// Whether a time of day other than midnight follows.
  var hasTime = false
  /// 0 for Monday; nil where no day of the week is typed.
  var weekday: Int?

  /// Nil when the cell is not day, month and year with one kind of separator between (`/ - .` or
  /// space), the month a number or an English name, or `2027-01-18`, `2027/1/18`, `2027.01.18`; a day of the
  /// week may stand before it and a time of day behind it.
  init?(_ cell: Cell) {
    guard cell.count >= 6, cell.count <= 50 else { return nil }
    if readUsual(cell) || readTokens(cell) { return }
    guard let typed = SpokenDate(cell.text) else { return nil }
    var bare = typed.bare
    guard bare.withUTF8({ readTokens(Cell($0)) }) else { return nil }
    hasTime = typed.hasTime
    hasAmericanClock = typed.hasAmericanClock
    isMonthNameFirst = typed.isMonthNameFirst
    weekday = typed.weekday
  }

  private mutating func readTokens(_ cell: Cell) -> Bool {
    guard let first = cell.dateToken(from: 0), first.end < cell.count else { return false }
    let separator = cell[first.end]
    guard let second = cell.dateToken(from: first.end + 1), second.end < cell.count,
      cell[second.end] == separator,
      let third = cell.dateToken(from: second.end + 1), third.end == cell.count
    else { return false }
    let isISO = first.count == 4 && first.isNumber
    if isISO {
      let fewest = separator == UInt8(ascii: "-") ? 2 : 1
      guard separator != space, second.isNumber, fewest...2 ~= second.count, third.isNumber,
        fewest...2 ~= third.count
      else { return false }
      (year, yearDigits, month, day) = (first.value, 4, second.value, third.value)
      isYearFirst = true
      return true
    }
    guard first.isNumber, first.count <= 2, third.isNumber, third.count <= 4 else { return false }
    guard separator == UInt8(ascii: " ") ? !second.isNumber : true,
      second.isNumber ? second.count <= 2 : second.value > 0
    else { return false }
    (day, month, year, yearDigits) = (first.value, second.value, third.value, third.count)
    isAllNumbers = second.isNumber
    isMonthNamed = !second.isNumber
    return true
  }
}

extension DateParts {
  /// Reads `18/01/2027`, the shape of nearly every date, without looking for its tokens.
  private mutating func readUsual(_ cell: Cell) -> Bool {
    let slash = UInt8(ascii: "/")
    guard cell.count == 10, cell[2] == slash, cell[5] == slash else { return false }
    var digits = 0
    for at in 0..<10 where at != 2 && at != 5 {
      guard isDigit(cell[at]) else { return false }
      digits = digits * 10 + Int(cell[at] &- UInt8(ascii: "0"))
    }
    (day, month, year, yearDigits) = (digits / 1_000_000, digits / 10_000 % 100, digits % 10_000, 4)
    isAllNumbers = true
    return true
  }
}

extension DateParts {
  /// Makes a year of two digits, after the name of a month or under a heading that asks for it, one of four,
  /// where only one century is believable.
  mutating func takeCentury(among days: ClosedRange<Day>, isHeaded: Bool) {
    guard yearDigits == 2, isMonthNamed || isHeaded else { return }
    let years = [1900 + year, 2000 + year].filter {
      days.lowerBound.civil.year...days.upperBound.civil.year ~= $0
    }
    guard years.count == 1 else { return }
    year = years[0]
    yearDigits = 4
  }
}

/// A run of digits or letters in a date.
private struct DateToken {
  var value: Int
  var count: Int
  var isNumber: Bool
  var end: Int
}

extension Cell {
  /// The digits or letters from a place up to a separator; nil when there are none or both.
  fileprivate func dateToken(from first: Int) -> DateToken? {
    var at = first
    var value = 0
    while at < count, isDigit(self[at]), at - first < 8 {
      value = value * 10 + Int(self[at] &- UInt8(ascii: "0"))
      at += 1
    }
    if at > first {
      if at < count && !isDateSeparator(self[at]) { return nil }
      return DateToken(value: value, count: at - first, isNumber: true, end: at)
    }
    while at < count, !isDateSeparator(self[at]) { at += 1 }
    guard at > first else { return nil }
    let month = monthNumber(part(first..<at).text)
    return DateToken(value: month, count: at - first, isNumber: false, end: at)
  }
}

private func isDateSeparator(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    || byte == space
}

/// 1 to 12 for a month's English name or its first three letters or more; 0 for anything else.
func monthNumber(_ typed: String) -> Int {
  let typed = typed.lowercased()
  guard typed.utf8.count >= 3 else { return 0 }
  return (monthNames.firstIndex { $0.hasPrefix(typed) } ?? -1) + 1
}

private let monthNames = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
  "november", "december",
]
