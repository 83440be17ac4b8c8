import Domain
import Postgres

/// Deployments and secondments of the past.
public enum PlacementLoad: LoadKind {
  public static let name = "placements"
  public static let tables = "past_placement"
  private static let said: [(name: String, type: String)] = [
    ("role", "text"), ("specialism", "text"), ("half_days", "integer"),
    ("fte_hundredths", "integer"), ("ends_on", "date"), ("outcome", "text"),
    ("impact", "smallint"), ("comment", "text"),
  ]
  public static let columns: [(name: String, type: String)] =
    KnownPersonSQL.columns + [
      ("school", "integer"), ("setting", "text"), ("kind", "text"), ("starts_on", "date"),
    ] + said

  public static func write(_ draft: PastPlacement, to copy: inout CopyWriter) {
    KnownPersonSQL.write(draft.person, to: &copy)
    copy.add(draft.place.urn?.number)
    copy.add(draft.place.settingReference)
    copy.add(draft.kind.rawValue)
    copy.addDate(draft.window.from.number)
    copy.add(draft.role)
    copy.add(draft.specialism)
    copy.add(draft.halfDays?.count)
    copy.add(draft.fte?.hundredths)
    copy.addDate(draft.window.to.number)
    copy.add(draft.outcome?.rawValue)
    copy.add(draft.impact.map(Int16.init(clamping:)))
    copy.add(draft.comment)
  }

  public static let checks =
    KnownPersonSQL.checks
    + SaidBeforeSQL(
      table: "past_placement",
      rows: SaidBeforeSQL.keyed(["person", "place", "kind", "starts_on"]),
      columns: [
        .init("role", "Role"), .init("specialism", "Specialism"), .init("half_days", "Days"),
        .init("fte_hundredths", "FTE"), .init("ends_on", "To"), .init("outcome", "Outcome"),
        .init("impact", "Impact (1-5)"), .init("comment", "Comment"),
      ]
    ).checks + LoadSQL.places(heading: "School URN")
    + KnownPersonSQL.once(", coalesce(school::text, setting), kind, starts_on") + together

  /// Nobody is seconded for more than full time at once, or to where they work; a home may have changed since.
  private static let together = """
    insert into finding select distinct on (i.line) 0, i.line, 'FTE',
        'P' || i.person || ' is seconded to ' || o.place || ' in the same days'
          || coalesce(' (line ' || o.line || ')', ', as stored') || ': together FTE '
          || trim_scale((i.fte_hundredths + o.fte_hundredths) / 100.0),
        'check the days and the FTE of both'
      from incoming i join (
        select line, person, coalesce(school::text, setting) as place, fte_hundredths, starts_on, ends_on,
          outcome from incoming where kind = 'secondment'
        union all
        select null, p.person, p.place, p.fte_hundredths, p.starts_on, p.ends_on, p.outcome
        from past_placement p where p.organisation = :organisation and p.kind = 'secondment'
          and not exists (select from incoming s where s.person = p.person and s.kind = p.kind
            and coalesce(s.school::text, s.setting) = p.place and s.starts_on = p.starts_on)) o
      on o.person = i.person and o.line is distinct from i.line
        and least(i.ends_on, o.ends_on) > greatest(i.starts_on, o.starts_on)
      where i.kind = 'secondment' and i.fte_hundredths + o.fte_hundredths > 100
        and coalesce(i.outcome, '') <> 'withdrawn' and coalesce(o.outcome, '') <> 'withdrawn'
      order by i.line, o.line nulls last, o.place;
    insert into finding select 0, i.line, case when i.school is null then 'Setting' else 'School URN' end,
        'is where P' || p.number || ' works', 'check the place, unless they came there later'
      from incoming i join person p on p.organisation = :organisation and p.number = i.person
        and coalesce(i.school::text, i.setting) = coalesce(p.home_school::text, p.home_setting);

    """
  public static let merge = LoadSQL.keyed(
    "past_placement", keys: ["person", "place", "kind", "starts_on"],
    inserted: ["person", "school", "setting", "kind", "starts_on"] + said.map(\.name),
    compared: said.map(\.name))
}
