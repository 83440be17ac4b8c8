import Glibc

/// A real PostgreSQL for tests: one a process, started when first asked for, removed at exit.
///
/// ```swift
/// let cluster = try ThrowawayCluster.shared()
/// let migrated = try cluster.template("migrated") { try $0.script(schema) }
/// let connection = try Connection(conninfo: try cluster.database(template: migrated))
/// ```
public struct ThrowawayCluster: Sendable {
  private static let prefix = "/tmp/talent-test-"
  private static let one = Result { try ThrowawayCluster() }
  private static let naming = NameGiver()

  let home: String
  private let cluster: PrivateCluster

  /// The one of this process.
  public static func shared() throws -> ThrowawayCluster { try one.get() }

  /// A fresh database owned by `talent`; the string connects to it as `talent`.
  public func database(template: String? = nil) throws -> String {
    let name = "test_\(Self.naming.next())"
    try create(name, template: template)
    return conninfo(database: name)
  }

  /// A database to copy others from, made by `prepare` when it is first asked for by this name.
  public func template(
    _ name: String, prepare: (Connection) throws -> Void
  ) throws -> String {
    try Self.naming.once {
      let superuser = try superuser()
      let exists = "select 1 from pg_database where datname = 'template_\(name)'"
      if try superuser.scalar(exists) == nil {
        try create("template_\(name)", template: nil)
        try prepare(try Connection(conninfo: conninfo(database: "template_\(name)")))
      }
      return "template_\(name)"
    }
  }

  /// As `talent`, as the program connects.
  public func conninfo(database: String) -> String {
    cluster.conninfo(role: "talent", database: database)
  }

  /// As the superuser `postgres`, for what a test has to arrange behind the program's back.
  public func superuser(database: String = "postgres") throws -> Connection {
    try Connection(conninfo: cluster.conninfo(role: "postgres", database: database))
  }

  private init() throws {
    Self.removeLeftovers()
    var template = Array("\(Self.prefix)\(geteuid())-\(getpid())-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Files.failed("create", Self.prefix) }
    home = String(cString: made)
    if geteuid() == 0 { chmod(home, 0o711) }  // the user postgres passes through
    cluster = PrivateCluster(dataHome: home, isThrowaway: true)
    atexit { ThrowawayCluster.removeShared() }
    try cluster.start()
  }

  private func create(_ name: String, template: String?) throws {
    let origin = template.map { " template \($0)" } ?? ""
    try superuser().script("create database \(name) owner talent\(origin)")
  }

  private static func removeShared() {
    guard let cluster = try? one.get() else { return }
    remove(cluster.home)
  }

  /// What tests left behind that were killed before they could clean up.
  private static func removeLeftovers() {
    for name in Files.names(in: "/tmp") {
      let path = "/tmp/\(name)"
      guard path.hasPrefix("\(prefix)\(geteuid())-"), Files.look(path)?.st_uid == geteuid(),
        let id = path.dropFirst(prefix.count).split(separator: "-").dropFirst().first,
        let process = Int32(id), kill(process, 0) != 0, errno == ESRCH
      else { continue }
      remove(path)
    }
  }

  private static func remove(_ home: String) {
    _ = try? PrivateCluster(dataHome: home, isThrowaway: true).stop(immediately: true)
    _ = try? Spawning(command: ["/bin/rm", "-rf", "--", home], logFile: "/dev/null").run()
  }
}

/// Numbers for databases, and one template at a time, from however many threads.
private final class NameGiver: @unchecked Sendable {
  private var count = 0
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  init() {
    mutex = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
  }

  func next() -> Int {
    once {
      count += 1
      return count
    }
  }

  func once<R>(_ body: () throws -> R) rethrows -> R {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body()
  }
}
