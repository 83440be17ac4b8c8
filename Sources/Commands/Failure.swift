import Configuring
import Domain
import Postgres
import Storing

/// A command that could not do what it was asked: an exit code and a sentence with a remedy.
struct Failure: Error {
  enum Kind: Int32 {
    case fault = 1
    case noConnection = 2
    case refused = 3
    case notPermitted = 4
    case conflict = 5
    case noProof = 6
    case usage = 64
  }

  let code: Int32
  let message: String

  init(_ kind: Kind, _ message: String) {
    code = kind.rawValue
    self.message = message
  }

  private init(exitCode: Int32, _ message: String) {
    code = exitCode
    self.message = message
  }

  /// Ends with a code and no further word: what is to be said has been printed.
  init(saidAlready kind: Kind) {
    code = kind.rawValue
    message = ""
  }

  /// What an error of the rooms below means to the caller; nil when it is the argument parser's own.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as StoreError: self.init(error)
    case let error as PostgresError: self.init(error)
    case let error as ClusterError: self.init(.noConnection, error.description)
    case let error as ConfigurationError: self.init(.usage, error.description)
    case let error as SnapshotError: self.init(.conflict, error.description)
    default: return nil
    }
  }

  private init(_ error: StoreError) {
    switch error {
    case .noOrganisation, .databaseIsNewer, .migrationChanged, .exists, .notFound, .merged:
      self.init(.refused, error.description)
    case .conflict: self.init(.conflict, error.description)
    }
  }

  /// By what the server said last: of a file it could write only in part, it names no cause.
  private static func isOfFullDisk(_ text: String) -> Bool {
    text.contains("No space left on device") || text.contains("could not extend file")
  }

  static let interruption = "interrupted: nothing was changed"

  private init(_ error: PostgresError) {
    switch error {
    case .connectionLost(_, let text) where Self.isOfFullDisk(text):
      self.init(
        .noConnection,
        "\(error.description)\n  Try: the same command again once the server's disk has room")
    case .cannotConnect, .connectionLost: self.init(.noConnection, error.description)
    case .interrupted(let signal):
      self.init(exitCode: 128 + signal, Self.interruption)
    case .server(let server):
      switch server.state {
      case .uniqueViolation, .exclusionViolation, .foreignKeyViolation:
        self.init(
          .conflict,
          "somebody else changed the same records at the same time; nothing was changed\n"
            + "  Try: the same command again")
      case .serializationFailure, .deadlockDetected, .lockNotAvailable:
        self.init(.conflict, error.description)
      case .insufficientPrivilege: self.init(.notPermitted, error.description)
      case .diskFull:
        self.init(
          .noConnection,
          "\(error.description); nothing was changed\n"
            + "  Try: the same command again once the server's disk has room")
      case .tooManyConnections: self.init(.noConnection, error.description)
      default: self.init(.fault, error.description)
      }
    default: self.init(.fault, error.description)
    }
  }
}
