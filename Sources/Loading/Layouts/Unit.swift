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
    case .daysAYear:
      Self.plainDays.union(Self.daysWith(["a year", "per year", "year", "p a", "pa"]))
    case .daysPerHalfTerm:
      Self.plainDays.union(Self.daysWith(["a half term", "per half term", "half term"]))
    case .miles: ["mile", "miles", "mi", "mile s"]
    case .shareOfFullTime: ["fte", "f t e", "wte", "of full time", "full time equivalent"]
    case .percent: ["%", "per cent", "percent", "% fsm", "% of pupils", "of pupils"]
    case .people: ["person", "people", "staff"]
    case .pupils: ["pupil", "pupils", "on roll"]
    }
  }

  private static let plainDays: Set<String> = ["day", "days", "day s", "d", "working days"]

  private static func daysWith(_ spans: [String]) -> Set<String> {
    Set(spans + spans.flatMap { ["days \($0)", "day \($0)"] })
  }
}

extension Columns.Holds {
  var counts: Unit {
    if case .number(_, let unit) = self { return unit }
    return .things
  }
}
