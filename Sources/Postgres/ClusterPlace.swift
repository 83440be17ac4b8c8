import Glibc

/// Where the private cluster of a data home is, and whose it is.
///
/// Usually `<data home>/postgres`. PostgreSQL never runs as root, so root's cluster belongs to the
/// `postgres` user, and when that user cannot reach root's data home it stands in
/// `/var/lib/talent/<name>` instead, named after the data home it stands for.
struct ClusterPlace: Hashable, Sendable {
  private static let elsewhere = "/var/lib/talent"
  /// The longest path of a unix socket.
  private static let socketPathBytes = 107
  private static let socketName = "/.s.PGSQL.5432"

  let dataHome: String
  /// The directory that holds the cluster, its log and its lock.
  let base: String

  init(dataHome: String) {
    self.dataHome = dataHome
    let other = "\(Self.elsewhere)/\(Self.name(for: dataHome))"
    if geteuid() != 0 || Self.isCluster("\(dataHome)/postgres") {
      base = dataHome
    } else if Self.isCluster("\(other)/postgres") {
      base = other
    } else {
      let suits =
        Account(name: "postgres")?.canTraverse(dataHome) == true
        && Self.fitsSocket("\(dataHome)/postgres")
      base = suits ? dataHome : other
    }
  }

  var dataDirectory: String { "\(base)/postgres" }
  var logFile: String { "\(base)/postgres.log" }
  var lockFile: String { "\(base)/postgres.lock" }
  var standsElsewhere: Bool { base != dataHome }
  var isCreated: Bool { Self.isCluster(dataDirectory) }

  /// The data directory itself, or a short one in /tmp when the path is too long for a socket.
  var socketDirectory: String {
    if Self.fitsSocket(dataDirectory) { return dataDirectory }
    let owner = Files.look(dataDirectory)?.st_uid ?? geteuid()
    return "/tmp/talent-\(owner)-\(Self.hash(dataDirectory))"
  }

  var hasOwnSocketDirectory: Bool { socketDirectory != dataDirectory }

  /// Anybody can make a directory in /tmp and wait there for our data: one that is there must be the
  /// cluster owner's and closed to others.
  func refuseForeignSocketDirectory() throws(ClusterError) {
    guard hasOwnSocketDirectory, let found = Files.look(socketDirectory) else { return }
    let owner = Files.look(dataDirectory)?.st_uid ?? geteuid()
    if Files.isDirectory(found), found.st_uid == owner, found.st_mode & 0o077 == 0 { return }
    throw ClusterError(
      "\(dataDirectory) does not suit a socket, and \(socketDirectory) is not safe instead",
      hint: "remove \(socketDirectory), or set XDG_DATA_HOME to a shorter path")
  }

  /// Who runs the server: the owner of what is there, else us, else (for root) `postgres`.
  func owner() throws(ClusterError) -> Account {
    let me = geteuid()
    let there = Files.look(dataDirectory)?.st_uid
    if me != 0, let there, there != me {
      let name = Account(id: there)?.name ?? "user \(there)"
      throw ClusterError(
        "the private database in \(dataDirectory) belongs to \(name)",
        hint: "run this as \(name), or set XDG_DATA_HOME to a directory of your own")
    }
    if me == 0, there == nil || there == 0 {
      if let account = Account(name: "postgres") { return account }
      throw ClusterError(
        "PostgreSQL does not run as root, and there is no user postgres to run it as",
        hint: "apt-get install postgresql, or run this as an ordinary user")
    }
    if let account = Account(id: there ?? me) { return account }
    throw ClusterError(
      "this operating-system user (\(me)) has no name, which PostgreSQL needs",
      hint: "run this as a user that /etc/passwd knows")
  }

  private static func isCluster(_ directory: String) -> Bool {
    Files.exists("\(directory)/PG_VERSION")
  }

  /// libpq splits hosts at commas, so a path with one does not suit either.
  private static func fitsSocket(_ directory: String) -> Bool {
    (directory + socketName).utf8.count <= socketPathBytes
      && !directory.utf8.contains(UInt8(ascii: ","))
  }

  /// The end of a path as a file name, and a hash that keeps it apart from the likes of it.
  private static func name(for path: String) -> String {
    let words = path.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return String(words.suffix(24).drop { $0 == "-" }) + "-" + hash(path)
  }

  /// FNV-1a, 64 bits, in hexadecimal.
  private static func hash(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
