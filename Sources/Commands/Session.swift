import Configuring
import Defaults
import Domain
import Postgres
import Storing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a command works with: configuration, today's date, and the store behind a connection.
struct Session {
  let configuration: Configuration

  init() throws {
    _ = try Session.today()
    configuration = Configuration(
      defaults: Defaults.files, overrides: try Session.overrides(in: Session.configHome))
  }

  /// The day it is; `TALENT_TODAY` (ISO) stands in for the clock in tests and demonstrations.
  static func today() throws -> Day {
    if let day = try standInDay() { return day }
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    guard
      let day = Day(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else { throw Failure(.fault, "the clock shows no date between 1900 and 2200") }
    return day
  }

  /// Nil where the clock says what day it is.
  private static func standInDay() throws -> Day? {
    guard let text = Terminal.environment("TALENT_TODAY") else { return nil }
    guard let day = Day(iso: text) else {
      throw Failure(.usage, "TALENT_TODAY is not a date like 2027-01-18")
    }
    return day
  }

  /// Connects, starting the private server when none is configured, and migrates when behind.
  /// The records are those of the organisation the user chose.
  func store() throws -> Store { try store(of: ChosenOrganisation.name()) }

  /// The records of an organisation by its name.
  func store(of organisation: String?) throws -> Store {
    try Store(connect(), organisation: organisation, dated: Session.standInDay())
  }

  /// A store for what is nobody's in particular, which opens even when the one chosen is gone.
  func storeOfAnybody() throws -> Store { try store(of: nil) }

  func connect() throws -> Connection {
    let connection: Connection
    if let conninfo = try configuration.conninfo() {
      connection = try Connection(conninfo: conninfo)
    } else if Session.libpqIsConfigured {
      connection = try Connection(conninfo: "")
    } else {
      connection = try Session.privateCluster.connect(start: true)
    }
    connection.cancelOnInterrupt()
    return connection
  }

  /// Before long work of our own, during which nothing is stored: an interrupt ends it at once.
  static func beginLongWork() throws {
    try Connection.endOnInterrupt(saying: "talent: \(Failure.interruption)")
  }

  /// Before the server is told to store what the long work found.
  static func endLongWork() { Connection.cancelOnInterruptAgain() }

  /// Whether the data is in the private server.
  func usesPrivateCluster() throws -> Bool {
    try configuration.conninfo() == nil && !Session.libpqIsConfigured
  }

  static var privateCluster: PrivateCluster { PrivateCluster(dataHome: dataHome) }

  private static var libpqIsConfigured: Bool {
    ["PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE", "PGPORT", "PGUSER"].contains {
      Terminal.environment($0)?.isEmpty == false
    }
  }

  static var dataHome: String { home("XDG_DATA_HOME", ".local/share") + "/talent" }
  static var configHome: String { home("XDG_CONFIG_HOME", ".config") + "/talent" }

  private static func home(_ variable: String, _ usual: String) -> String {
    if let path = Terminal.environment(variable), path.hasPrefix("/") { return path }
    if let home = Terminal.environment("HOME"), !home.isEmpty { return "\(home)/\(usual)" }
    let record = getpwuid(getuid())
    return record.map { "\(String(cString: $0.pointee.pw_dir))/\(usual)" } ?? "/tmp/\(usual)"
  }

  /// The YAML files of a user's folder, by name; a misspelt name is refused later.
  static func overrides(
    in folder: String
  ) throws -> [(name: String, place: String, text: String)] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".yaml"), !name.hasPrefix(".") { names.append(String(name.dropLast(5))) }
    }
    return try names.sorted().map { name in
      let path = "\(folder)/\(name).yaml"
      return (name: name, place: path, text: try InputFile(path).wholeText(limit: 1 << 20))
    }
  }
}
