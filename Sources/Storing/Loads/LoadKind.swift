import Domain
import Postgres

/// A kind of sheet as the store takes it in: a staging table, what is checked, what is merged.
///
/// `checks` and `merge` are SQL over the temporary tables `incoming` (the kind's own columns with
/// `line` and `typed` first), `finding`, `made` and `changed`; `:organisation` and `:load` stand for
/// the numbers. A row belongs in `made` when it made a record, in `changed` when it changed one.
public protocol LoadKind: Sendable {
  associatedtype Draft: Sendable
  static var name: String { get }
  /// Columns after `line integer, typed bigint`, as SQL, in the order `write` adds them.
  static var columns: [(name: String, type: String)] { get }
  static func write(_ draft: Draft, to copy: inout CopyWriter)
  static var checks: String { get }
  /// The tables it fills, whose statistics a large load makes anew; first the one whose records its rows are.
  static var tables: String { get }
  static var merge: String { get }
  /// How its records are written as a sheet that loads again.
  static var export: ExportSQL { get }
}

/// SQL fragments that several kinds share.
enum LoadSQL {
  /// What a load works on: its rows, and what is found and done about them. Gone with the transaction.
  static func stagingTables(_ columns: [(name: String, type: String)]) -> String {
    let list = columns.map { ", \($0.name) \($0.type)" }.joined()
    return """
      create temp table incoming (line integer not null, typed bigint not null, cells text[]\(list))
        on commit drop;
      create temp table finding (weight integer, line integer, column_name text, says text, hint text)
        on commit drop;
      create temp table left_alone (line integer not null, cells text[]) on commit drop;
      create temp table made (line integer) on commit drop;
      create temp table changed (line integer) on commit drop;
      """
  }

  /// School and setting exist; a closed school is noted, never followed. The columns of `incoming`
  /// are named where they are not `school` and `setting`.
  static func places(
    heading: String, school: String = "school", setting: String = "setting"
  ) -> String {
    """
    insert into finding select 1, i.line, '\(heading)', 'there is no school ' || i.\(school),
        'load the school list that has it, or check the URN'
      from incoming i where i.\(school) is not null
        and not exists (select from school s where s.urn = i.\(school));
    insert into finding select 0, i.line, '\(heading)',
        s.name || ' (' || s.urn || ') is closed' || coalesce('; it was succeeded by ' || successors(s.urn), ''),
        'check whether a successor school is meant'
      from incoming i join school s on s.urn = i.\(school) where s.status = 'Closed';
    insert into finding select 1, i.line, 'Setting', 'there is no setting ' || i.\(setting),
        'load the settings first, or check the reference'
      from incoming i where i.\(setting) is not null
        and not exists (select from setting s
                        where s.organisation = :organisation and s.reference = i.\(setting));

    """
  }

