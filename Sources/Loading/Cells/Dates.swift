import Domain

extension Cells {
  /// A day as people type it, day first, or as machines write it; never month first.
  mutating func day(_ column: Column) -> Day? {
    guard let cell = filled(column) else { return nil }
    let parts = DateParts(cell)
    noteOrder(of: parts, column)
    switch DayReading(cell, parts) {
    case .day(let day):
      if !believable.contains(day) {
        let why = day < earliest ? "before 1940" : "more than 15 years ahead"
        refuse(column, "\(quoted(cell)) is \(why)", hint: "Try: check the year")
        return nil
      }
      return day
    case .refused(let says, let hint):
      refuse(column, "\(quoted(cell)) \(says)", hint: hint)
      return nil
    }
  }
}

extension Cells {
  /// A day on which something was done: today or earlier.
  mutating func dayPast(_ column: Column) -> Day? {
    guard let day = day(column) else { return nil }
    if day <= today { return day }
    refuse(column, "\(day.typed) is in the future", hint: "Try: check the year")
    return nil
  }

  /// Refuses a cell that says nothing without another, which is blank.
  mutating func refuse(_ column: Column, without other: Column, _ says: String) {
    let missing = heading(other)
    if !cell(column).isBlank, cell(other).isBlank {
      refuse(column, says, hint: "Try: fill in \(missing), or clear this cell")
    }
  }

  /// First and last day; a last day before the first is refused.
  mutating func days(_ from: Column, _ to: Column) -> (Day?, Day?) {
    let first = day(from)
    let last = day(to)
    if let first, let last, last < first {
      refuse(to, "\(last.typed) is before \(first.typed)")
    }
    return (first, last)
  }

  /// A day of a public register, however long ago.
  mutating func dayOfRecord(_ column: Column) -> Day? {
    guard let cell = filled(column) else { return nil }
    let parts = DateParts(cell)
    noteOrder(of: parts, column)
    switch DayReading(cell, parts) {
    case .day(let day): return day
    case .refused(let says, let hint):
      refuse(column, "\(quoted(cell)) \(says)", hint: hint)
      return nil
    }
  }
}

/// 1 January 1940: nobody in a talent pool has a date before it.
let earliest = Day(number: -10_957)

/// What a cell says as a date.
enum DayReading {
  case day(Day)
  case refused(says: String, hint: String)

  init(_ cell: Cell) { self.init(cell, DateParts(cell)) }

  fileprivate init(_ cell: Cell, _ parts: DateParts?) {
    guard let parts else {
      self = DayReading.strange(cell)
      return
    }
    if parts.yearDigits != 4 {
      self =
        parts.yearDigits == 2
        ? .refused(says: "has a two-digit year", hint: "Try: type all four digits of the year")
        : .refused(says: "is not a date", hint: DayReading.example)
      return
    }
    if !(1900...2200).contains(parts.year) {
      self = .refused(says: "has the year \(parts.year)", hint: "Try: check the year")
    } else if let day = Day(year: parts.year, month: parts.month, day: parts.day) {
      self = .day(day)
    } else if let swapped = Day(year: parts.year, month: parts.day, day: parts.month) {
      self = .refused(
        says: "has no month \(parts.month): dates are read as day/month/year",
        hint: "Try: \(swapped.typed) if the month was typed first")
    } else {
      self = .refused(says: "is no day of the calendar", hint: "Try: check the day and the month")
    }
  }

  private static let example = "Try: day/month/year, such as 18/01/2027"

  /// Why a cell that has not the shape of a date is not one.
  private static func strange(_ cell: Cell) -> DayReading {
    if cell.isAllDigits && cell.count == 5 {
      return .refused(
        says: "is a spreadsheet's day number, not a date",
        hint: "Try: format the column as a date and save the sheet again")
    }
    if cell.bytes.contains(UInt8(ascii: ":")) {
      return .refused(
        says: "has a time of day", hint: "Try: format the column as a date without a time")
    }
    return .refused(says: "is not a date", hint: example)
  }
}

extension Cells {
  private mutating func noteOrder(of parts: DateParts?, _ column: Column) {
    guard let parts, parts.isAllNumbers else { return }
    dateOrders[column.position].note(
      day: parts.day, month: parts.month, isDateCell: isDateCell(column), line: line)
  }
}

/// The numbers of a date in the shapes people and machines use.
private struct DateParts {
  /// Whether day and month are both typed as numbers, the year last.
  var isAllNumbers = false
  var day = 0
  var month = 0
  var year = 0
  var yearDigits = 0

  /// Nil when the cell is not day, month and year with one kind of separator between (`/ - .` or
  /// space), the month a number or an English name, or `2027-01-18`.
  init?(_ cell: Cell) {
    guard cell.count >= 6, cell.count <= 20 else { return nil }
    if readUsual(cell) { return }
    guard let first = cell.dateToken(from: 0), first.end < cell.count else { return nil }
    let separator = cell[first.end]
    guard let second = cell.dateToken(from: first.end + 1), second.end < cell.count,
      cell[second.end] == separator,
      let third = cell.dateToken(from: second.end + 1), third.end == cell.count
    else { return nil }
    let isISO = first.count == 4 && first.isNumber
    if isISO {
      guard separator == UInt8(ascii: "-"), second.isNumber, second.count == 2, third.isNumber,
        third.count == 2
      else { return nil }
      (year, yearDigits, month, day) = (first.value, 4, second.value, third.value)
      return
    }
    guard first.isNumber, first.count <= 2, third.isNumber, third.count <= 4 else { return nil }
    guard separator == UInt8(ascii: " ") ? !second.isNumber : true,
      second.isNumber ? second.count <= 2 : second.value > 0
    else { return nil }
    (day, month, year, yearDigits) = (first.value, second.value, third.value, third.count)
    isAllNumbers = second.isNumber
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
private func monthNumber(_ typed: String) -> Int {
  let typed = typed.lowercased()
  guard typed.utf8.count >= 3 else { return 0 }
  return (monthNames.firstIndex { $0.hasPrefix(typed) } ?? -1) + 1
}

private let monthNames = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
  "november", "december",
]
