/// In which order the dates of a column are typed, as far as they tell.
///
/// Dates are day/month/year. Where more of a column make sense only month first, those that could be
/// either would be misread without a word, and the file is refused.
struct DateOrder {
  /// Texts that make sense only one way, or either way.
  private var monthFirst = 0
  private var dayFirst = 0
  private var either = 0
  /// Cells that a spreadsheet keeps as dates, by whether their day could be a month.
  private var lowDays = 0
  private var highDays = 0
  private var monthFirstLine = 0
  private var lowDayLine = 0

  /// Takes a date's numbers as typed: the first for the day, the second for the month.
  mutating func note(day: Int, month: Int, isDateCell: Bool, line: Int) {
    if isDateCell {
      if day > 12 { highDays += 1 } else { lowDays += 1 }
      if day <= 12 && lowDayLine == 0 { lowDayLine = line }
    } else if day > 12 {
      dayFirst += 1
    } else if month > 12 {
      monthFirst += 1
      if monthFirstLine == 0 { monthFirstLine = line }
    } else if day != month {
      either += 1
    }
  }

  /// Why none of the column's dates can be believed; nil when they can.
  func fault(under heading: String) -> SheetFault? {
    guard monthFirst > 0, monthFirst >= dayFirst, either > 0 else { return nil }
    let those = either == 1 ? "the one that could be either" : "the \(either) that could be either"
    let only = monthFirst == 1 ? "1 date here is" : "\(monthFirst) dates here are"
    return SheetFault(
      line: monthFirstLine, column: heading,
      "\(only) month/day/year and \(dayFirst) clearly day/month/year: \(those) would be misread",
      hint:
        "Try: type them all day/month/year, or format the column as year-month-day (2027-01-18) and save again"
    )
  }

  /// What of the column's dates is worth a second look; nil when nothing is.
  func news(under heading: String) -> String? {
    if monthFirst > 0, either > 0 {
      let others =
        either == 1
        ? "1 other that could be either is" : "\(either) others that could be either are"
      return
        "\(heading): a date is typed month first (line \(monthFirstLine)); \(others) read as day/month/year"
    }
    if dayFirst > 1, either == 0, lowDays > 1, highDays == 0 {
      return
        "\(heading): every date with a day past the 12th is a text, and no date cell has one: a spreadsheet set to month/day may have changed day and month of the \(lowDays) date cells over (look at line \(lowDayLine))"
    }
    return nil
  }
}
