import Configuring
import Domain
import Reporting
import Storing

/// What somebody typed for an option, as a true value, or refused with a sentence and a remedy.
enum Typed {
  /// Day first, as people type it (`18/01/2027`), or as machines write it (`2027-01-18`).
  static func day(_ text: String, for option: String) throws -> Day {
    if let day = Day(iso: text) { return try plausible(day, text, for: option) }
    let parts = text.split(whereSeparator: { "/-.".contains($0) })
    guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2]), parts[2].utf8.count == 4
    else {
      throw refused(text, for: option, "is not a date", "day/month/year, such as 18/01/2027")
    }
    guard let result = Day(year: year, month: month, day: day) else {
      throw refused(
        text, for: option, "is no day of the calendar (dates are read day/month/year)",
        "a date such as 18/01/2027")
    }
    return try plausible(result, text, for: option)
  }

  private static func plausible(_ day: Day, _ text: String, for option: String) throws -> Day {
    let earliest = Day(year: 1940, month: 1, day: 1) ?? day
    guard day >= earliest, day <= (try Session.today()).adding(months: 15 * 12) else {
      throw refused(text, for: option, "is too far from today", "check the year")
    }
    return day
  }

  static func span(from: Day, to: Day) throws -> DaySpan {
    guard let span = DaySpan(from: from, to: to) else {
      throw Failure(
        .refused, "the last day (\(to.typed)) is before the first (\(from.typed))\n  Try: swap them"
      )
    }
    return span
  }

  static func person(_ text: String) throws -> PersonReference {
    guard let reference = PersonReference(text) else {
      throw Failure(
        .refused,
        "\(quoted(text)) is not a person's number or TRN\n"
          + "  Try: a number such as P17; talent find \(quoted(text)) looks for the name")
    }
    return reference
  }

  /// Digits are a school's URN, anything else a setting's reference.
  static func place(_ text: String, for option: String) throws -> PlaceKey {
    if let urn = URN(text) { return .school(urn) }
    if text.isEmpty || text.allSatisfy({ $0.isASCII && $0.isNumber }) {
      throw refused(text, for: option, "is not a URN", "the school's six digits in GIAS")
    }
    return .setting(try words(text, for: option, atMost: 40))
  }

  /// Days in whole half-days.
  static func halfDays(_ days: Double, for option: String, in range: ClosedRange<Double>) throws
    -> HalfDays
  {
    guard range.contains(days), (days * 2).rounded() == days * 2 else {
      throw Failure(
        .refused,
        "\(option) is \(number(range.lowerBound)) to \(number(range.upperBound)) days, in half-days"
      )
    }
    return HalfDays(Int32(days * 2))
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }

  static func fte(_ share: Double, for option: String) throws -> FTE {
    let hundredths = (share * 100).rounded()
    guard (1...100).contains(hundredths), abs(hundredths - share * 100) < 0.001 else {
      throw Failure(.refused, "\(option) is a share of full time from 0.01 to 1\n  Try: 0.6")
    }
    return FTE(hundredths: Int32(hundredths))
  }

  static func yes(_ text: String, for option: String) throws -> Bool {
    switch text.lowercased() {
    case "yes", "y", "true": return true
    case "no", "n", "false": return false
    default: throw refused(text, for: option, "is neither yes nor no", "yes or no")
    }
  }

  static func whole(_ value: Int, for option: String, in range: ClosedRange<Int>) throws -> Int32 {
    guard range.contains(value) else {
      throw Failure(.refused, "\(option) is from \(range.lowerBound) to \(range.upperBound)")
    }
    return Int32(value)
  }

  /// Text that will be stored: without control characters, not blank, not endless.
  static func words(_ text: String, for option: String, atMost limit: Int = 4_000) throws -> String
  {
    let trimmed = text.drop { $0.isWhitespace }
    let words = String(trimmed.reversed().drop { $0.isWhitespace }.reversed())
    if words.isEmpty { throw Failure(.refused, "\(option) is blank") }
    if words.count > limit {
      throw Failure(.refused, "\(option) is longer than \(limit) characters")
    }
    if shown(words) != words {
      throw refused(words, for: option, "holds a control character", "type it without")
    }
    return words
  }

  static func refused(
    _ text: String, for option: String, _ says: String, _ remedy: String
  ) -> Failure {
    Failure(.refused, "\(option): \(quoted(text)) \(says)\n  Try: \(remedy)")
  }

  static func quoted(_ text: String) -> String { "'\(shown(text, limit: 40))'" }
}

extension Store {
  /// Whom a command names; who became part of another is the other, and that is said.
  ///
  /// - Throws: `StoreError.notFound`.
  func whom(_ reference: PersonReference) throws -> PersonNumber {
    do {
      return try person(reference)
    } catch StoreError.merged(let gone, let kept, let since) {
      Terminal.complain("note: \(gone) is part of \(kept) since \(since): \(kept) is taken")
      return kept
    }
  }
}

extension Session {
  /// The longest list that a sentence names in full.
  private static let listed = 20

  /// The vocabulary's own name for what was typed; a miss names what may be meant, and those there are.
  func name(_ typed: String, in which: VocabularyList, for option: String) throws -> String {
    let list = try configuration.list(which)
    if let name = list.name(for: typed) { return name }
    let all =
      list.names.count > Self.listed
      ? "talent template people lists them" : "one of \(list.names.joined(separator: ", "))"
    let remedy = list.meant(by: typed).map { "\($0); \(all)" } ?? all
    throw Typed.refused(typed, for: option, "is not a \(list.noun)", remedy)
  }

  func name(_ typed: String?, in which: VocabularyList, for option: String) throws -> String? {
    try typed.map { try name($0, in: which, for: option) }
  }

  func names(_ typed: [String], in which: VocabularyList, for option: String) throws -> [String] {
    try typed.map { try name($0, in: which, for: option) }
  }
}
