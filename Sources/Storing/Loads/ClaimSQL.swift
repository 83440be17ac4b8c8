import Domain
import Postgres

/// Who the rows of a sheet speak of: fragments that people and designations share.
enum ClaimSQL {
  static let columns = [
    ("name", "text"), ("family_name", "text"), ("given_name", "text"), ("trn", "text"),
    ("home_school", "integer"), ("home_setting", "text"), ("settled", "integer"),
  ].map { (name: $0.0, type: $0.1) }

  static func write(_ claim: PersonClaim, to copy: inout CopyWriter) {
    copy.add(claim.name)
    copy.add(claim.familyName)
    copy.add(claim.givenName)
    copy.add(claim.trn?.description)
    copy.add(claim.home?.urn?.number)
    copy.add(claim.home?.settingReference)
    switch claim.settledAs {
    case .none: copy.add(Int32?.none)
    case .new: copy.add(Int32(0))
    case .person(let number): copy.add(number.number)
    }
  }

  /// Homes exist; then each row's person: by number given, by TRN, or, without a TRN, by the very
  /// same row loaded before. Whoever only resembles somebody is a finding, never merged.
  ///
  /// `typedOwner` selects (typed, person) of rows without a TRN as loaded before; `asBefore` is whether the
  /// row `i` is the very one that was loaded of the person `p`; `columns` are those a row may say of somebody beside
  /// their name.
  static func checks(
    home: String, typedOwner: String, asBefore: String, columns: [SaidBeforeSQL.Column] = []
  ) -> String {
    LoadSQL.places(heading: home, school: "home_school", setting: "home_setting")
      + PartOfSQL.followed("settled", trn: "trn") + """
        create temp table pool on commit drop as
          select not exists (select from person p where p.organisation = :organisation) as is_empty;
        insert into finding select 1, i.line, 'Person', 'there is no person P' || i.settled,
            'talent find shows people and their numbers'
          from incoming i where i.settled > 0 and not (select is_empty from pool) and not exists (
            select from person p where p.organisation = :organisation and p.number = i.settled);
        create temp table resolved on commit drop as
          select i.line,
            coalesce(nullif(i.settled, 0), t.number, g.kept, k.person) as person,
            (select is_empty from pool)
              or coalesce(nullif(i.settled, 0), t.number, g.kept, k.person) is null as is_new,
            k.person is not null as known_row
          from incoming i
          left join person t on t.organisation = :organisation and t.trn = i.trn
          left join (select distinct line, kept from part_of) g on g.line = i.line
          left join (select typed, min(person) as person from (\(typedOwner)) o
            where typed in (select typed from incoming where trn is null) group by typed) k
            on i.trn is null and k.typed = i.typed;
        analyze resolved;
        -- A sheet that still names a record that became part of another does not rename who stayed.
        update incoming i set (name, family_name, given_name) = row(p.name, p.family_name, p.given_name)
          from resolved r join person p on p.organisation = :organisation and p.number = r.person
          where i.line = r.line and exists (select from part_of o where o.line = i.line);
        insert into finding select 1, i.line, 'TRN',
            'this TRN belongs to P' || t.number || ', and the row says it is P' || i.settled,
            'correct the TRN or the Person column'
          from incoming i join person t on t.organisation = :organisation and t.trn = i.trn
          where i.settled > 0 and t.number <> i.settled;
        insert into finding select 1, i.line, 'TRN',
            'P' || p.number || ' is stored with another TRN', 'correct the TRN or the Person column'
          from incoming i join person p on p.organisation = :organisation and p.number = i.settled
          where i.settled > 0 and i.trn is not null and p.trn is not null and p.trn <> i.trn
            and not \(PartOfSQL.hasTheirTRN);
        """
      + SaidBeforeSQL(
        table: "person", rows: SaidBeforeSQL.resolved("number", asBefore: asBefore),
        columns: named + columns
      ).checks
        + """
        update incoming i set (name, family_name, given_name) = row(p.name, p.family_name, p.given_name)
          from kept_out_person k join resolved r using (line)
          join person p on p.organisation = :organisation and p.number = r.person
          where i.line = k.line and k.stored = 'name';

        """ + RenamingSQL.checks(asBefore: asBefore)
        + """
        insert into finding select 1, r.line, 'Person', 'this row and line ' || f.line || ' are both P' || r.person,
            'keep one row for each person'
          from resolved r join (select person, min(line) as line from resolved
            where person is not null group by person having count(*) > 1) f using (person)
          where r.line <> f.line and :one_row_each;
        """ + NameSQL.duplicates
  }

