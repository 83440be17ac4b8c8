import Domain
import Postgres

/// Established leadership posts. An incumbent is linked by a TRN or a `Person` column, never by name.
public enum PostLoad: LoadKind {
  public static let name = "posts"
  public static let tables = "post"
  public static let columns = [
    ("school", "integer"), ("setting", "text"), ("title", "text"), ("number", "integer"),
    ("incumbent_name", "text"), ("incumbent_trn", "text"), ("incumbent", "integer"),
    ("vacant_from", "date"), ("why", "text"), ("critical", "boolean"),
  ].map { (name: $0.0, type: $0.1) }

  /// An empty name says that nobody holds the post.
  public static func write(_ post: PostDraft, to copy: inout CopyWriter) {
    copy.add(post.place.urn?.number)
    copy.add(post.place.settingReference)
    copy.add(post.title)
    copy.add(post.number)
    copy.add(post.isVacant ? "" : post.incumbentName)
    copy.add(post.incumbentTRN?.description)
    copy.add(post.incumbentPerson?.number)
    copy.addDate(post.vacantFrom?.number)
    copy.add(post.why)
    copy.add(post.critical)
  }

  public static let checks =
    LoadSQL.places(heading: "School URN") + holders + unlinking + namesakes + succession
    + LoadSQL.assumed(
      "Critical",
      in: """
        incoming i where i.critical is null and not exists (select from post t
            where t.organisation = :organisation and t.place = coalesce(i.school::text, i.setting)
              and t.title = i.title and t.number = i.number)
        """, of: "posts", "no is taken")

  /// The post a row is of, where it is stored.
  private static let stored = """
    join post t on t.organisation = :organisation
      and t.place = coalesce(i.school::text, i.setting) and t.title = i.title and t.number = i.number
    """

  private static let isRefused =
    "exists (select from finding f where f.line = i.line and f.weight = 1)"

  private static let holders =
    KnownPersonSQL.named("incumbent", trn: "incumbent_trn", under: "Incumbent TRN") + """
      insert into finding select case when h.is_one then 0 else 1 end, h.line, 'Incumbent',
          'P' || h.number || case when h.is_one then ' is stored as ' || \(NameSQL.quoted("h.name"))
              || ', and the row has ' || \(NameSQL.quoted("h.typed_name"))
            else ' has another name, no word of it in common with this one' end,
          'check the incumbent''s TRN and the Person column'
        from (select i.line, p.number, p.name, i.incumbent_name as typed_name,
            \(NameSQL.isOneName("i.incumbent_name", "p.name")) as is_one,
            \(NameSQL.isAlike(NameSQL.words("i.incumbent_name"), NameSQL.words("p.name"))) as is_alike
          from incoming i join person p on p.organisation = :organisation and p.number = i.incumbent
          where i.incumbent_name <> p.name and i.line not in (select line from part_of) offset 0) h
        where not (h.is_one and h.is_alike);
      -- Somebody who became part of another goes by either name.
      update incoming i set incumbent = o.kept from part_of o where o.line = i.line and i.incumbent is null;
      insert into finding select 0, i.line, 'Incumbent TRN',
          'nobody with this TRN is stored: the incumbent is kept as typed',
          'load the people first to link posts to them'
        from incoming i where i.incumbent_trn is not null and i.incumbent is null;
      insert into finding select 0, i.line, 'Incumbent',
          'P' || i.incumbent || ' is the incumbent on line ' || i.first || ' as well', 'check which post they hold'
        from (select *, min(line) over (partition by incumbent) as first from incoming
              where incumbent is not null) i where i.line <> i.first;
      insert into finding select distinct on (i.line) 0, i.line, 'Incumbent',
          'P' || i.incumbent || ' is stored as the incumbent of another post: ' || p.title || ' at ' || p.place,
          'check which post they hold'
        from incoming i join post p on p.organisation = :organisation and p.incumbent = i.incumbent
        where not exists (select from incoming o
          where coalesce(o.school::text, o.setting) = p.place and o.title = p.title and o.number = p.number)
        order by i.line, p.place, p.title;

      """

  /// Another name without a TRN or a number ends the link to who was the incumbent, and says so, as does a
  /// row that says nobody holds the post: a short or a long form of the name still means them. A TRN nobody
  /// has ends it too. Who is linked by TRN or number alone has the name that is stored.
  private static let unlinking = """
    create temp table unlinked on commit drop as
      select i.line, i.incumbent_name = '' as is_vacant,
        coalesce('P' || p.number || ' ' || \(NameSQL.quoted("p.name")), \(NameSQL.quoted("t.incumbent_name")),
          'the TRN ' || t.incumbent_trn) as who,
        num_nonnulls(t.incumbent, t.incumbent_trn) > 0 as is_linked
      from incoming i \(stored)
      left join person p on p.organisation = :organisation and p.number = t.incumbent
      cross join lateral (select \(NameSQL.words("i.incumbent_name")) as anew offset 0) named
      where i.incumbent_name is not null and i.incumbent_trn is null and i.incumbent is null
        and t.typed is distinct from i.typed and not \(isRefused)
        and (i.incumbent_name = '' or num_nonnulls(t.incumbent, t.incumbent_trn) > 0
          and not \(NameSQL.isAlike("named.anew", NameSQL.words("p.name")))
          and not \(NameSQL.isAlike("named.anew", NameSQL.words("t.incumbent_name"))));
    insert into finding select 0, line, 'Incumbent', who || ' was the incumbent and no longer is: the row '
          || case when is_vacant then 'says nobody is' else 'names somebody else and gives no TRN' end,
        case when is_vacant then '' else 'fill in Incumbent TRN or Person to link the post to who holds it now' end
      from unlinked where who is not null;
    update incoming i set incumbent = 0, incumbent_trn = '' from unlinked u where i.line = u.line and u.is_linked;
    update incoming i set incumbent = 0 from post t
      where t.organisation = :organisation and t.place = coalesce(i.school::text, i.setting)
        and t.title = i.title and t.number = i.number and t.incumbent is not null
        and i.incumbent is null and i.incumbent_trn is distinct from t.incumbent_trn
        and i.incumbent_trn <> '';
    update incoming i set incumbent_name = p.name from person p
      where p.organisation = :organisation and p.number = i.incumbent and i.incumbent_name is null;

    """

