import Domain
import Postgres

/// What schools ask for.
public enum NeedLoad: LoadKind {
  public static let name = "needs"
  public static let tables = "need"
  public static let columns = [
    ("reference", "text"), ("school", "integer"), ("setting", "text"), ("kind", "text"),
    ("role", "text"), ("specialism", "text"), ("phase", "text"), ("half_days", "integer"),
    ("fte_hundredths", "integer"), ("starts_on", "date"), ("ends_on", "date"),
    ("priority", "text"), ("behaviours", "text[]"), ("people", "integer"), ("asked_by", "text"),
    ("asked_on", "date"), ("closed_on", "date"), ("closed_because", "text"),
  ].map { (name: $0.0, type: $0.1) }

  public static func write(_ draft: NeedDraft, to copy: inout CopyWriter) {
    let need = draft.need
    copy.add(need.reference)
    copy.add(need.place.urn?.number)
    copy.add(need.place.settingReference)
    copy.add(need.kind.rawValue)
    copy.add(need.role)
    copy.add(need.specialism)
    copy.add(need.phase)
    copy.add(need.halfDays?.count)
    copy.add(need.fte?.hundredths)
    copy.addDate(need.window.from.number)
    copy.addDate(need.window.to.number)
    copy.add(draft.saysPriority ? need.priority.rawValue : nil)
    copy.add(need.behaviours)
    copy.add(draft.saysPeople ? need.people : nil)
    copy.add(need.askedBy)
    copy.addDate(need.askedOn?.number)
    copy.addDate(need.closedOn?.number)
    copy.add(need.closedBecause)
  }

  public static let checks =
    LoadSQL.places(heading: "School URN") + LoadSQL.references(in: "need", "need") + """
      insert into finding select 1, i.line, case when i.school is null then 'Setting' else 'School URN' end,
          i.reference || ' is stored as a need of ' || coalesce(n.school::text, n.setting) || ', and this row is of '
            || coalesce(i.school::text, i.setting), 'give the new need its own reference'
        from incoming i join need n on n.organisation = :organisation and n.reference = i.reference
        where coalesce(n.school::text, n.setting) <> coalesce(i.school::text, i.setting);
      insert into finding select 1, i.line, 'Kind',
          i.reference || ' is stored as a ' || n.kind || ', and this row makes it a ' || i.kind,
          'give the new need its own reference'
        from incoming i join need n on n.organisation = :organisation and n.reference = i.reference
        where n.kind <> i.kind;
      insert into finding select 0, i.line, 'Reference', i.reference || ' is closed (' || n.closed_because || ') and stays closed',
          'give a new need its own reference'
        from incoming i join need n on n.organisation = :organisation and n.reference = i.reference
        where n.closed_on is not null and i.closed_on is null and n.typed is distinct from i.typed;

      """ + assumed("Priority", "priority", "normal is taken")
    + assumed("People", "people", "one person is taken")

  /// What is taken for a blank cell of a new need is said once, with the number of rows.
  private static func assumed(_ heading: String, _ column: String, _ taken: String) -> String {
    let new = """
      i.\(column) is null and not exists (
          select from need n where n.organisation = :organisation and n.reference = i.reference)
      """
    return LoadSQL.assumed(heading, in: "incoming i where \(new)", of: "needs", "\(taken)")
  }

  public static let merge = LoadSQL.keyed(
    "need", keys: [(table: "reference", incoming: "i.reference")],
    inserted: columns.map(\.name),
    compared: columns.map(\.name).filter { $0 != "reference" && $0 != "school" && $0 != "setting" })
}
