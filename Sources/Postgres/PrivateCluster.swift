import CPostgres
import Glibc

/// The PostgreSQL that a newcomer gets without asking, in a directory of their own.
///
/// Reached through a unix socket in a directory of mode 0700; its owner and root connect as the role
/// `talent`, which owns the database `talent` and is no superuser; nobody else connects at all. It is
/// durable, and nothing here ever deletes it.
///
/// ```
/// <data home>/postgres         the data directory, with the socket
/// <data home>/postgres.log     what the server says
/// <data home>/postgres.lock    held while it is created or started
/// ```
public struct PrivateCluster: Sendable {
  /// What `start` found and did.
  public enum Started: String, Hashable, Sendable {
    case created, started, alreadyRunning
  }

  private let dataHome: String
  private let isThrowaway: Bool

  /// Such as `/home/ann/.local/share/talent`. Nothing happens until it is started.
  public init(dataHome: String) { self.init(dataHome: dataHome, isThrowaway: false) }

  init(dataHome: String, isThrowaway: Bool) {
    self.dataHome = Self.absolute(dataHome)
    self.isThrowaway = isThrowaway
  }

  var place: ClusterPlace { ClusterPlace(dataHome: dataHome) }

  /// For this program: as the role `talent`.
  public var conninfo: String { conninfo(role: "talent", database: "talent") }

  /// For psql and other tools of the same user: as the role `talent`.
  public var url: String {
    "postgresql://talent@/talent?host=\(Self.percentEncoded(place.socketDirectory))"
  }

  /// Connects; when nothing answers and `start` is true, starts or creates it first.
  ///
  /// While it runs this costs no process and no look at the disk but the socket's.
  public func connect(
    start: Bool, settings: SessionSettings = .default
  ) throws -> Connection {
    try place.refuseForeignSocketDirectory()
    let refusal: PostgresError
    do throws(PostgresError) {
      return try Connection(conninfo: conninfo, settings: settings)
    } catch {
      refusal = error
    }
    if !start {
      if ClusterServer(place: place).processID != nil { throw refusal }
      throw ClusterError("the private database is not running", hint: "talent db start")
    }
    try self.start()
    return try Connection(conninfo: conninfo, settings: settings)
  }

  /// Starts it, creating it on first use. However many start at once, one server runs.
  @discardableResult
  public func start() throws -> Started {
    if answers { return .alreadyRunning }
    try prepareBase()
    return try ClusterLock.hold(place.lockFile, startAlone)
  }

  private func startAlone() throws -> Started {
    if waitsOrAnswers() { return .alreadyRunning }
    let place = place
    let owner = try place.owner()
    let isNew = !place.isCreated
    let creation = ClusterCreation(
      place: place, owner: owner, programs: try PostgresPrograms.find(major: nil),
      isThrowaway: isThrowaway)
    if isNew { try creation.create() } else { try creation.removeUnfinished() }
    try ClusterServer(place: place).start(owner: owner)
    return isNew ? .created : .started
  }

  /// Stops it, ending other sessions; false when it did not run.
  @discardableResult
  public func stop() throws -> Bool { try stop(immediately: false) }

  func stop(immediately: Bool) throws -> Bool {
    let place = place
    guard place.isCreated else { return false }
    return try ClusterLock.hold(place.lockFile) {
      try ClusterServer(place: place).stop(owner: place.owner(), immediately: immediately)
    }
  }

  func conninfo(role: String, database: String) -> String {
    let quoted = place.socketDirectory.map { "\\'".contains($0) ? "\\\($0)" : "\($0)" }
    return "host='\(quoted.joined())' port=5432 user=\(role) dbname=\(database)"
  }

  private func prepareBase() throws(ClusterError) {
    // Root's cluster is reached by the user postgres, which must pass through.
    try Files.makeDirectories(place.base, mode: geteuid() == 0 ? 0o711 : 0o700)
  }

  private var answers: Bool { PQping(conninfo) == PQPING_OK }

  /// Whether it answers, after what it takes a server to finish starting, recovering or stopping.
  private func waitsOrAnswers() -> Bool {
    for _ in 0..<600 {
      switch PQping(conninfo) {
      case PQPING_OK: return true
      case PQPING_REJECT: usleep(100_000)
      default: return false
      }
    }
    return false
  }

  private static func absolute(_ path: String) -> String {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if trimmed.hasPrefix("/") { return trimmed }
    guard let here = getcwd(nil, 0) else { return "/" + trimmed }
    defer { free(here) }
    return String(cString: here) + "/" + trimmed
  }

  private static func percentEncoded(_ path: String) -> String {
    path.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain = scalar.properties.isAlphabetic || (0x30...0x39).contains(byte)
      if byte < 0x80, isPlain || "-._~".unicodeScalars.contains(scalar) { return String(scalar) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }
}