  /// A name is never a link: who of the school may be meant is said, with what would link them.
  private static let namesakes = """
    create temp table unlinked_name on commit drop as
      select i.line, i.school, i.setting, \(NameSQL.words("i.incumbent_name")) as words
      from incoming i left \(stored)
      where i.incumbent_name <> '' and i.incumbent_trn is null and coalesce(i.incumbent, 0) = 0
        and (t.incumbent is null or i.incumbent = 0);
    analyze unlinked_name;
    create temp table there on commit drop as
      select number, name, trn, home_school, home_setting, \(NameSQL.words(folded: "folded")) as words
      from (
        select p.number, p.name, p.trn, p.home_school, p.home_setting, \(NameSQL.storedFolded) as folded
        from person p where p.organisation = :organisation
          and p.home_school in (select school from unlinked_name)
        union all
        select p.number, p.name, p.trn, p.home_school, p.home_setting, \(NameSQL.storedFolded)
        from person p where p.organisation = :organisation
          and p.home_setting in (select setting from unlinked_name) offset 0) p;
    analyze there;
    create temp table namesake on commit drop as
      select i.line, p.number, p.name, p.trn, i.words = p.words as is_same, 'school' as place
      from unlinked_name i join there p on p.home_school = i.school
      where \(NameSQL.share("i.words", "p.words")) and \(NameSQL.isAlike("i.words", "p.words"))
      union all
      select i.line, p.number, p.name, p.trn, i.words = p.words, 'setting'
      from unlinked_name i join there p on p.home_setting = i.setting
      where \(NameSQL.share("i.words", "p.words")) and \(NameSQL.isAlike("i.words", "p.words"));
    delete from namesake n where not is_same
      and exists (select from namesake o where o.line = n.line and o.is_same);
    insert into finding select 0, line, 'Incumbent',
        case count(*) when 1 then 'there is ' else 'there are ' end
          || string_agg('P' || number || ' ' || \(NameSQL.quoted("name")), ', ' order by number)
          || ' at this ' || max(place) || ', and the post is linked to nobody',
        case count(*) when 1 then 'if that is who is meant, put ' || coalesce(min(trn) || ' under Incumbent TRN or ', '')
            || 'P' || min(number) || ' under Person'
          else 'put the number of the one that is meant under Person' end
      from namesake group by line;

    """

  /// When a post was to fall vacant, and why, was said of who held it: it goes with them unless the row
  /// says it anew.
  private static let succession = """
    create temp table succeeded on commit drop as
      select i.line, t.vacant_from, t.why,
        coalesce(\(NameSQL.quoted("coalesce(p.name, t.incumbent_name)")), 'whoever held the post before') as who
      from incoming i \(stored)
      left join person p on p.organisation = :organisation and p.number = t.incumbent
      where i.incumbent_name <> '' and t.typed is distinct from i.typed and not \(isRefused)
        and (t.vacant_from is not null and i.vacant_from is null or t.why is not null and i.why is null)
        and case
          when t.incumbent is not null then coalesce(i.incumbent <> t.incumbent, false)
          when t.incumbent_trn is not null and nullif(i.incumbent_trn, '') is not null
            then i.incumbent_trn <> t.incumbent_trn
          when t.incumbent_name is not null
            then not \(NameSQL.isAlike(
              NameSQL.words("i.incumbent_name"), NameSQL.words("t.incumbent_name")))
          else true end;
    insert into finding select 0, s.line, 'Expected vacant from',
        'the expected vacancy ('
          || concat_ws(', ', case when i.vacant_from is null then to_char(s.vacant_from, 'DD/MM/YYYY') end,
            case when i.why is null then \(NameSQL.quoted("s.why")) end)
          || ') was that of ' || s.who || ' and goes', 'fill in when the new incumbent is expected to leave, if it is known'
      from succeeded s join incoming i using (line);
    update incoming i set vacant_from = coalesce(i.vacant_from, '-infinity'), why = coalesce(i.why, '')
      from succeeded s where s.line = i.line;

    """

  public static let merge = LoadSQL.keyed(
    "post",
    keys: [
      (table: "place", incoming: "coalesce(i.school::text, i.setting)"),
      (table: "title", incoming: "i.title"), (table: "number", incoming: "i.number"),
    ],
    inserted: columns.map(\.name),
    compared: ["incumbent_name", "incumbent_trn", "incumbent", "vacant_from", "why", "critical"])
}
