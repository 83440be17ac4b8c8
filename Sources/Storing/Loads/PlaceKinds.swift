import Domain
import Postgres

/// Schools from GIAS: common reference data.
public enum SchoolLoad: LoadKind {
  public static let name = "schools"
  public static let tables = "school"
  public static let columns = [
    ("urn", "integer"), ("name", "text"), ("authority", "text"), ("authority_name", "text"),
    ("establishment_number", "text"), ("type", "text"), ("phase", "text"), ("status", "text"),
    ("pupils", "integer"), ("free_meals_permille", "integer"), ("rural", "boolean"),
    ("town", "text"), ("postcode", "text"), ("easting", "integer"), ("northing", "integer"),
  ].map { (name: $0.0, type: $0.1) }

  public static func write(_ school: School, to copy: inout CopyWriter) {
    copy.add(school.urn.number)
    copy.add(school.name)
    copy.add(school.authorityCode)
    copy.add(school.authorityName)
    copy.add(school.establishmentNumber)
    copy.add(school.type)
    copy.add(school.phase)
    copy.add(school.status.rawValue)
    copy.add(school.pupils)
    copy.add(school.freeMealsPermille)
    copy.add(school.rural)
    copy.add(school.town)
    copy.add(school.postcode)
    copy.add(school.location?.easting)
    copy.add(school.location?.northing)
  }

  public static let checks = """
    insert into finding select 1, i.line, 'LA (name)',
        'authority ' || i.authority || ' has two names in this file: ' || i.authority_name || ' and ' || f.name,
        'give the authority one name'
      from incoming i
      join (select distinct on (i.authority) i.authority, i.authority_name as name
            from incoming i left join authority a on a.code = i.authority
            group by i.authority, i.authority_name, a.name
            order by i.authority, count(*) desc, a.name is distinct from i.authority_name, min(i.line)) f
        using (authority)
      where i.authority_name <> f.name;

    """ + anew + renamedAuthorities + closing

  /// The rows that are not as loaded before: they alone say anything of an authority, or that a school closed.
  private static let anew = """
    create temp table anew on commit drop as
      select i.line, i.urn, i.authority, i.authority_name, i.status, s.status as stored_status
      from incoming i left join school s using (urn) where s.typed is distinct from i.typed;

    """

  /// One name is for all schools of an authority, whatever schools a sheet has.
  private static let renamedAuthorities = """
    create temp table authority_named on commit drop as
      select authority as code, min(authority_name) as name, min(line) as line from anew
      where line not in (select line from finding where weight = 1) group by 1;
    insert into finding select 0, g.line, 'LA (name)', 'authority ' || a.code || ' is stored as '
          || \(NameSQL.quoted("a.name")) || ' and becomes ' || \(NameSQL.quoted("g.name")) || ' for all its schools: '
          || (select count(*) from school s where s.authority = a.code) || ' are stored',
        'check the name; talent loads undo takes it back'
      from authority_named g join authority a using (code) where g.name <> a.name;
    insert into finding select distinct on (g.code) 0, g.line, 'LA (code)',
        'authority ' || g.code || ' has the name of authority ' || o.code || ', ' || \(NameSQL.quoted("o.name")),
        'check the code'
      from authority_named g
      join (select code, name from authority where code not in (select code from authority_named)
            union all select code, name from authority_named) o
        on o.code <> g.code and lower(o.name) = lower(g.name)
      left join authority a on a.code = g.code
      where lower(g.name) is distinct from lower(a.name) order by g.code, o.code;

    """

  /// People, posts and open needs stay at a school that closes until somebody moves them.
  private static let closing = """
    insert into finding select 0, c.line, 'EstablishmentStatus (name)', c.name || ' (' || c.urn || ') closes'
          || coalesce('; it was succeeded by ' || successors(c.urn), '')
          || ', and what is stored there stays: ' || concat_ws(', ',
            case c.people when 0 then null when 1 then '1 person' else c.people || ' people' end,
            case c.posts when 0 then null when 1 then '1 post' else c.posts || ' posts' end,
            case c.needs when 0 then null when 1 then '1 open need' else c.needs || ' open needs' end),
        'talent person edit moves somebody, talent need close closes a need'
      from (select a.line, s.urn, s.name,
          (select count(*) from person r where r.organisation = :organisation and r.home_school = s.urn) as people,
          (select count(*) from post r where r.organisation = :organisation and r.school = s.urn) as posts,
          (select count(*) from need r where r.organisation = :organisation and r.school = s.urn
            and r.closed_on is null) as needs
        from anew a join school s using (urn) where a.status = 'Closed' and a.stored_status <> 'Closed') c
      where c.people + c.posts + c.needs > 0;

    """

