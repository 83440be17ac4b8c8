import Domain
import Postgres

extension RowReader {
  /// A place from its school and setting columns, in this order.
  mutating func place() throws(PostgresError) -> PlaceKey {
    let urn = try optionalInt32("school")
    let setting = try optionalText("setting")
    if let urn = urn.flatMap({ URN(Int($0)) }) { return .school(urn) }
    return .setting(setting ?? "")
  }

  mutating func optionalPlace() throws(PostgresError) -> PlaceKey? {
    let key = try place()
    return key == .setting("") ? nil : key
  }

  mutating func day(_ column: StaticString) throws(PostgresError) -> Day {
    Day(number: try date(column))
  }

  mutating func optionalDay(_ column: StaticString) throws(PostgresError) -> Day? {
    try optionalDate(column).map { Day(number: $0) }
  }

  /// A window from its first and last day columns, in this order.
  mutating func window() throws(PostgresError) -> DaySpan {
    let from = try day("starts_on")
    let to = try day("ends_on")
    guard let span = DaySpan(from: min(from, to), to: max(from, to)) else {
      throw .misuse("a window without days")
    }
    return span
  }

  /// A need's columns in table order, from reference to asked_on.
  mutating func need() throws(PostgresError) -> Need {
    let reference = try text("reference")
    let key = try place()
    let kind: Need.Kind = try choice("kind")
    let role = try optionalWord("role")
    let specialism = try optionalWord("specialism")
    let phase = try optionalWord("phase")
    let halfDays = try optionalInt32("half_days").map { HalfDays($0) }
    let fte = try optionalInt32("fte_hundredths").map { FTE(hundredths: $0) }
    let span = try window()
    return Need(
      reference: reference, place: key, kind: kind, role: role, specialism: specialism,
      phase: phase, halfDays: halfDays, fte: fte, window: span, priority: try choice("priority"),
      behaviours: try words("behaviours"), people: try int32("people"),
      askedBy: try optionalWord("asked_by"), askedOn: try optionalDay("asked_on"))
  }
}
