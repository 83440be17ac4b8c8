import ArgumentParser

/// Prints what a careful person would run in psql instead of `talent load`: \copy into staging, then
/// set-based inserts into copies of our tables, with the same keys, indexes and constraints.
///
/// It trusts the file: no cell is checked, no finding made, no history kept.
struct Peer: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the psql script that loads a sheet the plain way, for comparison.")

  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case tables, copy, schools, people, designations, needs
  }

  @Argument(
    help: "tables (once, first), copy (the bare file), schools, people, designations, needs.")
  var kind: Kind
  @Argument(help: "The sheet, as talent sample writes it.") var file: String = ""

  func run() { print(sql) }

  private var sql: String {
    switch kind {
    case .tables: Self.tables
    case .copy:
      """
      set search_path = comparator;
      truncate line;
      \\copy line from '\(file)' with (format csv, delimiter E'\\x01', quote E'\\x02')
      """
    case .schools: within(Self.schools)
    case .people: within(Self.people)
    case .designations: within(Self.designations)
    case .needs: within(Self.needs)
    }
  }

  private func within(_ body: String) -> String {
    """
    set search_path = comparator, public;
    begin;
    \(body.replacing(":FILE", with: file))
    commit;
    """
  }

  /// Copies of our tables: columns, defaults, checks, keys, indexes, exclusions, foreign keys.
  private static let tables = """
    drop schema if exists comparator cascade;
    create schema comparator;
    create table comparator.line (text text);
    select format('create table comparator.%I (like public.%1$I including all)', relname)
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname in
      ('authority', 'school', 'setting', 'cluster', 'person', 'readiness', 'participation',
       'career_step', 'designation', 'held_specialism', 'need') \\gexec
    select format('alter table comparator.%I add %s', c.relname, regexp_replace(
        pg_get_constraintdef(k.oid), 'REFERENCES (authority|school|setting|cluster|person|designation)\\(',
        'REFERENCES comparator.\\1('))
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace
      and to_regclass('comparator.' || c.relname) is not null \\gexec
    """

  private static let schools = """
    create temp table sheet (urn text, la_code text, la_name text, number text, name text, type text,
      status text, phase text, low text, high text, pupils text, fsm text, religion text, street text,
      locality text, town text, county text, postcode text, district text, ward text, easting text,
      northing text) on commit drop;
    \\copy sheet from ':FILE' with (format csv, header)
    insert into authority select la_code, min(la_name) from sheet group by 1;
    insert into school (urn, name, authority, establishment_number, type, phase, status, pupils,
        free_meals_permille, town, postcode, easting, northing)
      select urn::integer, name, la_code, number, type, nullif(phase, 'Not applicable'), status,
        nullif(pupils, '')::integer, round(nullif(fsm, '')::numeric * 10), town, postcode,
        nullif(easting, '')::integer, nullif(northing, '')::integer from sheet;
    """

  private static let people = """
    create temp table sheet (surname text, forename text, trn text, urn integer, school text, role text,
      aspiration text, readiness text, judged text, programmes text, strengths text, step text, due text,
      miles integer, days integer, performance smallint, potential smallint, behaviours text,
      number integer generated always as identity) on commit drop;
    \\copy sheet (surname, forename, trn, urn, school, role, aspiration, readiness, judged, programmes, strengths, step, due, miles, days, performance, potential, behaviours) from program 'tail -n +3 ":FILE"' with (format csv, header)
    set datestyle = 'ISO, DMY';
    insert into person (organisation, number, name, family_name, given_name, trn, home_school, role,
        aspiration, strengths, behaviours, travel_miles, half_days_a_year, performance, potential)
      select 1, number, forename || ' ' || surname, surname, forename, nullif(trn, ''), urn,
        case when role in ('Phase leader', 'Subject leader', 'SENDCo', 'Year leader', 'Key stage leader',
          'Head of department') then 'Middle leader' else nullif(role, '') end,
        nullif(aspiration, ''), coalesce(string_to_array(nullif(strengths, ''), '; '), '{}'),
        coalesce(string_to_array(nullif(behaviours, ''), '; '), '{}'), miles, days * 2, performance, potential
      from sheet;
    insert into readiness (organisation, person, post, level, judged_on)
      select 1, number, aspiration, readiness, nullif(judged, '')::date from sheet
      where aspiration <> '' and readiness <> '';
    insert into participation (organisation, person, programme)
      select distinct 1, number, unnest(string_to_array(programmes, '; ')) from sheet where programmes <> '';
    insert into career_step (organisation, person, what, due)
      select 1, number, step, nullif(due, '')::date from sheet where step <> '';
    """

  private static let designations = """
    create temp table sheet (surname text, forename text, trn text, urn integer, role text, since text,
      until text, specialisms text, verified text, phases text, days integer, miles integer,
      completed integer, alliance text, supervises text) on commit drop;
    \\copy sheet from ':FILE' with (format csv, header)
    set datestyle = 'ISO, DMY';
    insert into cluster (organisation, name, kind) select distinct 1, alliance, 'alliance' from sheet;
    insert into designation (organisation, person, role, since, until, alliance, phases, half_days_a_year,
        travel_miles, completed, supervises)
      select 1, p.number, s.role, s.since::date, nullif(s.until, '')::date, c.number,
        coalesce(string_to_array(nullif(s.phases, ''), '; '), '{}'), s.days * 2, s.miles, s.completed,
        s.supervises = 'yes'
      from sheet s join person p on p.organisation = 1 and p.trn = s.trn
      join cluster c on c.organisation = 1 and c.name = s.alliance;
    insert into held_specialism (organisation, designation, specialism, verified_on)
      select distinct 1, d.number, unnest(string_to_array(s.specialisms, '; ')), nullif(s.verified, '')::date
      from sheet s join person p on p.organisation = 1 and p.trn = s.trn
      join designation d on d.organisation = 1 and d.person = p.number and d.role = s.role
        and d.since = s.since::date;
    """

  private static let needs = """
    create temp table sheet (reference text, urn integer, kind text, role text, specialism text, phase text,
      days text, fte text, since text, until text, priority text, behaviours text, people integer,
      asked_by text, asked_on text) on commit drop;
    \\copy sheet from ':FILE' with (format csv, header)
    set datestyle = 'ISO, DMY';
    insert into need (organisation, reference, school, kind, role, specialism, phase, half_days,
        fte_hundredths, starts_on, ends_on, priority, behaviours, people, asked_by, asked_on)
      select 1, reference, urn, kind, nullif(role, ''), nullif(specialism, ''), nullif(phase, ''),
        round(nullif(days, '')::numeric * 2), round(nullif(fte, '')::numeric * 100), since::date,
        until::date, priority, coalesce(string_to_array(nullif(behaviours, ''), '; '), '{}'), people,
        asked_by, nullif(asked_on, '')::date from sheet;
    """
}
