import CPostgres
import Glibc

/// Opening a session: one connection string, and what this program adds to it.
enum Connecting {
  /// A session of libpq, which the caller finishes.
  static func open(
    _ conninfo: String, _ settings: SessionSettings
  ) throws(PostgresError) -> OpaquePointer {
    let given = try options(of: conninfo)
    var keywords = ["dbname", "fallback_application_name", "client_encoding", "options"]
    let own = [settings.options, given["options"] ?? environment("PGOPTIONS")]
    var values = [
      conninfo, settings.applicationName, "UTF8", own.compactMap { $0 }.joined(separator: " "),
    ]
    if given["connect_timeout"] == nil, environment("PGCONNECT_TIMEOUT") == nil {
      keywords.append("connect_timeout")
      values.append("\(settings.connectTimeoutSeconds)")
    }
    if conninfo.isEmpty {
      keywords.removeFirst()
      values.removeFirst()
    }
    if settings.verifiesRemoteServers { try refuseUnverified(keywords, values) }
    let session = withCStrings(keywords) { keywords in
      withCStrings(values) { values in PQconnectdbParams(keywords, values, 1) }
    }
    guard let session else {
      throw .cannotConnect(text: "out of memory", hint: nil)
    }
    guard PQstatus(session) == CONNECTION_OK else {
      let text = message(of: session)
      PQfinish(session)
      throw .cannotConnect(text: text, hint: hint(for: text))
    }
    PQsetNoticeProcessor(session, { _, _ in }, nil)
    return session
  }

  /// libpq's last words about a session, in one line.
  static func message(of session: OpaquePointer) -> String {
    oneLine(PQerrorMessage(session).map { String(cString: $0) } ?? "")
  }

  /// The keywords a connection string sets itself.
  private static func options(of conninfo: String) throws(PostgresError) -> [String: String] {
    if conninfo.isEmpty { return [:] }
    let isBareName = !conninfo.contains("=") && !conninfo.contains("://")
    if isBareName { return ["dbname": conninfo] }
    var complaint: UnsafeMutablePointer<CChar>?
    guard let parsed = PQconninfoParse(conninfo, &complaint) else {
      PQfreemem(complaint)
      // libpq's complaint may quote the string, and with it a password.
      throw .cannotConnect(
        text: "the connection string cannot be read",
        hint: "host=... dbname=... or postgresql://host/dbname, with the password in ~/.pgpass")
    }
    defer { PQconninfoFree(parsed) }
    return Self.values(of: parsed)
  }

  /// The options that have a value.
  static func values(of options: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
    var found: [String: String] = [:]
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val {
        found[String(cString: keyword)] = String(cString: value)
      }
      option += 1
    }
    return found
  }

  /// Begins a session only to see where it would go. A socket's path needs no look.
  private static func refuseUnverified(
    _ keywords: [String], _ values: [String]
  ) throws(PostgresError) {
    if values[0].hasPrefix("host='/") || values[0].hasPrefix("host=/") { return }
    let session = withCStrings(keywords) { keywords in
      withCStrings(values) { values in PQconnectStartParams(keywords, values, 1) }
    }
    guard let session else { return }
    defer { PQfinish(session) }
    try RemoteTrust.check(session)
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(separator: "\n").map { line in
      line.drop { $0 == " " || $0 == "\t" }
    }.joined(separator: "; ")
  }

  /// What to try, by what libpq or the server said.
  private static func hint(for text: String) -> String? {
    hints.first { contains(text, $0.words) }?.hint
  }

  private static let hints: [(words: String, hint: String)] = [
    ("definition of service", "a [name] section in ~/.pg_service.conf, or PGSERVICEFILE"),
    ("no password supplied", "a line in ~/.pgpass (host:port:database:user:password), mode 0600"),
    ("password authentication failed", "check the line in ~/.pgpass and its mode, 0600"),
    ("Peer authentication failed", "connect as the operating-system user the database expects"),
    ("certificate", "sslrootcert=FILE with the certificate authority's certificate"),
    ("does not support SSL", "sslmode=prefer for a database on this machine"),
    ("too many clients", "again in a moment, or raise max_connections"),
    ("remaining connection slots", "again in a moment, or raise max_connections"),
    ("is starting up", "again in a moment: the server is starting"),
    ("in recovery mode", "again in a moment: the server is recovering"),
    ("is shutting down", "again in a moment: the server is restarting"),
    ("could not translate host name", "check the host's name"),
    ("Connection refused", "check host and port, and that the server runs"),
    ("No such file or directory", "check host and port, and that the server runs"),
    ("timeout expired", "check host, port and firewall"),
  ]
}

/// Whether a text holds another; byte by byte, without Foundation.
func contains(_ text: String, _ words: String) -> Bool {
  let text = Array(text.utf8)
  let words = Array(words.utf8)
  guard words.count <= text.count else { return false }
  return (0...(text.count - words.count)).contains { start in
    text[start..<start + words.count].elementsEqual(words)
  }
}

/// A null-terminated array of C strings, as libpq and posix_spawn take them.
func withCStrings<R>(
  _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> R
) -> R {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  let pointers: [UnsafePointer<CChar>?] = copies.map { $0.map { UnsafePointer($0) } } + [nil]
  return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
}
