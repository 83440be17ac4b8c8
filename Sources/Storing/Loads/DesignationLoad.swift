import Domain
import Postgres

/// Designations people hold. A person unknown until now is stored with what the row says of them;
/// an alliance unknown until now becomes a cluster.
public enum DesignationLoad: LoadKind {
  public static let name = "designations"
  public static let tables = "designation, person, held_specialism"
  public static let columns =
    ClaimSQL.columns
    + [
      ("role", "text"), ("since", "date"), ("until", "date"), ("specialisms", "text[]"),
      ("verified_on", "date"), ("phases", "text[]"), ("half_days_a_year", "integer"),
      ("travel_miles", "integer"), ("completed", "integer"), ("alliance", "text"),
      ("supervises", "boolean"),
    ].map { (name: $0.0, type: $0.1) }

  public static func write(_ draft: DesignationDraft, to copy: inout CopyWriter) {
    ClaimSQL.write(draft.person, to: &copy)
    copy.add(draft.role)
    copy.addDate(draft.since.number)
    copy.addDate(draft.until?.number)
    copy.add(draft.specialisms)
    copy.addDate(draft.verifiedOn?.number)
    copy.add(draft.phases)
    copy.add(draft.halfDaysAYear?.count)
    copy.add(draft.travelMiles)
    copy.add(draft.completed)
    copy.add(draft.alliance)
    copy.add(draft.supervises)
  }

  /// Rows of the same person, told apart before they have a number.
  private static let owner = """
    coalesce('P' || r.person, 'T' || i.trn, 'L' || case when i.settled = 0 or i.trn is null then i.line end)
    """

  /// Rows of somebody who is not stored yet are one person's: one home, and one name, of which the longest
  /// is taken whatever the order of the rows.
  private static let newPeople = """
    create temp table said_of_new on commit drop as
      select i.line, t.owner, i.name, i.home_school, i.home_setting,
        first_value(i.line) over lines as first, first_value(i.name) over lines as first_name,
        first_value(i.home_school) over lines as first_school,
        first_value(i.home_setting) over lines as first_setting
      from incoming i join term t using (line) join resolved r using (line) where r.is_new
      window lines as (partition by t.owner order by i.line);
    insert into finding select 1, line, 'Name', 'line ' || first
        || ' has the same person by another name, no word of it in common with this one', 'check the TRN'
      from said_of_new where name <> first_name and not \(NameSQL.isOneName("name", "first_name"));
    insert into finding select 1, line, 'Home school URN', 'line ' || first || ' has another home for the same person',
        'give the rows one home'
      from said_of_new where (home_school, home_setting) is distinct from (first_school, first_setting)
        and num_nonnulls(home_school, home_setting) > 0 and num_nonnulls(first_school, first_setting) > 0;
    create temp table name_of_new on commit drop as
      select distinct on (s.owner) s.owner, i.line, i.name, i.family_name, i.given_name
      from said_of_new s join incoming i using (line)
      where s.line not in (select line from finding where weight = 1)
      order by s.owner, length(i.name) desc, i.name collate "C", i.line;
    insert into finding
      select 0, s.line, 'Name', 'line ' || n.line || ' has the same person as '
          || \(NameSQL.quoted("n.name")) || ': that name is taken', ''
      from said_of_new s join name_of_new n using (owner)
      where s.name <> n.name and s.line not in (select line from finding where weight = 1);
    update incoming i set (name, family_name, given_name) = row(n.name, n.family_name, n.given_name)
      from said_of_new s join name_of_new n using (owner) where i.line = s.line and i.name <> n.name;

    """

  private static let asBefore = """
    exists (select from designation d
        where d.organisation = p.organisation and d.person = p.number and d.typed = i.typed)
    """