  private static let named = [
    SaidBeforeSQL.Column("name", "Name", unit: "name"),
    SaidBeforeSQL.Column("family_name", "Surname", unit: "name"),
    SaidBeforeSQL.Column("given_name", "Forename", unit: "name"),
  ]

  /// New people get their numbers and are stored; names of known people are updated.
  ///
  /// A home is set where none was stored; `homeMoves` says whether this sheet may change one.
  static func merge(extra: [(column: String, value: String)], typed: Bool, homeMoves: Bool)
    -> String
  {
    let names = extra.map(\.column).joined(separator: ", ")
    let values = extra.map(\.value).joined(separator: ", ")
    let separator = extra.isEmpty ? "" : ", "
    let home = { (column: String) in
      homeMoves
        ? "case when num_nonnulls(i.home_school, i.home_setting) = 0 then p.\(column) else i.\(column) end"
        : "case when num_nonnulls(p.home_school, p.home_setting) = 0 then i.\(column) else p.\(column) end"
    }
    var compared = [
      // A part that no longer fits the name was set to nothing by the checks.
      ("name", "i.name"), ("family_name", "nullif(coalesce(i.family_name, p.family_name), '')"),
      ("given_name", "nullif(coalesce(i.given_name, p.given_name), '')"),
      ("trn", "coalesce(p.trn, i.trn)"),
      ("home_school", home("home_school")), ("home_setting", home("home_setting")),
    ]
    compared += extra.map { ($0.column, "coalesce(\(unblank($0)), p.\($0.column))") }
    let old = compared.map { "p.\($0.0)" }.joined(separator: ", ")
    let new = compared.map(\.1).joined(separator: ", ")
    let set = compared.map(\.0).joined(separator: ", ")
    let same = typed ? "p.typed is not distinct from i.typed" : "false"
    return """
      -- A pool with nobody in it keeps the numbers it is given: an export goes back in as it was.
      select setval('person_number_seq', greatest(
          (select max(r.person) from resolved r), (select last_value from person_number_seq)))
        from resolved where is_new and person is not null limit 1;
      create temp table who on commit drop as
        select n.line, coalesce(n.person, nextval('person_number_seq')::integer) as person, true as is_new,
          false as same_row, false as differs
        from (select line, r.person from incoming join resolved r using (line) where r.is_new order by line) n
        union all
        select i.line, r.person, false, \(same), not (\(same)) and row(\(old)) is distinct from row(\(new))
        from incoming i join resolved r using (line)
        left join person p on p.organisation = :organisation and p.number = r.person
        where not r.is_new;
      analyze who;
      insert into person (organisation, number, name, family_name, given_name, trn, home_school,
          home_setting, \(names)\(separator)\(typed ? "typed, " : "")created_load, changed_load)
        select :organisation, w.person, i.name, i.family_name, i.given_name, i.trn, i.home_school,
          i.home_setting, \(values)\(separator)\(typed ? "i.typed, " : ""):load, :load
        from incoming i join who w using (line)
        where w.is_new and :first_row_of_person;
      insert into made select line from who where is_new;
      \(LoadSQL.counted("person", "organisation, number", made: "who where is_new"))
      insert into load_change (organisation, load, relation, key, before, line, typed)
        select :organisation, :load, 'person',
          jsonb_build_object('organisation', p.organisation, 'number', p.number), to_jsonb(p), w.line,
          \(typed ? "p.typed" : "null")
        from who w join person p on p.organisation = :organisation and p.number = w.person
        where w.differs on conflict do nothing;
      update person p set (\(set)\(typed ? ", typed" : ""), changed_load)
          = row(\(new)\(typed ? ", i.typed" : ""), :load)
        from incoming i join who w using (line)
        where p.organisation = :organisation and p.number = w.person and w.differs;
      insert into changed select line from who where differs;

      """
  }

  private static func unblank(_ column: (column: String, value: String)) -> String {
    ["strengths", "behaviours"].contains(column.column)
      ? "nullif(i.\(column.column), '{}')" : column.value
  }
}
