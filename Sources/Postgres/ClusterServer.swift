import CPostgres
import Glibc

/// The server of a private cluster: whether it runs, starting and stopping it.
struct ClusterServer {
  let place: ClusterPlace

  private static let logBytesKept = 1_000_000
  private static let startTimeoutSeconds = 60
  private static let patience = 50
  private static let patienceMicroseconds: UInt32 = 100_000

  private var pidFile: String { "\(place.dataDirectory)/postmaster.pid" }

  /// The server's process, nil when none runs for this data directory.
  var processID: Int32? {
    guard let id = Self.processID(in: pidFile), isServer(id) else { return nil }
    return id
  }

  /// The major version that made the data directory.
  var major: Int? {
    let text = Files.head("\(place.dataDirectory)/PG_VERSION")
    return text?.split(separator: "\n").first.flatMap { Int($0) }
  }

  /// The caller holds the lock and has found that nothing answers.
  func start(owner: Account) throws(ClusterError) {
    let programs = try PostgresPrograms.find(major: major)
    try removeStaleLocks()
    if place.hasOwnSocketDirectory { try prepareSocketDirectory(owner) }
    if Files.length(place.logFile) > Self.logBytesKept {
      rename(place.logFile, place.logFile + ".old")
    }
    for attempt in 1...Self.patience {
      let mark = Files.length(place.logFile)
      if try control(programs, owner, startWords) == 0 { return }
      let log = ClusterLog(file: place.logFile, from: mark)
      // Processes of a server that was killed take a moment to notice.
      let isPassing = log.says("shared memory block") && attempt < Self.patience
      guard isPassing else { throw log.error("the private database did not start") }
      usleep(Self.patienceMicroseconds)
    }
  }

  /// False when nothing ran.
  func stop(owner: Account, immediately: Bool = false) throws(ClusterError) -> Bool {
    guard processID != nil else { return false }
    let programs = try PostgresPrograms.find(major: major)
    let mark = Files.length(place.logFile)
    let words = ["-s", "-w", "-m", immediately ? "immediate" : "fast", "stop"]
    if try control(programs, owner, words) == 0 || processID == nil { return true }
    throw ClusterLog(file: place.logFile, from: mark).error("the private database did not stop")
  }

  /// The data directory goes by the environment: pg_ctl would pass `-D` through a shell.
  private func control(
    _ programs: PostgresPrograms, _ owner: Account, _ words: [String]
  ) throws(ClusterError) -> Int32 {
    try Spawning(
      command: [programs.control] + words, account: owner,
      environment: ["PGDATA=\(place.dataDirectory)"], logFile: place.logFile
    ).run()
  }

  private var startWords: [String] {
    let words = ["-s", "-w", "-t", "\(Self.startTimeoutSeconds)"]
    let own =
      place.hasOwnSocketDirectory
      ? ["-o", "-c unix_socket_directories=\(place.socketDirectory)"] : []
    return words + own + ["start"]
  }
}

extension ClusterServer {
  /// Removes lock files whose process is not this cluster's server: it has died, and its number now
  /// belongs to another program, which PostgreSQL by itself would take for the server.
  private func removeStaleLocks() throws(ClusterError) {
    let socketLock = "\(place.socketDirectory)/.s.PGSQL.5432.lock"
    for file in [pidFile, socketLock] where Files.exists(file) {
      let holder = Self.processID(in: file)
      if let holder, staysServer(holder) {
        throw ClusterError(
          "the private database's server (process \(holder)) runs but does not answer",
          hint: "talent db stop, then again")
      }
      // A process that is gone is PostgreSQL's to judge: it also looks for orphans of the server.
      if let holder, kill(holder, 0) != 0, errno == ESRCH { continue }
      guard unlink(file) == 0 else { throw Files.failed("remove the stale", file) }
    }
  }

  /// Whether the server is still there after what a killed process takes to be gone.
  private func staysServer(_ id: Int32) -> Bool {
    for _ in 0..<Self.patience {
      guard isServer(id) else { return false }
      usleep(Self.patienceMicroseconds)
    }
    return true
  }

  /// Whether a process is this cluster's server, not one that has got its number since.
  private func isServer(_ id: Int32) -> Bool {
    guard id > 0, kill(id, 0) == 0 else { return false }
    guard let line = Files.head("/proc/\(id)/stat") else { return true }  // no /proc to ask
    // "123 (postgres) S ...": a zombie (Z) is a server that has died and that nobody has buried.
    let words = line.split(separator: " ")
    guard words.count >= 3, words[1] == "(postgres)", words[2] != "Z" else { return false }
    var itsDirectory = stat()
    var ours = stat()
    guard stat("/proc/\(id)/cwd", &itsDirectory) == 0, stat(place.dataDirectory, &ours) == 0 else {
      return true
    }
    return itsDirectory.st_ino == ours.st_ino && itsDirectory.st_dev == ours.st_dev
  }

  private static func processID(in file: String) -> Int32? {
    Files.head(file)?.split(separator: "\n").first.flatMap { Int32($0) }
  }

  private func prepareSocketDirectory(_ owner: Account) throws(ClusterError) {
    if mkdir(place.socketDirectory, 0o700) == 0,
      chown(place.socketDirectory, owner.id, owner.group) != 0
    {
      throw Files.failed("prepare", place.socketDirectory)
    }
    try place.refuseForeignSocketDirectory()
  }
}