  private static let saidBefore = SaidBeforeSQL(
    table: "designation",
    rows: SaidBeforeSQL.resolved(
      asBefore: asBefore,
      and: "i.role = s.record ->> 'role' and to_jsonb(i.since) = s.record -> 'since'"),
    columns: [
      .init("until", "Until"), .init("alliance", "Alliance"), .init("phases", "Phases"),
      .init("half_days_a_year", "Days a year"), .init("travel_miles", "Max travel (miles)"),
      .init("completed", "Completed deployments"), .init("supervises", "Supervises"),
    ]
  ).checks

  public static let checks =
    ClaimSQL.checks(
      home: "Home school URN",
      typedOwner: """
        select d.typed, d.person from designation d join person p
          on p.organisation = d.organisation and p.number = d.person
        where d.organisation = :organisation and d.typed is not null
        """,
      asBefore: asBefore
    ).replacing(":one_row_each", with: "false")
    + saidBefore
    + LoadSQL.clusterNames("alliance", heading: "Alliance") + """
      insert into finding
        select 0, i.line, 'Home school URN', 'P' || r.person || ' is stored at '
            || coalesce(s.name || ' (' || s.urn || ')', p.home_setting) || ', and the row says '
            || coalesce(t.name || ' (' || t.urn || ')', i.home_setting) || ': the home stays as stored',
          'the people sheet or talent person edit moves somebody'
        from incoming i join resolved r using (line)
        join person p on p.organisation = :organisation and p.number = r.person
        left join school s on s.urn = p.home_school left join school t on t.urn = i.home_school
        where num_nonnulls(p.home_school, p.home_setting) = 1
          and num_nonnulls(i.home_school, i.home_setting) = 1
          and (p.home_school, p.home_setting) is distinct from (i.home_school, i.home_setting);
      insert into finding
        select 1, i.line, 'Designated on', 'P' || r.person || ' holds ' || i.role || ' from '
            || to_char(d.since, 'DD/MM/YYYY') || coalesce(' to ' || to_char(d.until, 'DD/MM/YYYY'), '')
            || ' already, and this term overlaps it',
          'end the earlier term, or give this row the same first day'
        from incoming i join resolved r using (line)
        join designation d on d.organisation = :organisation and d.person = r.person and d.role = i.role
          and d.since <> i.since
          and daterange(d.since, d.until, '[]') && daterange(i.since, i.until, '[]');
      create temp table term on commit drop as
        select i.line, i.role, i.since, i.until, \(owner) as owner from incoming i join resolved r using (line);
      insert into finding
        select 1, t.line, 'Designated on', 'this term overlaps that of line ' || min(o.line), 'keep one of the two'
        from term t join term o on o.owner = t.owner and o.role = t.role and o.line < t.line
          and daterange(o.since, o.until, '[]') && daterange(t.since, t.until, '[]')
        group by t.line;

      """ + newPeople
    + assumed(
      "Completed deployments", where: "completed",
      "none is taken, so that a first deployment is supervised")
    + assumed("Supervises", where: "supervises", "no is taken")

  /// Of a term that is not stored yet.
  private static func assumed(_ heading: String, where column: String, _ says: String) -> String {
    LoadSQL.assumed(
      heading,
      in: """
        incoming i join resolved r using (line) where i.\(column) is null and not exists (
            select from designation d where d.organisation = :organisation and d.person = r.person
              and d.role = i.role and d.since = i.since)
        """, of: "designations", says)
  }

