extension PrivateCluster {
  /// How the private cluster is.
  public struct Status: Hashable, Sendable {
    public let dataDirectory: String
    public let socketDirectory: String
    public let logFile: String
    /// Nil when it does not run.
    public let processID: Int32?
    /// PostgreSQL's major version, nil before it is created.
    public let version: Int?
    /// What the database `talent` takes on the disk; nil when it does not answer.
    public let bytes: Int64?
    public let url: String
    /// What is unusual about where it stands; nil when nothing is.
    public let note: String?
  }

  /// Looks without changing or starting anything.
  public func status() throws -> Status {
    let place = place
    let server = ClusterServer(place: place)
    return Status(
      dataDirectory: place.dataDirectory, socketDirectory: place.socketDirectory,
      logFile: place.logFile, processID: server.processID, version: server.major,
      bytes: server.processID == nil ? nil : size, url: url, note: note(on: place))
  }

  private var size: Int64? {
    let connection = try? Connection(conninfo: conninfo)
    let text = try? connection?.scalar("select pg_database_size('talent')")
    return text.flatMap { Int64($0) }
  }

  private func note(on place: ClusterPlace) -> String? {
    if place.standsElsewhere {
      return "it stands in \(place.base), because the user postgres cannot reach \(place.dataHome)"
    }
    if place.hasOwnSocketDirectory {
      return "its socket is in \(place.socketDirectory), because its own path does not suit one"
    }
    return nil
  }
}