  /// A reference that is stored with other capitals is the same to whoever typed it, and would be another: it is
  /// refused. One that differs in zeros or spaces, as 01 and 1.0 do from 1, may be meant, and so may two in
  /// one file that differ in either: they are noted, for an export of both has to load.
  static func references(in table: String, _ things: String) -> String {
    likeReferences(
      in: table, things, weight: 1, alike: { "lower(\($0))" }, unless: { $0 },
      differing: "in its capitals alone",
      stored: ("", "write it as it is stored, or give another \(things) its own reference"))
      + likeReferences(
        in: table, things, weight: 0,
        alike: { reference in
          #"""
          regexp_replace(regexp_replace(lower(regexp_replace(\#(reference), '\s', '', 'g')),
              '\.0+$', ''), '(^|[^0-9])0+([0-9])', '\1\2', 'g')
          """#
        }, unless: { "lower(\($0))" },
        differing: "in zeros or spaces alone",
        stored: (
          ": they are two \(things)s", "write it as it is stored where one \(things) is meant"
        ))
  }

  /// - Parameters:
  ///   - weight: of one that is stored otherwise.
  ///   - alike: what is the same of two references of which one may be meant.
  ///   - unless: what is the same of them where nothing is to be said.
  private static func likeReferences(
    in table: String, _ things: String, weight: Int, alike: (String) -> String,
    unless: (String) -> String, differing: String, stored: (says: String, hint: String)
  ) -> String {
    """
    insert into finding select distinct on (i.line) \(weight), i.line, 'Reference',
        i.reference || ' differs from ' || t.reference || ', which is stored, \(differing)\(stored.says)',
        '\(stored.hint)'
      from incoming i join \(table) t on t.organisation = :organisation
        and \(alike("t.reference")) = \(alike("i.reference"))
        and \(unless("t.reference")) <> \(unless("i.reference"))
      where not exists (select from \(table) e
        where e.organisation = :organisation and e.reference = i.reference)
      order by i.line, t.reference;
    insert into finding select 0, i.line, 'Reference',
        i.reference || ' differs from ' || i.first || ' \(differing): they are two \(things)s',
        'write it alike where one \(things) is meant'
      from (select line, reference, first_value(reference) over (
          partition by \(alike("reference")) order by line) as first from incoming) i
      where \(unless("i.reference")) <> \(unless("i.first")) and not exists (select from \(table) e
        where e.organisation = :organisation and e.reference = i.reference);

    """
  }

  /// A cluster is the same whatever capitals and spaces it is typed with: as it is stored, else as the
  /// first row has it, which is said.
  static func clusterNames(_ column: String, heading: String) -> String {
    let folded = { (name: String) in "regexp_replace(lower(\(name)), '\\s+', ' ', 'g')" }
    return """
      create temp table cluster_read on commit drop as with stored as materialized (
          select name, number, \(folded("name")) as folded from cluster where organisation = :organisation),
        given as materialized (
          select g.*, \(folded("g.typed")) as folded from (select \(column) as typed, min(line) as first
            from incoming where \(column) is not null group by 1) g)
      select * from (
          select distinct on (g.typed) g.typed, g.first, c.name is not null as is_stored,
            coalesce(c.name, first_value(g.typed) over (partition by g.folded order by g.first)) as name
          from given g left join stored c using (folded)
          order by g.typed, c.name <> g.typed, c.number) f
        where name <> typed;
      insert into finding select 0, first, '\(heading)', \(NameSQL.quoted("typed")) || ' is read as '
            || \(NameSQL.quoted("name")) || case when is_stored then ', which is stored'
              else ', as an earlier row has it' end || ': they differ in capitals or blanks alone',
          'write it alike where one cluster is meant, give another one another name'
        from cluster_read;
      update incoming i set \(column) = f.name from cluster_read f where i.\(column) = f.typed;

      """
  }

  /// Tells the planner how many rows a table has now, when those a load has just made are most of it.
  ///
  /// What refers to them is checked row by row. After a load that was rolled back and swept up the
  /// planner takes the table for empty, and each of these checks would read all of it; where the server looked
  /// at the next to nothing that was left, it takes every key column for unique, and any index for as good.
  static func counted(_ table: String, _ key: String, made rows: String) -> String {
    """
    do $$ begin
      if (select greatest(c.reltuples * 2, 1000) < (select count(*) from \(rows))
          from pg_class c where c.oid = '\(table)'::regclass) then
        analyze \(table) (\(key));
      end if;
    end $$;

    """
  }

  /// Looks at tables anew after a load that is more than a tenth of what they held when they were last
  /// looked at: PostgreSQL would get round to it in a minute, and the next command should not wait for that.
  static func counted(tables: String, after load: LoadOutcome) -> String {
    """
    do $$ declare counted text; begin
      for counted in select relname from pg_class
        where oid = any ('{\(tables)}'::regclass[]) and reltuples < 10.0 * \(load.created + load.updated) loop
        execute format('analyze %I', counted);
      end loop;
    end $$;
    """
  }

  /// One note for all rows that leave a cell of a new record blank, at the first of them.
  static func assumed(_ heading: String, in rows: String, of things: String, _ taken: String)
    -> String
  {
    """
    insert into finding
      select 0, min(i.line), '\(heading)', 'is blank for ' || case count(*) when 1 then 'a new record'
          else to_char(count(*), 'FM999,999,999') || ' new \(things)' end || ': \(taken)',
        'fill it in where something else is meant'
      from \(rows) having count(*) > 0;

    """
  }

  /// Rows of a table known by its key: made when new, changed when a filled cell differs.
  ///
  /// A blank cell never erases what is stored; the same row as typed last time is left alone, so that
  /// what people edited since stays.
  static func keyed(
    _ table: String, keys: [(table: String, incoming: String)], inserted: [String],
    compared: [String], owned: Bool = true
  ) -> String {
    let owner = owned ? "t.organisation = :organisation and " : ""
    let match = owner + keys.map { "t.\($0.table) = \($0.incoming)" }.joined(separator: " and ")
    let presence = "t.\(keys[0].table) is null"
    let key = (owned ? ["organisation"] : []) + keys.map(\.table)
    let keyObject = key.map { "'\($0)', t.\($0)" }.joined(separator: ", ")
    let old = compared.map { "t.\($0)" }.joined(separator: ", ")
    let new = compared.map(merged).joined(separator: ", ")
    let names = inserted.joined(separator: ", ")
    return """
      create temp table resolved on commit drop as
        select i.line, \(presence) as is_new,
          \(presence) is false and t.typed is distinct from i.typed
            and row(\(old)) is distinct from row(\(new)) as differs
        from incoming i left join \(table) t on \(match);
      analyze resolved;
      insert into \(table) (\(owned ? "organisation, " : "")\(names), typed, created_load, changed_load)
        select \(owned ? ":organisation, " : "")\(inserted.map(given).joined(separator: ", ")),
          i.typed, :load, :load
        from incoming i join resolved r using (line) where r.is_new;
      insert into made select line from resolved where is_new;
      \(counted(table, key.joined(separator: ", "), made: "resolved where is_new"))
      insert into load_change (organisation, load, relation, key, before, line, typed)
        select :organisation, :load, '\(table)', jsonb_build_object(\(keyObject)), to_jsonb(t), i.line, t.typed
        from incoming i join resolved r using (line) join \(table) t on \(match) where r.differs;
      update \(table) t set (\(compared.joined(separator: ", ")), typed, changed_load)
          = row(\(new), i.typed, :load)
        from incoming i join resolved r using (line) where \(match) and r.differs;
      insert into changed select line from resolved where differs;

      """
  }

  /// The same for a table whose columns are named like the sheet's, `place` aside.
  static func keyed(
    _ table: String, keys: [String], inserted: [String]? = nil, compared: [String],
    owned: Bool = true
  ) -> String {
    keyed(
      table,
      keys: keys.map {
        (table: $0, incoming: $0 == "place" ? "coalesce(i.school::text, i.setting)" : "i.\($0)")
      }, inserted: inserted ?? keys + compared, compared: compared, owned: owned)
  }

  /// Columns of people who are stored: filled cells change them, and nobody is made.
  static func ofPeople(_ columns: [String]) -> String {
    let old = columns.map { "p.\($0)" }.joined(separator: ", ")
    let new = columns.map { "coalesce(i.\($0), p.\($0))" }.joined(separator: ", ")
    return """
      insert into changed select i.line from incoming i
        join person p on p.organisation = :organisation and p.number = i.person
        where row(\(old)) is distinct from row(\(new));
      insert into load_change (organisation, load, relation, key, before, line, typed)
        select :organisation, :load, 'person',
          jsonb_build_object('organisation', p.organisation, 'number', p.number), to_jsonb(p), i.line, i.typed
        from incoming i join changed using (line)
        join person p on p.organisation = :organisation and p.number = i.person;
      update person p set (\(columns.joined(separator: ", ")), changed_load) = row(\(new), :load)
        from incoming i join changed using (line)
        where p.organisation = :organisation and p.number = i.person;
      """
  }

  /// What a new record has where the sheet says nothing.
  private static func given(_ column: String) -> String {
    switch column {
    case "critical": "coalesce(i.critical, false)"
    case "priority": "coalesce(i.priority, 'normal')"
    case "people": "coalesce(i.people, 1)"
    case "declared_at":
      "coalesce(i.declared_at::timestamptz, current_setting('talent.today')::timestamptz)"
    default: cleared("i.\(column)", of: column)
    }
  }

  /// A filled cell, or what is stored.
  private static func merged(_ column: String) -> String {
    cleared("coalesce(\(filled(column)), t.\(column))", of: column)
  }

  /// A post's link to who held it, their name and when they were to leave end where the checks found
  /// that they have: each by a value that nothing has.
  private static func cleared(_ value: String, of column: String) -> String {
    switch column {
    case "incumbent": "nullif(\(value), 0)"
    case "incumbent_trn", "incumbent_name", "why": "nullif(\(value), '')"
    case "vacant_from": "nullif(\(value), '-infinity')"
    default: value
    }
  }

  /// An empty list is a blank cell.
  private static func filled(_ column: String) -> String {
    column == "behaviours" ? "nullif(i.behaviours, '{}')" : "i.\(column)"
  }
}
