/// A date without what people and machines put around it: a day of the week before it, `1st`, `of` and
/// commas in it, the month's name first, a time of day behind it.
struct SpokenDate {
  /// Day, month and year, or year, month and day, with what separates them.
  private(set) var bare = ""
  /// Whether a time of day other than midnight was taken away.
  private(set) var hasTime = false
  /// Whether that clock has twelve hours, and seconds.
  private(set) var hasAmericanClock = false
  /// Whether the month's name stands before the day, and the day is typed without `st` or `th`.
  private(set) var isMonthNameFirst = false
  /// 0 for Monday; nil where no day of the week was taken away.
  private(set) var weekday: Int?

  /// Nil when it is no date, or has a time of another zone, where it may be another day.
  init?(_ typed: String) {
    var words = typed.lowercased().split { $0 == " " || $0 == "\u{A0}" }[...]
    guard takeTime(&words) else { return nil }
    takeWeekday(&words)
    var separator: Character = " "
    if words.count == 1, let word = words.first,
      let found = word.first(where: { "/-.".contains($0) })
    {
      separator = found
      words = word.split(separator: found, omittingEmptySubsequences: false)[...]
    }
    var parts = words.map { $0.last == "," ? String($0.dropLast()) : String($0) }
    if parts.count == 4, parts[1] == "of" { parts.remove(at: 1) }
    guard parts.count == 3 else { return nil }
    if monthNumber(parts[0]) > 0, parts[2].utf8.count == 4 {
      parts.swapAt(0, 1)
      isMonthNameFirst = parts[0].utf8.allSatisfy(isDigit)
    }
    guard let day = withoutOrdinal(parts[0]) else { return nil }
    parts[0] = day
    if separator == " ", parts[1].last == "." { parts[1].removeLast() }
    bare = parts.joined(separator: String(separator))
  }

  /// `2026-09-01T00:00:00`, `01/09/2026 9:30`, `01/09/2026 12:00 AM`; false when there is a time and it
  /// cannot be read.
  private mutating func takeTime(_ words: inout ArraySlice<Substring>) -> Bool {
    guard words.contains(where: { $0.contains(":") }) else { return true }
    var half: Substring?
    if let last = words.last, last == "am" || last == "pm" { half = words.removeLast() }
    guard var clock = words.popLast() else { return false }
    if let mark = clock.firstIndex(of: "t") {
      words.append(clock[..<mark])
      clock = clock[clock.index(after: mark)...]
    }
    if half == nil, clock.hasSuffix("am") || clock.hasSuffix("pm") {
      half = clock.suffix(2)
      clock.removeLast(2)
    }
    let isZoned = clock.last == "z"
    if isZoned { clock.removeLast() }
    guard let isMidnight = isMidnight(clock, half: half) else { return false }
    hasTime = !isMidnight
    hasAmericanClock = half != nil && clock.count(where: { $0 == ":" }) == 2
    return !(isZoned && hasTime)
  }

  private mutating func takeWeekday(_ words: inout ArraySlice<Substring>) {
    guard words.count > 1, let first = words.first else { return }
    let name = first.prefix { $0 != "," && $0 != "." }
    guard name.utf8.count >= 3, first.utf8.count - name.utf8.count <= 1 else { return }
    weekday = name == "weds" ? 2 : weekdayNames.firstIndex { $0.lowercased().hasPrefix(name) }
    if weekday != nil { words.removeFirst() }
  }
}

/// Whether a time of day is midnight; nil when it is none.
private func isMidnight(_ clock: Substring, half: Substring?) -> Bool? {
  let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
  guard 2...3 ~= parts.count, 1...2 ~= parts[0].utf8.count, let hour = Int(parts[0]) else {
    return nil
  }
  let rest = parts[1...].joined(separator: ".").split(
    separator: ".", omittingEmptySubsequences: false)
  guard rest.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }), rest.count <= 3,
    rest.prefix(parts.count - 1).allSatisfy({ $0.utf8.count == 2 && $0 < "60" }),
    half == nil ? 0...23 ~= hour : 1...12 ~= hour
  else { return nil }
  let isFirstHour = half == nil ? hour == 0 : hour == 12 && half == "am"
  return isFirstHour && rest.allSatisfy { $0.utf8.allSatisfy { $0 == UInt8(ascii: "0") } }
}

/// `1st` as `1`; digits alone as they are; nil for another ending, as of `1th`.
private func withoutOrdinal(_ word: String) -> String? {
  let digits = word.prefix { $0.isASCII && $0.isNumber }
  let ending = word.dropFirst(digits.count)
  if ending.isEmpty { return word }
  guard let number = Int(digits), 1...31 ~= number else { return nil }
  let due =
    switch number {
    case 1, 21, 31: "st"
    case 2, 22: "nd"
    case 3, 23: "rd"
    default: "th"
    }
  return ending == due ? String(digits) : nil
}

let weekdayNames = [
  "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
]
