/// How the records of a kind are written as a sheet: a heading and an expression a column, in the
/// layout's order, and where the rows come from, `$1` being the organisation.
///
/// Rows are in an order of their own keys, never of the database's numbers but a person's, so that
/// what was exported, emptied and loaded is exported the same.
public struct ExportSQL: Sendable {
  public let columns: [(heading: String, sql: String)]
  let from: String

  var headings: [String] { columns.map(\.heading) }

  var select: String {
    let cells = columns.map { "coalesce((\($0.sql))::text, '')" }.joined(separator: ", ")
    return "select array[\(cells)] as cells from \(from)"
  }

  init(_ columns: [(String, String)], from: String) {
    self.columns = columns.map { (heading: $0.0, sql: $0.1) }
    self.from = from
  }

  static func day(_ column: String) -> String { "to_char(\(column), 'DD/MM/YYYY')" }
  static func list(_ column: String) -> String { "array_to_string(\(column), '; ')" }
  /// Half-days as days: 2.5.
  static func days(_ column: String) -> String { "trim_scale(\(column) / 2.0)" }
  static func hundredths(_ column: String) -> String { "trim_scale(\(column) / 100.0)" }
  static func yes(_ column: String) -> String {
    "case \(column) when true then 'yes' when false then 'no' end"
  }

  /// Who a row is about, among those stored: person `p`.
  static let mention = [
    ("Person", "'P' || p.number"), ("TRN", "p.trn"), ("Name", "p.name"),
  ]

  static func place(_ heading: String = "School URN", _ table: String = "t") -> [(String, String)] {
    [(heading, "\(table).school"), ("Setting", "\(table).setting")]
  }

  /// A table about people, by person.
  static func ofPeople(_ table: String, then order: String = "") -> String {
    """
    \(table) t join person p on p.organisation = t.organisation and p.number = t.person
    where t.organisation = $1 order by t.person\(order)
    """
  }
}
