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
      insert into finding select 0, i.line, 'Reference', i.reference || ' is closed (' || n.closed_because || ')',
          'it stays closed; give a new need its own reference'
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

/// Established leadership posts. An incumbent is linked by a TRN or a `Person` column, never by name.
public enum PostLoad: LoadKind {
  public static let name = "posts"
  public static let tables = "post"
  public static let columns = [
    ("school", "integer"), ("setting", "text"), ("title", "text"), ("number", "integer"),
    ("incumbent_name", "text"), ("incumbent_trn", "text"), ("incumbent", "integer"),
    ("vacant_from", "date"), ("why", "text"), ("critical", "boolean"),
  ].map { (name: $0.0, type: $0.1) }

  public static func write(_ post: PostDraft, to copy: inout CopyWriter) {
    copy.add(post.place.urn?.number)
    copy.add(post.place.settingReference)
    copy.add(post.title)
    copy.add(post.number)
    copy.add(post.incumbentName)
    copy.add(post.incumbentTRN?.description)
    copy.add(post.incumbentPerson?.number)
    copy.addDate(post.vacantFrom?.number)
    copy.add(post.why)
    copy.add(post.critical)
  }

  public static let checks =
    LoadSQL.places(heading: "School URN") + """
      insert into finding select 1, i.line, 'Person', 'there is no person P' || i.incumbent,
          'talent find shows people and their numbers'
        from incoming i where i.incumbent is not null and not exists (
          select from person p where p.organisation = :organisation and p.number = i.incumbent);
      insert into finding select 1, i.line, 'Incumbent TRN',
          'this TRN belongs to P' || p.number || ', and the row says it is P' || i.incumbent,
          'correct the TRN or the Person column'
        from incoming i join person p on p.organisation = :organisation and p.trn = i.incumbent_trn
        where i.incumbent <> p.number;
      update incoming i set incumbent = p.number from person p
        where p.organisation = :organisation and p.trn = i.incumbent_trn and i.incumbent is null;
      insert into finding select 1, i.line, 'Incumbent',
          'P' || p.number || ' has another name, no word of it in common with this one',
          'check the incumbent''s TRN and the Person column'
        from incoming i join person p on p.organisation = :organisation and p.number = i.incumbent
        where i.incumbent_name is not null and not \(NameSQL.shareWord("i.incumbent_name", "p.name"));
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

      """ + unlinking

  /// Another name without a TRN or a number ends the link to who was the incumbent, and says so: a row that
  /// has their surname, or a word of the name stored where nobody is linked, still means them. A TRN nobody has
  /// ends it too. Who is linked by TRN or number alone has the name that is stored.
  private static let unlinking = """
    create temp table unlinked on commit drop as
      select i.line, coalesce('P' || p.number || ' ' || p.name, 'the TRN ' || t.incumbent_trn) as who
      from incoming i join post t on t.organisation = :organisation
        and t.place = coalesce(i.school::text, i.setting) and t.title = i.title and t.number = i.number
      left join person p on p.organisation = :organisation and p.number = t.incumbent
      where i.incumbent_name is not null and i.incumbent_trn is null and i.incumbent is null
        and num_nonnulls(t.incumbent, t.incumbent_trn) > 0 and t.typed is distinct from i.typed
        and not \(NameSQL.shareWord(
          "i.incumbent_name", "coalesce(p.family_name, p.name, t.incumbent_name)"));
    insert into finding select 0, line, 'Incumbent',
        who || ' was the incumbent and no longer is: the row names somebody else and gives no TRN',
        'fill in Incumbent TRN or Person to link the post to who holds it now'
      from unlinked;
    update incoming i set incumbent = 0, incumbent_trn = '' from unlinked u where i.line = u.line;
    update incoming i set incumbent = 0 from post t
      where t.organisation = :organisation and t.place = coalesce(i.school::text, i.setting)
        and t.title = i.title and t.number = i.number and t.incumbent is not null
        and i.incumbent is null and i.incumbent_trn is distinct from t.incumbent_trn
        and i.incumbent_trn <> '';
    update incoming i set incumbent_name = p.name from person p
      where p.organisation = :organisation and p.number = i.incumbent and i.incumbent_name is null;

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
