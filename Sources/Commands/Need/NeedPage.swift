import Domain
import Reporting
import Storing

/// Needs as a table, as a sentence, as a page and as JSON.
enum NeedPage {
  /// `5 days of SLE, Phonics`, `Headteacher, 0.6 of full time`.
  static func wanted(_ need: Need) -> String {
    let specialism = need.specialism.map { ", \($0)" } ?? ""
    switch need.kind {
    case .deployment:
      return "\(need.halfDays?.spoken ?? "days") of \(need.role ?? "support")\(specialism)"
    case .secondment:
      return "\(need.role ?? "a post"), \(need.fte?.spoken ?? "full time")\(specialism)"
    }
  }

  static func sentence(_ record: NeedRecord) -> String {
    let need = record.need
    let people = need.people == 1 ? "" : " each for \(need.people) people"
    return
      "\(shown(wanted(need)))\(people) at \(shown(record.placeName ?? need.place.description)), "
      + need.window.spoken
  }

  static func state(_ record: NeedRecord) -> String {
    if record.closedOn != nil { return "closed" }
    if record.filled >= record.need.people { return "filled" }
    return record.filled == 0
      ? "open" : "\(Phrase.share(Int(record.filled), of: Int(record.need.people))) chosen"
  }

  /// People see the kind in what is wanted; programs get it as a column.
  static func table(_ needs: [NeedRecord], showsState: Bool, isForPeople: Bool) -> Table {
    let columns: [Table.Column] =
      [.init("Need"), .init("At", canShrink: true, minimumWidth: 16)]
      + (isForPeople ? [] : [.init("Kind")])
      + [
        .init("Wanted", canShrink: true, minimumWidth: 20), .init("From"), .init("To"),
        .init("Priority"), .init("People", .trailing),
      ] + (showsState ? [.init("State")] : [])
    var table = Table(
      columns, whenEmpty: "No open needs. Try: talent need add, or talent need list --all.")
    for record in needs {
      let need = record.need
      let place = [need.reference, record.placeName ?? need.place.description]
      let asked = [
        wanted(need), need.window.from.typed, need.window.to.typed, need.priority.rawValue,
        "\(need.people - (showsState ? 0 : record.filled))",
      ]
      table.add(
        place + (isForPeople ? [] : [need.kind.rawValue]) + asked
          + (showsState ? [state(record)] : []))
    }
    return table
  }

  static func facts(_ record: NeedRecord) -> [(String, String)] {
    let need = record.need
    let closed = record.closedOn.map {
      "\($0.spoken): \(record.closedBecause ?? "no reason given")"
    }
    let facts: [(String, String?)] = [
      ("need", need.reference), ("kind", need.kind.rawValue),
      ("at", record.placeName.map { "\($0) (\(need.place))" } ?? need.place.description),
      ("authority", record.authority), ("wanted", wanted(need)), ("phase", need.phase),
      ("window", need.window.spoken), ("priority", need.priority.rawValue),
      ("behaviours", need.behaviours.isEmpty ? nil : need.behaviours.joined(separator: ", ")),
      ("people", "\(need.people)"), ("asked by", need.askedBy), ("asked on", need.askedOn?.spoken),
      ("cover", record.coverOf.map { "for who leaves for \($0); plans leave it alone" }),
      ("state", state(record)), ("closed", closed),
    ]
    return facts.compactMap { label, value in value.map { (label, $0) } }
  }

  static func json(_ record: NeedRecord) -> JSON { .object(members(record)) }

  static func json(_ record: NeedRecord, placements: [PlacementRecord]) -> JSON {
    .object(
      members(record) + [("placements", .array(placements.map { PlacementPage.json($0) }))])
  }

  private static func members(_ record: NeedRecord) -> [(String, JSON)] {
    let need = record.need
    return [
      ("reference", .string(need.reference)), ("place", .string(need.place.description)),
      ("place_name", .optional(record.placeName)), ("authority", .optional(record.authority)),
      ("kind", .string(need.kind.rawValue)), ("role", .optional(need.role)),
      ("specialism", .optional(need.specialism)), ("phase", .optional(need.phase)),
      ("days", .days(need.halfDays)), ("fte", .fte(need.fte)),
      ("starts_on", .day(need.window.from)), ("ends_on", .day(need.window.to)),
      ("priority", .string(need.priority.rawValue)), ("behaviours", .strings(need.behaviours)),
      ("people", .int(Int(need.people))), ("filled", .int(Int(record.filled))),
      ("state", .string(state(record))), ("asked_by", .optional(need.askedBy)),
      ("asked_on", .day(need.askedOn)), ("closed_on", .day(record.closedOn)),
      ("closed_because", .optional(record.closedBecause)),
      ("cover_of", .optional(record.coverOf)),
    ]
  }
}
