/// The five characters with which PostgreSQL says what kind of thing went wrong.
///
/// Source: PostgreSQL documentation, appendix A.
public struct SQLState: RawRepresentable, Hashable, Sendable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  /// The first two characters: 22 is data, 23 integrity, 40 rollback, 53 resources.
  public var category: Substring { rawValue.prefix(2) }

  public static let uniqueViolation = SQLState(rawValue: "23505")
  public static let foreignKeyViolation = SQLState(rawValue: "23503")
  public static let notNullViolation = SQLState(rawValue: "23502")
  public static let exclusionViolation = SQLState(rawValue: "23P01")
  public static let checkViolation = SQLState(rawValue: "23514")
  public static let serializationFailure = SQLState(rawValue: "40001")
  public static let deadlockDetected = SQLState(rawValue: "40P01")
  public static let lockNotAvailable = SQLState(rawValue: "55P03")
  public static let objectInUse = SQLState(rawValue: "55006")
  public static let queryCanceled = SQLState(rawValue: "57014")
  public static let adminShutdown = SQLState(rawValue: "57P01")
  public static let cannotConnectNow = SQLState(rawValue: "57P03")
  public static let idleInTransactionTimeout = SQLState(rawValue: "25P03")
  public static let failedTransaction = SQLState(rawValue: "25P02")
  public static let readOnly = SQLState(rawValue: "25006")
  public static let undefinedTable = SQLState(rawValue: "42P01")
  public static let undefinedColumn = SQLState(rawValue: "42703")
  public static let undefinedFunction = SQLState(rawValue: "42883")
  public static let undefinedSchema = SQLState(rawValue: "3F000")
  public static let duplicateDatabase = SQLState(rawValue: "42P04")
  public static let syntaxError = SQLState(rawValue: "42601")
  public static let insufficientPrivilege = SQLState(rawValue: "42501")
  public static let diskFull = SQLState(rawValue: "53100")
  public static let outOfMemory = SQLState(rawValue: "53200")
  public static let tooManyConnections = SQLState(rawValue: "53300")
  public static let raised = SQLState(rawValue: "P0001")

  /// Whether the session is over, though the socket may not have been closed yet: the server was
  /// stopped, crashed or ended it.
  public var endsSession: Bool {
    ["57P01", "57P02", "57P04", "57P05", "25P03"].contains(rawValue)
  }

  /// Whether the same transaction, run again, may well succeed.
  public var isPassing: Bool { self == .serializationFailure || self == .deadlockDetected }
}
