/// What the numbers of a column count, as far as the cells of a workbook may say it beside them.
enum Unit: Hashable, Sendable {
  /// Nothing that has a name, as of a grade.
  case things
  case days, daysAYear, daysPerHalfTerm, miles, shareOfFullTime, percent, people, pupils

  /// Whether the words a cell's format adds to its number say just this: ` days`, `/year`.
  func isSaid(by words: String) -> Bool {
    let said = words.lowercased().split { !$0.isLetter && !"%$".contains($0) && $0.isASCII }
      .joined(separator: " ")
    return said.isEmpty || spellings.contains(said)
  }

  private var spellings: Set<String> {
    switch self {
    case .things: []
    case .days: Self.plainDays
    case .daysAYear: Self.yearlyDays
    case .daysPerHalfTerm: Self.halfTermDays
    case .miles: Self.distances
    case .shareOfFullTime: Self.shares
    case .percent: Self.percentages
    case .people: ["person", "people", "staff"]
    case .pupils: ["pupil", "pupils", "on roll"]
    }
  }

  private static let plainDays: Set<String> = ["day", "days", "day s", "d", "working days"]
  private static let yearlyDays = days(
    in: ["a year", "per year", "year", "a yr", "per yr", "yr", "p a", "pa", "per annum"])
  private static let halfTermDays = days(in: ["a half term", "per half term", "half term"])
  private static let distances: Set<String> = ["mile", "miles", "mile s", "mi"]
  private static let shares: Set<String> = [
    "fte", "f t e", "wte", "of full time", "full time equivalent",
  ]
  private static let percentages: Set<String> = [
    "%", "per cent", "percent", "% fsm", "% of pupils", "of pupils",
  ]

  private static func days(in spans: [String]) -> Set<String> {
    plainDays.union(spans).union(spans.flatMap { ["days \($0)", "day \($0)"] })
  }
}

extension Columns.Holds {
  var counts: Unit {
    if case .number(_, let unit) = self { return unit }
    return .things
  }
}