  public static let merge =
    """
    create temp table authority_given on commit drop as
      select n.authority as code, min(n.authority_name) as name, min(n.line) as line, a.name as stored
      from anew n join incoming i using (line) left join authority a on a.code = n.authority
      group by n.authority, a.name;
    insert into authority (code, name, created_load, changed_load)
      select code, name, :load, :load from authority_given where stored is null;
    insert into load_change (organisation, load, relation, key, before, line)
      select :organisation, :load, 'authority', jsonb_build_object('code', a.code), to_jsonb(a), g.line
      from authority_given g join authority a using (code) where g.stored <> g.name;
    update authority a set name = g.name, changed_load = :load
      from authority_given g where a.code = g.code and g.stored <> g.name;
    insert into changed select line from authority_given where stored <> name;

    """
    + LoadSQL.keyed(
      "school", keys: [(table: "urn", incoming: "i.urn")],
      inserted: [
        "urn", "name", "authority", "establishment_number", "type", "phase", "status", "pupils",
        "free_meals_permille", "rural", "town", "postcode", "easting", "northing",
      ],
      compared: [
        "name", "authority", "establishment_number", "type", "phase", "status", "pupils",
        "free_meals_permille", "rural", "town", "postcode", "easting", "northing",
      ], owned: false)
}

/// Nurseries, children's centres and services without a URN.
public enum SettingLoad: LoadKind {
  public static let name = "settings"
  public static let tables = "setting"
  public static let columns = [
    ("reference", "text"), ("name", "text"), ("kind", "text"), ("authority_name", "text"),
    ("phase", "text"), ("postcode", "text"), ("easting", "integer"), ("northing", "integer"),
    ("authority", "text"),
  ].map { (name: $0.0, type: $0.1) }

  public static func write(_ setting: Setting, to copy: inout CopyWriter) {
    copy.add(setting.reference)
    copy.add(setting.name)
    copy.add(setting.kind)
    copy.add(setting.authorityName)
    copy.add(setting.phase)
    copy.add(setting.postcode)
    copy.add(setting.location?.easting)
    copy.add(setting.location?.northing)
    copy.add(String?.none)
  }

  public static let checks =
    LoadSQL.references(in: "setting", "setting") + """
      update incoming i set authority = a.code from authority a
        where lower(a.name) = lower(i.authority_name) or a.code = i.authority_name;
      insert into finding select 1, i.line, 'LA', 'there is no local authority ' || i.authority_name,
          'load the school list first, or check the name'
        from incoming i where i.authority_name is not null and i.authority is null;
      """

  public static let merge = LoadSQL.keyed(
    "setting", keys: [(table: "reference", incoming: "i.reference")],
    inserted: [
      "reference", "name", "kind", "authority", "phase", "postcode", "easting", "northing",
    ],
    compared: ["name", "kind", "authority", "phase", "postcode", "easting", "northing"])
}

/// Which places are in which cluster: a row a membership.
public enum ClusterLoad: LoadKind {
  public static let name = "clusters"
  public static let tables = "cluster, cluster_member"
  public static let columns = [
    ("cluster", "text"), ("kind", "text"), ("school", "integer"), ("setting", "text"),
  ].map { (name: $0.0, type: $0.1) }

  public static func write(_ draft: ClusterDraft, to copy: inout CopyWriter) {
    copy.add(draft.cluster)
    copy.add(draft.kind)
    copy.add(draft.place?.urn?.number)
    copy.add(draft.place?.settingReference)
  }

