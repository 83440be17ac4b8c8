extension Unit {
  /// What to try where a cell has words beside its number. What it gives as a number can be typed as it stands.
  func hint(for typed: String, takes: (TypedNumber) -> Bool) -> String {
    if let mended = Self.withDigits(typed), Self.number(mended).map(takes) ?? false {
      return "Try: \(mended), with the digit 0 and not a letter"
    }
    let alone = String(typed.prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
    let rest = typed.dropFirst(alone.count)
    guard let number = Self.number(alone), let follows = rest.first,
      follows == " " || follows.isASCII && follows.isLetter, !rest.contains(where: \.isNumber)
    else { return "Try: digits alone" }
    let unit = String(rest.lowercased().filter(\.isLetter))
    if let other = converted(number, unit, takes: takes) { return other }
    return names(unit) && takes(number) ? "Try: the number alone, \(alone)" : asked
  }

  /// Whether some words after a number leave it what the column counts.
  private func names(_ unit: String) -> Bool {
    switch self {
    case .miles: ["mile", "miles", "mi"].contains(unit)
    case .days: Self.dayWords.contains(unit)
    case .daysAYear:
      Self.dayWords.contains(unit)
        || ["ayear", "peryear", "inayear", "pa", "perannum", "year", "ayr", "peryr"].contains(
          Self.withoutDays(unit))
    case .daysPerHalfTerm:
      Self.dayWords.contains(unit)
        || ["ahalfterm", "perhalfterm", "halfterm", "eachhalfterm"].contains(
          Self.withoutDays(unit))
    case .shareOfFullTime: ["fte", "wte"].contains(unit)
    case .things, .percent, .people, .pupils: !Self.multiples.contains { unit.hasPrefix($0) }
    }
  }

  /// What another unit comes to in the column's own.
  private func converted(
    _ number: TypedNumber, _ unit: String, takes: (TypedNumber) -> Bool
  ) -> String? {
    switch self {
    case .miles where ["km", "kms", "kilometre", "kilometres", "kilometers"].contains(unit):
      let miles = String((number.hundredths * 621_371 + 50_000_000) / 100_000_000)
      return Self.number(miles).map(takes) ?? false ? "Try: in miles, about \(miles)" : nil
    case .days, .daysAYear, .daysPerHalfTerm:
      guard ["halfday", "halfdays"].contains(unit), number.isWhole else { return nil }
      let days = "\(number.whole / 2)" + (number.whole % 2 == 0 ? "" : ".5")
      return Self.number(days).map(takes) ?? false ? "Try: in days, \(days)" : nil
    default: return nil
    }
  }

  private var asked: String {
    switch self {
    case .miles: "Try: the distance in miles, digits alone"
    case .days: "Try: how many days altogether, digits alone"
    case .daysAYear: "Try: how many days in a year, digits alone"
    case .daysPerHalfTerm: "Try: how many days in a half-term, digits alone"
    case .shareOfFullTime: "Try: a share of full time, such as 0.6 for three days a week"
    case .things, .percent, .people, .pupils: "Try: digits alone"
    }
  }

  private static let dayWords = ["day", "days", "d"]
  /// Words that make a number another: `5k`, `1 dozen`.
  private static let multiples = [
    "k", "m", "half", "dozen", "hundred", "thousand", "quarter", "per",
  ]

  private static func withoutDays(_ unit: String) -> String {
    String(unit.dropFirst(unit.hasPrefix("days") ? 4 : unit.hasPrefix("day") ? 3 : 0))
  }

  /// The number meant where the letter O was typed for a nought; nil where there is no such letter.
  private static func withDigits(_ typed: String) -> String? {
    guard typed.contains(where: { "oO".contains($0) }), typed.contains(where: \.isNumber),
      typed.utf8.allSatisfy({ isDigit($0) || "oO.".utf8.contains($0) })
    else { return nil }
    return String(typed.map { "oO".contains($0) ? "0" : $0 })
  }

  private static func number(_ text: String) -> TypedNumber? {
    var text = text
    return text.withUTF8 { TypedNumber(Cell($0)) }
  }
}
