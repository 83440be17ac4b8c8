import Domain

extension Cells {
  /// A day as people type it, day first, or as machines write it; never month first.
  mutating func day(_ column: Column) -> Day? {
    guard let cell = filled(column) else { return nil }
    let typed = DateParts(cell)
    var parts = typed
    if typed?.yearDigits == 2 {
      let isHeaded = dateOrders[column.position].isHeadedShortYear
      parts?.takeCentury(among: believable, isHeaded: isHeaded)
    }
    noteOrder(of: parts, column)
    switch DayReading(cell, parts) {
    case .day(let day):
      if !believable.contains(day) {
        let why = day < earliest ? "before 1940" : "more than 15 years ahead"
        refuse(column, "\(quoted(cell)) is \(why)", hint: "Try: check the year")
        return nil
      }
      note(typed, as: day, column)
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
    refuseFuture(day, column)
    return day <= today ? day : nil
  }

  /// Refuses a day later than today of something that is done.
  mutating func refuseFuture(_ day: Day?, _ column: Column) {
    guard let day, day > today else { return }
    refuse(column, "\(day.typed) is in the future", hint: "Try: check the year")
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

  /// A day of a public register, however long ago, and at most so far ahead as any.
  mutating func dayOfRecord(_ column: Column) -> Day? {
    guard let cell = filled(column) else { return nil }
    let parts = DateParts(cell)
    noteOrder(of: parts, column)
    switch DayReading(cell, parts) {
    case .day(let day):
      if day > believable.upperBound {
        refuse(
          column, "\(quoted(cell)) is more than 15 years ahead", hint: "Try: check the year")
        return nil
      }
      note(parts, as: day, column)
      return day
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
      self = DayReading.checked(day, on: parts.weekday)
    } else if parts.isYearFirst {
      self = .refused(
        says: "is no day of the calendar",
        hint: "Try: year, month and day, such as 2027-01-18, or day/month/year")
    } else if let swapped = Day(year: parts.year, month: parts.day, day: parts.month) {
      self = .refused(
        says: "has no month \(parts.month): dates are read as day/month/year",
        hint: "Try: \(swapped.typed) if the month was typed first")
    } else {
      self = .refused(says: "is no day of the calendar", hint: "Try: check the day and the month")
    }
  }

  private static func checked(_ day: Day, on weekday: Int?) -> DayReading {
    guard let weekday, weekday != day.weekday else { return .day(day) }
    return .refused(
      says: "is a \(weekdayNames[day.weekday])",
      hint: "Try: check the day, or leave the day of the week out")
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
  /// Says what of a date was left out or added.
  private mutating func note(_ parts: DateParts?, as day: Day, _ column: Column) {
    guard let parts, parts.hasTime || parts.yearDigits == 2 else { return }
    let typed = cell(column).text
    if parts.hasTime { cellNews.note(.time, column.position, typed, as: day.typed) }
    if parts.yearDigits == 2 { cellNews.note(.century, column.position, typed, as: day.typed) }
  }

  private mutating func noteOrder(of parts: DateParts?, _ column: Column) {
    guard let parts else { return }
    if parts.isAllNumbers {
      dateOrders[column.position].note(parts, cellKind(column), line: line)
      if parts.hasAmericanClock { dateOrders[column.position].noteAmerican(cell(column)) }
    } else if parts.isMonthNamed {
      dateOrders[column.position].noteNamed(parts, cell(column))
    }
  }
}