  public static let checks =
    LoadSQL.places(heading: "School URN") + LoadSQL.clusterNames("cluster", heading: "Cluster")
      + """
      insert into finding select 1, i.line, 'Kind',
          i.cluster || ' is ' || i.kind || ' here and ' || f.kind || ' in another row',
          'give the cluster one kind'
        from incoming i
        join (select distinct on (cluster) cluster, kind from incoming order by cluster, line) f using (cluster)
        where i.kind <> f.kind;
      insert into finding select distinct on (c.number) 0, i.line, 'Kind',
          \(NameSQL.quoted("c.name")) || ' is stored as ' || c.kind || ' and becomes ' || i.kind,
          'look whether this sheet is the newer one'
        from incoming i join cluster c on c.organisation = :organisation and c.name = i.cluster
        where c.kind <> i.kind order by c.number, i.line;
      """

  public static let merge = """
    create temp table renamed on commit drop as
      select c.number, min(i.kind) as kind, array_agg(i.line order by i.line) as lines
      from incoming i join cluster c on c.organisation = :organisation and c.name = i.cluster
      where c.kind <> i.kind group by 1;
    insert into load_change (organisation, load, relation, key, before, line)
      select :organisation, :load, 'cluster',
        jsonb_build_object('organisation', t.organisation, 'number', t.number), to_jsonb(t), renamed.lines[1]
      from cluster t join renamed using (number) where t.organisation = :organisation;
    update cluster t set kind = r.kind, changed_load = :load
      from renamed r where t.organisation = :organisation and t.number = r.number;
    insert into changed select unnest(lines) from renamed;
    insert into made select i.line from incoming i
      where num_nonnulls(i.school, i.setting) = 0
        and not exists (select from cluster c where c.organisation = :organisation and c.name = i.cluster);
    insert into cluster (organisation, name, kind, created_load, changed_load)
      select :organisation, cluster, min(kind), :load, :load from incoming group by cluster
      order by min(line)
      on conflict (organisation, name) do nothing;
    insert into made select i.line from incoming i
      join cluster c on c.organisation = :organisation and c.name = i.cluster
      where num_nonnulls(i.school, i.setting) = 1 and not exists (select from cluster_member m
        where m.organisation = :organisation and m.cluster = c.number
          and m.place = coalesce(i.school::text, i.setting));
    insert into cluster_member (organisation, cluster, school, setting, created_load, changed_load)
      select :organisation, c.number, i.school, i.setting, :load, :load
      from incoming i join made using (line)
      join cluster c on num_nonnulls(i.school, i.setting) = 1 and c.organisation = :organisation and c.name = i.cluster
      on conflict do nothing;
    """
}

/// What home heads let go.
public enum ReleaseLoad: LoadKind {
  public static let name = "release"
  public static let tables = "release"
  public static let columns = [
    ("school", "integer"), ("setting", "text"), ("half_days_per_half_term", "integer"),
    ("out_at_once", "integer"), ("cover_needed", "boolean"), ("agreed_by", "text"),
    ("agreed_on", "date"),
  ].map { (name: $0.0, type: $0.1) }

  public static func write(_ draft: ReleaseDraft, to copy: inout CopyWriter) {
    copy.add(draft.place.urn?.number)
    copy.add(draft.place.settingReference)
    copy.add(draft.halfDaysPerHalfTerm.count)
    copy.add(draft.outAtOnce)
    copy.add(draft.coverNeeded)
    copy.add(draft.agreedBy)
    copy.addDate(draft.agreedOn?.number)
  }

  public static let checks =
    LoadSQL.places(heading: "School URN")
    + SaidBeforeSQL(
      table: "release", rows: SaidBeforeSQL.keyed(["place"]),
      columns: [
        .init("half_days_per_half_term", "Days per half-term"),
        .init("out_at_once", "Out at once"), .init("cover_needed", "Cover needed"),
        .init("agreed_by", "Agreed by", unit: "agreement"),
        .init("agreed_on", "Agreed on", unit: "agreement"),
      ], isOfPeople: false
    ).checks

  public static let merge = LoadSQL.keyed(
    "release", keys: [(table: "place", incoming: "coalesce(i.school::text, i.setting)")],
    inserted: [
      "school", "setting", "half_days_per_half_term", "out_at_once", "cover_needed", "agreed_by",
      "agreed_on",
    ],
    compared: [
      "half_days_per_half_term", "out_at_once", "cover_needed", "agreed_by", "agreed_on",
    ])
}