  public static let merge =
    """
    update resolved r set person = f.number from (
      select t.owner, nextval('person_number_seq')::integer as number from term t
      join resolved x using (line) where x.person is null
      group by t.owner order by min(t.line)) f
    join term t using (owner) where r.line = t.line and r.person is null;

    """
    + ClaimSQL.merge(extra: [], typed: false, homeMoves: false).replacing(
      ":first_row_of_person",
      with: "w.line in (select min(o.line) from who o group by o.person)")
      + """
      insert into cluster (organisation, name, kind, created_load, changed_load)
        select :organisation, alliance, 'alliance', :load, :load
        from incoming where alliance is not null group by alliance order by min(line)
        on conflict (organisation, name) do nothing;
      create temp table held on commit drop as
        select h.line, h.person, h.alliance,
          coalesce(h.number, nextval('designation_number_seq')::integer) as designation, h.number is null as is_new,
          h.differs, h.same_row
        from (
          select i.line, w.person, c.number as alliance, d.number,
            d.number is not null and d.typed is distinct from i.typed and (w.differs or row(d.until, d.alliance, d.phases,
                d.half_days_a_year, d.travel_miles, d.completed, d.supervises)
              is distinct from row(coalesce(i.until, d.until), coalesce(c.number, d.alliance),
                coalesce(nullif(i.phases, '{}'), d.phases), coalesce(i.half_days_a_year, d.half_days_a_year),
                coalesce(i.travel_miles, d.travel_miles), coalesce(i.completed, d.completed),
                coalesce(i.supervises, d.supervises))) as differs,
            d.typed is not distinct from i.typed as same_row
          from incoming i join who w using (line)
          left join cluster c on c.organisation = :organisation and c.name = i.alliance
          left join designation d on d.organisation = :organisation and d.person = w.person
            and d.role = i.role and d.since = i.since
          order by i.line) h;
      insert into designation (organisation, number, person, role, since, until, alliance, phases,
          half_days_a_year, travel_miles, completed, supervises, typed, created_load, changed_load)
        select :organisation, h.designation, h.person, i.role, i.since, i.until, h.alliance, i.phases,
          i.half_days_a_year, i.travel_miles, coalesce(i.completed, 0), coalesce(i.supervises, false),
          i.typed, :load, :load
        from incoming i join held h using (line) where h.is_new;
      insert into made select line from held where is_new;
      \(LoadSQL.counted("designation", "organisation, number", made: "held where is_new"))
      insert into load_change (organisation, load, relation, key, before, line, typed)
        select :organisation, :load, 'designation',
          jsonb_build_object('organisation', d.organisation, 'number', d.number), to_jsonb(d), h.line, d.typed
        from held h join designation d on d.organisation = :organisation and d.number = h.designation
        where h.differs;
      update designation d set (until, alliance, phases, half_days_a_year, travel_miles, completed,
          supervises, typed, changed_load)
          = row(coalesce(i.until, d.until), coalesce(h.alliance, d.alliance),
            coalesce(nullif(i.phases, '{}'), d.phases), coalesce(i.half_days_a_year, d.half_days_a_year),
            coalesce(i.travel_miles, d.travel_miles), coalesce(i.completed, d.completed),
              coalesce(i.supervises, d.supervises), i.typed, :load)
        from incoming i join held h using (line)
        where d.organisation = :organisation and d.number = h.designation and h.differs;
      insert into changed select line from held where differs;
      create temp table skill on commit drop as
        select distinct i.line, h.designation, h.is_new, i.verified_on, unnest(i.specialisms) as specialism
        from incoming i join held h using (line) where not h.same_row;
      insert into changed select k.line from skill k
        left join held_specialism s on s.organisation = :organisation
          and s.designation = k.designation and s.specialism = k.specialism
        where not k.is_new and (s.designation is null
          or s.verified_on is distinct from coalesce(k.verified_on, s.verified_on));
      insert into load_change (organisation, load, relation, key, before, line)
        select :organisation, :load, 'held_specialism', jsonb_build_object('organisation', s.organisation,
            'designation', s.designation, 'specialism', s.specialism), to_jsonb(s), k.line
        from skill k join held_specialism s on s.organisation = :organisation
          and s.designation = k.designation and s.specialism = k.specialism
        where s.verified_on is distinct from coalesce(k.verified_on, s.verified_on);
      insert into held_specialism (organisation, designation, specialism, verified_on, created_load, changed_load)
        select :organisation, designation, specialism, verified_on, :load, :load from skill
        on conflict (organisation, designation, specialism) do update
          set verified_on = excluded.verified_on, changed_load = excluded.changed_load
          where excluded.verified_on is not null
            and held_specialism.verified_on is distinct from excluded.verified_on;
      """
}
