import CPostgres
import Glibc

/// Makes a private cluster: complete beside its place, then moved into it, so that what was cut short
/// is never taken for a cluster.
struct ClusterCreation {
  let place: ClusterPlace
  let owner: Account
  let programs: PostgresPrograms
  /// For tests: no durability, more connections, and a way in for the superuser.
  let isThrowaway: Bool

  private var unfinished: String { "\(place.base)/\(Self.unfinishedPrefix)\(getpid())" }
  private static let unfinishedPrefix = "postgres.new-"

  /// The caller holds the lock, so whatever is unfinished here was left by someone who died.
  func create() throws(ClusterError) {
    try refuseStrangers()
    try removeUnfinished()
    do throws(ClusterError) {
      try build(in: unfinished)
      try moveIntoPlace()
    } catch {
      try? removeUnfinished()
      throw error
    }
  }

  /// Removes creations that were cut short. They never held anybody's data.
  func removeUnfinished() throws(ClusterError) {
    for name in Files.names(in: place.base) where name.hasPrefix(Self.unfinishedPrefix) {
      let remove = Spawning(
        command: ["/bin/rm", "-rf", "--", "\(place.base)/\(name)"], logFile: place.logFile)
      _ = try remove.run()
    }
  }

  private func refuseStrangers() throws(ClusterError) {
    guard Files.look(place.dataDirectory) != nil, !Files.names(in: place.dataDirectory).isEmpty
    else { return }
    throw ClusterError(
      "\(place.dataDirectory) is there, but it is not a complete PostgreSQL data directory",
      hint: "look at what it holds and move it away, then again; nothing was changed")
  }

  private func build(in directory: String) throws(ClusterError) {
    guard mkdir(directory, 0o700) == 0, chown(directory, owner.id, owner.group) == 0 else {
      throw Files.failed("create the directory", directory)
    }
    try run(
      [
        programs.initdb, "--no-sync", "-U", "postgres", "-A", "peer", "--no-instructions",
        "-E", "UTF8", "--locale=C.UTF-8", "-D", directory,
      ])
    try Files.write(settings, to: "\(directory)/postgresql.conf", appending: true)
    try Files.write(Self.access, to: "\(directory)/pg_hba.conf")
    try Files.write(identities, to: "\(directory)/pg_ident.conf")
    try run(
      [
        programs.postgres, "--single", "-c", "exit_on_error=true", "-c", "fsync=off",
        "-c", "log_checkpoints=off", "-D", directory, "postgres",
      ],
      input: """
        create role talent login
        create database talent owner talent

        """)
  }

  /// Everything reaches the disk before the name that makes it a cluster.
  private func moveIntoPlace() throws(ClusterError) {
    let base = open(place.base, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard base >= 0 else { throw Files.failed("open", place.base) }
    defer { close(base) }
    if !isThrowaway, syncfs(base) != 0 { throw Files.failed("write", place.base) }
    guard rename(unfinished, place.dataDirectory) == 0 else {
      throw Files.failed("create", place.dataDirectory)
    }
    if !isThrowaway { fsync(base) }
  }

  private func run(_ command: [String], input: String = "") throws(ClusterError) {
    let mark = Files.length(place.logFile)
    let step = Spawning(command: command, account: owner, logFile: place.logFile)
    if try step.run(input: input) == 0 { return }
    throw ClusterLog(file: place.logFile, from: mark).error(
      "the private database could not be created")
  }

  private var settings: String {
    """

    # talent's own. Reached through a unix socket in the data directory, never over the network.
    listen_addresses = ''
    unix_socket_directories = '.'
    max_connections = \(isThrowaway ? 100 : 40)
    shared_buffers = \(isThrowaway ? "64MB" : "256MB")
    work_mem = 32MB
    maintenance_work_mem = 256MB
    max_wal_size = 4GB
    jit = off
    # People's data stay out of the log: no statements, no DETAIL lines.
    log_error_verbosity = terse
    log_min_error_statement = panic
    log_checkpoints = off
    \(isThrowaway ? "fsync = off\nfull_page_writes = off\nsynchronous_commit = local\n" : "")
    """
  }

  /// Who may connect as whom: nobody without an entry in pg_ident.conf, and nobody from elsewhere.
  private static let access = """
    # TYPE  DATABASE  USER      METHOD
    local   all       postgres  peer map=superuser
    local   all       talent    peer map=talent

    """

  private var identities: String {
    let name = owner.name.replacingQuotes
    let root = isThrowaway ? "superuser  root  postgres\n" : ""
    return """
      # MAP      OPERATING-SYSTEM USER  ROLE
      superuser  "\(name)"  postgres
      talent     "\(name)"  talent
      talent     root  talent
      \(root)
      """
  }
}

extension String {
  /// Quotes doubled, as PostgreSQL's configuration files take them.
  fileprivate var replacingQuotes: String {
    split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
  }
}
