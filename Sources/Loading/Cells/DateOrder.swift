import Domain

/// In which order the dates of a column are typed, as far as they tell.
///
/// Dates are day/month/year. Where more of a column make sense only month first, or its heading says that
/// they are, those that could be either would be misread without a word, and the file is refused. In a workbook a
/// spreadsheet may have made dates of some and left others as they were: what it may have turned round is named, as is
/// what could be either beside dates that an American wrote.
struct DateOrder {
  /// A date of which day and month may have changed places.
  struct Doubted {
    let line: Int32
    let day: Day
    /// Day and month the other way about.
    let turned: Day
  }

  /// Whether the heading says that the month stands first.
  let isHeadedMonthFirst: Bool
  /// Whether it says that years have two digits, behind day and month.
  let isHeadedShortYear: Bool
  /// Whether cells in doubt are kept: those of a workbook.
  let isOfWorkbook: Bool
  /// Texts that make sense only one way, or either way.
  private var monthFirst = 0
  private var dayFirst = 0
  private var either = 0
  /// Cells that a spreadsheet keeps as dates, by whether their day could be a month.
  private var lowDays = 0
  private var highDays = 0
  /// Whether any of them is shown month first.
  private var isShownMonthFirst = false
  private var shownLine = 0
  /// Dates with the month's name before the day, or with an American clock; with the name behind the day.
  private var americans = 0
  private var american = ""
  private var dayBeforeName = 0
  private var monthFirstLine = 0
  private var lowDayLine = 0
  private var textLine = 0
  /// Date cells whose day could be a month, and texts that could be either, while they may be in doubt.
  private var cells: [Doubted] = []
  private var texts: [Doubted] = []

  /// As many are named one by one; past them the sheet is refused whole.
  static let named = 10_000

  init(heading: String = "", isOfWorkbook: Bool = false) {
    isHeadedMonthFirst = DateRemark.saysMonthFirst(heading)
    isHeadedShortYear = DateRemark.saysShortYear(heading)
    self.isOfWorkbook = isOfWorkbook
  }

  /// Takes a date whose month is typed by its name.
  mutating func noteNamed(_ parts: DateParts, _ cell: Cell) {
    if parts.isMonthNameFirst { noteAmerican(cell) } else { dayBeforeName += 1 }
  }

  mutating func noteAmerican(_ cell: Cell) {
    if americans == 0 { american = quoted(cell) }
    americans += 1
  }

  /// Takes a date's numbers as typed: the first for the day, the second for the month.
  mutating func note(_ parts: DateParts, _ kind: CellKind, line: Int) {
    if kind.isDate {
      if kind == .monthFirstDate, !isShownMonthFirst {
        isShownMonthFirst = true
        shownLine = line
      }
      if parts.day > 12 { highDays += 1 } else { lowDays += 1 }
      if parts.day <= 12 && lowDayLine == 0 { lowDayLine = line }
      if highDays > 0 { cells = [] } else { keep(parts, line, in: \.cells) }
      return
    }
    if parts.day != parts.month, textLine == 0 { textLine = line }
    if parts.day > 12 {
      dayFirst += 1
      if !isOfWorkbook { texts = [] }
    } else if parts.month > 12 {
      monthFirst += 1
      if monthFirstLine == 0 { monthFirstLine = line }
    } else if parts.day != parts.month {
      either += 1
      keep(parts, line, in: \.texts)
    }
  }

  private mutating func keep(
    _ parts: DateParts, _ line: Int, in list: WritableKeyPath<DateOrder, [Doubted]>
  ) {
    guard isOfWorkbook || dayFirst == 0, self[keyPath: list].count <= DateOrder.named,
      parts.day != parts.month,
      let day = Day(year: parts.year, month: parts.month, day: parts.day),
      let turned = Day(year: parts.year, month: parts.day, day: parts.month)
    else { return }
    self[keyPath: list].append(Doubted(line: Int32(clamping: line), day: day, turned: turned))
  }

  /// Why none of the column's dates can be believed; nil when they can.
  func fault(under heading: String) -> SheetFault? {
    if isHeadedMonthFirst, textLine > 0 {
      let others = monthFirst + dayFirst + either
      return SheetFault(
        line: textLine, column: heading,
        "the heading says month/day/year, and dates are read as day/month/year: \(others == 1 ? "the date under it" : "the dates under it") would be misread",
        hint:
          "Try: type them day/month/year and take the remark out of the heading, or format the column as year-month-day (2027-01-18) and save again"
      )
    }
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

  /// Whether a spreadsheet set to month/day made dates of what it could and left the rest as text.
  private var hasTurnedCells: Bool { dayFirst > 1 && either == 0 && lowDays > 1 && highDays == 0 }

  /// What other dates of the column are, where texts that could be either are likely month first and none tells.
  private var company: String? {
    if either == 0 || dayFirst > 0 { return nil }
    if isShownMonthFirst { return "it is text among dates that are shown month first" }
    return americans > dayBeforeName ? "the column has American dates, such as \(american)" : nil
  }

  /// The cells that may say another day than was meant, each refused unless somebody looked at them.
  func doubts(under heading: String) throws -> [Finding] {
    let trust = "or load with --trust-dates when they are right as they are"
    let found =
      hasTurnedCells
      ? cells.map { cell in
        Finding(
          line: Int(cell.line), column: heading,
          says:
            "\(cell.day.typed) may have been typed \(cell.turned.typed): the spreadsheet made dates of what it could read month first and left the others as text",
          hint: "Try: type the column's dates again as they are meant, \(trust)")
      }
      : company.map { company in
        texts.map { text in
          Finding(
            line: Int(text.line), column: heading,
            says:
              "\(text.day.typed) may mean \(text.turned.typed): \(company)",
            hint: "Try: type the month by its name, such as 2 Mar 2027, \(trust)")
        }
      } ?? []
    guard found.count > DateOrder.named else { return found }
    throw SheetFault(
      line: found[0].line, column: heading,
      "more than \(DateOrder.named) dates from here on may have day and month changed over",
      hint: "Try: look at the column's dates in the spreadsheet, \(trust)")
  }

  /// What of the column's dates is worth a second look; nil when nothing is.
  func news(under heading: String) -> String? {
    if monthFirst > 0, either > 0 {
      let others =
        either == 1
        ? "1 other that could be either is" : "\(either) others that could be either are"
      return
        "\(heading): a date is typed month first (\(isOfWorkbook ? "row" : "line") \(monthFirstLine)); \(others) read as day/month/year"
    }
    if hasTurnedCells {
      return
        "\(heading): every date with a day past the 12th is a text, and no date cell has one: a spreadsheet set to month/day may have changed day and month of the \(lowDays) date cells over (look at row \(lowDayLine))"
    }
    if isShownMonthFirst {
      return
        "\(heading): the workbook shows dates month first (row \(shownLine)), and they are read as the days they are"
    }
    return nil
  }
}
