import Domain
import Postgres

/// When something is decided, as SQL: the server's clock, on the day that stands in for it where one does.
enum Moment {
  static let sql =
    "coalesce(nullif(current_setting('talent.today', true), '')::date + localtime, now())"
}

extension Connection {
  /// Decisions made on this connection are of that day.
  func date(_ day: Day) throws {
    _ = try first(StandInDay(day: day))
  }
}

struct StandInDay: Statement {
  static let sql = "select set_config('talent.today', $1, false) as today"
  static let example = StandInDay(day: Day(number: 0))
  let day: Day
  func bind(_ parameters: inout Parameters) { parameters.add(day.iso) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> String {
    try row.optionalText("today") ?? ""
  }
}
