/// Cells that say what their row said when it was loaded last, although somebody edited the record or a merge
/// settled it since: they say nothing new, and what is stored stays.
struct SaidBeforeSQL {
  /// A column of the table, the one of `incoming` that holds it, and its heading.
  struct Column {
    let stored: String
    let typed: String
    let heading: String
    /// Columns of one unit say one thing together: what is new of one of them is new of all.
    let unit: String

    init(_ stored: String, _ heading: String, typed: String? = nil, unit: String? = nil) {
      self.stored = stored
      self.typed = typed ?? stored
      self.heading = heading
      self.unit = unit ?? stored
    }
  }

  let table: String
  /// How rows `i` of `incoming` are those of a record `s.record`, as a join's table and condition.
  let rows: String
  let columns: [Column]
  /// Whether rows may be of somebody who became part of another, as `part_of` has them.
  var isOfPeople = true

  /// By columns of those names, a place aside.
  static func keyed(_ keys: [String]) -> String {
    "incoming i on "
      + keys.map { key in
        let typed = key == "place" ? "coalesce(i.school::text, i.setting)" : "i.\(key)"
        return "to_jsonb(\(typed)) = s.record -> '\(key)'"
      }.joined(separator: " and ")
  }

  /// Of people whose numbers `incoming` has.
  static let numbered = "incoming i on i.person = (s.record ->> 'number')::integer"

  /// Of people whose numbers `resolved` has, as `person` names them in the record; `asBefore` is whether the row
  /// `i` is the very one that was loaded of the person `p`, which says nothing at all.
  static func resolved(
    _ person: String = "person", asBefore: String, and condition: String = "true"
  )
    -> String
  {
    """
    resolved r on r.person = (s.record ->> '\(person)')::integer
        join person p on p.organisation = :organisation and p.number = r.person
        join incoming i on i.line = r.line and (\(asBefore)) is not true and \(condition)
    """
  }

  /// Afterwards such cells are blank, which is said, and `kept_out_TABLE` has them. The very row that was loaded
  /// last says nothing at all.
  var checks: String {
    """
    create temp table kept_out_\(table) on commit drop as
      select distinct on (i.line, c.stored) i.line, c.stored, c.typed, c.heading, c.unit, v.value, s.record, s.because
      from said_before(:organisation, '\(table)', '{\(columns.map(\.stored).joined(separator: ","))}') s
      join (values \(columns.map(row).joined(separator: ", "))) c (stored, typed, heading, unit)
        on c.stored = s.column_name
      join \(rows)
      cross join lateral (select case c.stored when 'alliance' then (select to_jsonb(k.number) from cluster k
          where k.organisation = :organisation and k.name = to_jsonb(i) ->> 'alliance')
        else to_jsonb(i) -> c.typed end as value) v
      where to_jsonb(i.typed) is distinct from s.record -> 'typed'
        and v.value not in ('null', '[]') and v.value @> s.said and s.said @> v.value
        and (s.gone is null\(isOfPeople ? " or (i.line, s.gone) in (select line, gone from part_of)" : ""));
    delete from kept_out_\(table) k using incoming i, (values \(columns.map(row).joined(separator: ", "))) c
        (stored, typed, heading, unit)
      where i.line = k.line and c.unit = k.unit
        and to_jsonb(i) -> c.typed not in ('null', '[]', k.record -> c.stored)
        and (k.line, c.stored) not in (select line, stored from kept_out_\(table));
    insert into finding select 0, line, heading,
        \(NameSQL.quoted("sheet_value(stored, value)")) || ' is what was loaded before, and '
          || coalesce(\(NameSQL.quoted("sheet_value(stored, record -> stored)")), 'nothing')
          || ' is stored since ' || because || ': that stays',
        \(hint)
      from kept_out_\(table);
    update incoming i set (\(typed)) = row(\(blanked))
      from (select line, array_agg(typed) as typed from kept_out_\(table) group by line) k where i.line = k.line;

    """
  }

  private func row(_ column: Column) -> String {
    "('\(column.stored)', '\(column.typed)', '\(column.heading)', '\(column.unit)')"
  }

  private var hint: String {
    ["person", "readiness", "career_step"].contains(table)
      ? """
      'talent person edit P' || coalesce(record ->> 'person', record ->> 'number') || ' changes it by hand'
      """ : "''"
  }

  private var typed: String { columns.map(\.typed).joined(separator: ", ") }

  private var blanked: String {
    columns.map { "case when '\($0.typed)' = any(k.typed) then null else i.\($0.typed) end" }
      .joined(separator: ", ")
  }
}
