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
    """

  public static let merge = LoadSQL.keyed(
    "school_link", keys: ["urn", "linked", "type"], compared: ["established_on"], owned: false)
}
