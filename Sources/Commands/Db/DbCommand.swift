import ArgumentParser
import Postgres
import Reporting
import Storing

struct DbCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "db", abstract: "Start, stop and look at the database.",
    subcommands: [DbStart.self, DbStop.self, DbStatus.self, DbMigrate.self, DbURL.self])
}

struct DbStart: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Start the private server; create it on first use.")

  func run() throws {
    try requirePrivateCluster(to: "start")
    let cluster = Session.privateCluster
    switch try cluster.start() {
    case .created: try Terminal.print("A private PostgreSQL was created and started.")
    case .started: try Terminal.print("The private PostgreSQL was started.")
    case .alreadyRunning: try Terminal.print("The private PostgreSQL is running already.")
    }
  }
}

struct DbStop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop", abstract: "Stop the private server; its data stays.")

  func run() throws {
    try requirePrivateCluster(to: "stop")
    try Terminal.print(
      try Session.privateCluster.stop()
        ? "The private PostgreSQL was stopped." : "The private PostgreSQL is not running.")
  }
}

struct DbStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say where the data is and whether its server runs.")

  @OptionGroup var output: Output

  func run() throws {
    let session = try Session()
    guard try session.usesPrivateCluster() else { return try showServer(session) }
    let status = try Session.privateCluster.status()
    var table = Table([.init("What"), .init("Is")], whenEmpty: "")
    table.add(["server", status.processID.map { "running, process \($0)" } ?? "not running"])
    table.add(["data directory", status.dataDirectory])
    table.add(["socket directory", status.socketDirectory])
    table.add(["log", status.logFile])
    if let version = status.version { table.add(["PostgreSQL", String(version)]) }
    if let bytes = status.bytes { table.add(["size", Phrase.size(bytes: Int(bytes))]) }
    table.add(["url", status.url])
    if let note = status.note { table.add(["note", note]) }
    try output.print(
      table,
      json: [
        "private": true, "running": .bool(status.processID != nil),
        "data_directory": .string(status.dataDirectory),
        "socket_directory": .string(status.socketDirectory), "log": .string(status.logFile),
        "bytes": status.bytes.map { .int(Int($0)) } ?? .null, "url": .string(status.url),
        "note": status.note.map { .string($0) } ?? .null,
      ])
  }

  private func showServer(_ session: Session) throws {
    let connection = try session.connect()
    let place = try connection.scalar(
      "select current_user || ' on ' || current_database() || ' at ' || coalesce(host(inet_server_addr()), 'a local socket')"
    )
    try output.print(
      {
        var table = Table([.init("What"), .init("Is")], whenEmpty: "")
        table.add(["server", "running, PostgreSQL \(connection.serverVersion / 10_000)"])
        table.add(["connected as", place ?? ""])
        return table
      }(),
      json: [
        "private": false, "running": true, "connected_as": .string(place ?? ""),
        "version": .int(connection.serverVersion),
      ])
  }
}

struct DbMigrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Bring the database to this program's schema.")

  func run() throws {
    let connection = try Session().connect()
    try migrate(connection)
    let newest = try connection.scalar("select max(number) from migration") ?? "none"
    try Terminal.print("The database is at migration \(newest), the newest.")
  }
}

struct DbURL: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "url",
    abstract: "Print the private database's URL for psql and other tools, as its owner.",
    discussion: "psql \"$(talent db url)\"")

  func run() throws {
    try requirePrivateCluster(to: "name")
    _ = try Session().connect()
    try Terminal.print(Session.privateCluster.url)
  }
}

private func requirePrivateCluster(to verb: String) throws {
  guard try Session().usesPrivateCluster() else {
    throw Failure(
      .usage,
      "a server of your own is configured, so there is no private one to \(verb)\n"
        + "  Try: unset the PG* variables or empty conninfo in connection.yaml")
  }
}
