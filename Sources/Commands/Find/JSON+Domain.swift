import Domain
import Reporting

/// The domain's values as programs read them: dates in ISO 8601, days as numbers, nothing as null.
extension JSON {
  static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
  static func optional(_ number: Int32?) -> JSON { number.map { .int(Int($0)) } ?? .null }
  static func optional(_ number: Int?) -> JSON { number.map { .int($0) } ?? .null }
  static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
  static func day(_ day: Day?) -> JSON { optional(day?.iso) }

  /// In days: 2.5 for five half-days.
  static func days(_ halfDays: HalfDays?) -> JSON {
    halfDays.map { .number(Double($0.count) / 2) } ?? .null
  }

  static func fte(_ share: FTE?) -> JSON {
    share.map { .number(Double($0.hundredths) / 100) } ?? .null
  }

  static func readiness(_ readiness: Readiness) -> JSON {
    [
      "post": .string(readiness.post), "level": .string(readiness.level),
      "judged_on": .day(readiness.judgedOn),
    ]
  }
}
