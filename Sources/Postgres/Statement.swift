/// One SQL statement with what it sends and what it reads, side by side.
///
/// `mismatches(of:on:)` holds every statement against the migrated schema, so that SQL, parameters and
/// decoding cannot drift apart.
///
/// ```swift
/// struct PersonByTRN: Statement {
///   static let sql = "select id, name, left_on from person where trn = $1"
///   static let example = PersonByTRN(trn: "0012345")
///   let trn: String
///
///   func bind(_ parameters: inout Parameters) { parameters.add(trn) }
///
///   static func decode(_ row: inout RowReader) throws(PostgresError) -> Person {
///     Person(id: try row.int64("id"), name: try row.text("name"), left: try row.optionalDate("left_on"))
///   }
/// }
/// ```
public protocol Statement {
  associatedtype Row

  static var sql: String { get }

  /// A value to describe the parameters with; it is bound but never run.
  static var example: Self { get }

  /// Adds the values of $1, $2 and so on, in order.
  func bind(_ parameters: inout Parameters)

  /// Reads the columns in order, each by its name.
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Row
}

extension Statement where Row == Void {
  public static func decode(_ row: inout RowReader) throws(PostgresError) {}
}
