/// The PostgreSQL types this program speaks, by the numbers they have in every database.
///
/// Source: PostgreSQL's pg_type.dat; these numbers never change.
enum WireType: UInt32, Sendable {
  /// Not a type of PostgreSQL: smallint, integer or bigint, whichever the column is.
  case wholeNumber = 0
  case bool = 16
  case bytes = 17
  case int8 = 20
  case int2 = 21
  case int4 = 23
  case text = 25
  case float8 = 701
  case date = 1082
  case timestamp = 1184
  case json = 3802
  case boolArray = 1000
  case int2Array = 1005
  case int4Array = 1007
  case textArray = 1009
  case int8Array = 1016
  case dateArray = 1182

  /// The name as PostgreSQL has it in pg_type, arrays with brackets.
  var name: String {
    switch self {
    case .wholeNumber: "a whole number"
    case .bool: "bool"
    case .bytes: "bytea"
    case .int8: "int8"
    case .int2: "int2"
    case .int4: "int4"
    case .text: "text"
    case .float8: "float8"
    case .date: "date"
    case .timestamp: "timestamptz"
    case .json: "jsonb"
    case .boolArray: "bool[]"
    case .int2Array: "int2[]"
    case .int4Array: "int4[]"
    case .textArray: "text[]"
    case .int8Array: "int8[]"
    case .dateArray: "date[]"
    }
  }

  /// Whether a column of this server type has the bytes this type expects.
  ///
  /// Text takes every type whose binary form is its text: varchar, char(n), name, json, and what the
  /// database defines itself (enumerations and citext have numbers from 16384).
  func accepts(_ oid: UInt32) -> Bool {
    switch self {
    case .wholeNumber: oid == 20 || oid == 21 || oid == 23
    case .text:
      oid == 25 || oid == 1043 || oid == 1042 || oid == 19 || oid == 18 || oid == 114
        || oid == 705 || oid >= 16384
    case .timestamp: oid == 1184 || oid == 1114
    case .textArray: oid == 1009 || oid == 1015 || oid == 1014 || oid == 1003 || oid >= 16384
    default: oid == rawValue
    }
  }
}
