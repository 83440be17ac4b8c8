import Domain
import Postgres

/// GIAS's links between schools: common reference data. Of a pair named twice the later date is kept.
public enum LinkLoad: LoadKind {
  public static let name = "links"
  public static let tables = "school_link"
  public static let columns = [
    ("urn", "integer"), ("linked", "integer"), ("type", "text"), ("established_on", "date"),
  ].map { (name: $0.0, type: $0.1) }

  public static func write(_ link: SchoolLink, to copy: inout CopyWriter) {
    copy.add(link.urn.number)
    copy.add(link.linked.number)
    copy.add(link.type)
    copy.addDate(link.establishedOn?.number)
  }

  public static let checks = """
    create temp table said_again on commit drop as
      select line from (select line, row_number() over (partition by urn, linked, type
        order by established_on desc nulls last, line) as place from incoming) ranked where place > 1;
    insert into finding select 0, i.line, 'LinkURN',
        'this link stands in the file more than once', 'the latest date is kept'
      from incoming i join said_again using (line);
    delete from incoming where line in (select line from said_again);
    insert into finding select 0, min(i.line), 'URN',
        case count(*) when 1 then 'a link is' else to_char(count(*), 'FM999,999,999') || ' links are' end
          || ' of a school that is not in the school list, such as '
          || (array_agg(case when known.urn then i.linked else i.urn end order by i.line))[1]
          || ': kept, and its name is not known', 'load the whole school list to have the names'
      from incoming i
      cross join lateral (select exists (select from school s where s.urn = i.urn) as urn,
        exists (select from school s where s.urn = i.linked) as linked) known
      where not (known.urn and known.linked) having count(*) > 0;
    """ + circles

  /// Longer chains of successors than this are not looked through for a circle.
  private static let chain = 10

  /// Successors that come back to where they started name no school that is there now.
  private static let circles = """
    create temp table succession on commit drop as
      select urn, linked from incoming where type like 'Successor%'
      union select urn, linked from school_link where type like 'Successor%';
    insert into finding
      with recursive inner_link as (
        select * from succession
        where linked in (select urn from succession) and urn in (select linked from succession)
      ), reached (first, now, links) as (
        select urn, linked, 1 from inner_link
        union
        select r.first, n.linked, r.links + 1 from reached r join inner_link n on n.urn = r.now
        where r.links < \(chain) and r.now <> r.first
      )
      select 0, i.line, 'LinkURN',
          'the successors of ' || i.urn || ' come back to it: ' || case
            when exists (select from succession b where b.urn = i.linked and b.linked = i.urn)
            then i.urn || ' also succeeds ' || i.linked else 'by way of ' || i.linked end,
          'look up in GIAS which of them is open'
        from incoming i
        where i.type like 'Successor%' and exists (select from reached r where r.first = i.urn and r.now = i.urn)
          and exists (select from reached r where r.first = i.linked and r.now = i.urn);
    """

  public static let merge = LoadSQL.keyed(
    "school_link", keys: ["urn", "linked", "type"], compared: ["established_on"], owned: false)
}
