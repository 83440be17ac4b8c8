/// How long a session waits for locks, answers and us before PostgreSQL ends the wait.
///
/// They travel in the startup packet, so they cost no round trip. Zero means no limit. What the
/// user's own `options` say (in the connection string or PGOPTIONS) comes later and wins.
public struct SessionSettings: Hashable, Sendable {
  public var applicationName: String
  public var lockTimeoutMilliseconds: Int
  public var statementTimeoutMilliseconds: Int
  public var idleInTransactionTimeoutMilliseconds: Int
  /// Used when neither the connection string nor PGCONNECT_TIMEOUT names one.
  public var connectTimeoutSeconds: Int
  /// Whether a server on another machine must prove who it is (`sslmode=verify-full`).
  public var verifiesRemoteServers: Bool

  public init(
    applicationName: String = "talent", lockTimeoutMilliseconds: Int = 5_000,
    statementTimeoutMilliseconds: Int = 600_000,
    idleInTransactionTimeoutMilliseconds: Int = 300_000, connectTimeoutSeconds: Int = 10,
    verifiesRemoteServers: Bool = true
  ) {
    self.applicationName = applicationName
    self.lockTimeoutMilliseconds = lockTimeoutMilliseconds
    self.statementTimeoutMilliseconds = statementTimeoutMilliseconds
    self.idleInTransactionTimeoutMilliseconds = idleInTransactionTimeoutMilliseconds
    self.connectTimeoutSeconds = connectTimeoutSeconds
    self.verifiesRemoteServers = verifiesRemoteServers
  }

  public static let `default` = SessionSettings()

  /// What goes into the startup packet's `options`; days in texts are ISO days, whatever the server is used to.
  var options: String {
    "-c datestyle=ISO -c lock_timeout=\(lockTimeoutMilliseconds)"
      + " -c statement_timeout=\(statementTimeoutMilliseconds)"
      + " -c idle_in_transaction_session_timeout=\(idleInTransactionTimeoutMilliseconds)"
  }
}
