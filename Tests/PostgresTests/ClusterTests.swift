import Foundation
import Testing

@testable import Postgres

/// A data home that goes with everything in it, wherever its cluster stands.
final class TemporaryHome {
  let path: String
  let cluster: PrivateCluster
  private let root: String

  init(_ name: String = "talent", isOpen: Bool = true, isThrowaway: Bool = true) throws {
    var template = Array("/tmp/talent-test-\(geteuid())-\(getpid())-XXXXXX".utf8CString)
    root = String(cString: try #require(mkdtemp(&template)))
    chmod(root, isOpen ? 0o711 : 0o700)
    path = "\(root)/\(name)"
    cluster = PrivateCluster(dataHome: path, isThrowaway: isThrowaway)
  }

  var place: ClusterPlace { cluster.place }

  func write(_ text: String, to name: String) throws {
    try FileManager.default.createDirectory(atPath: place.base, withIntermediateDirectories: true)
    let file = "\(place.base)/\(name)"
    let directory = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: false, encoding: .utf8)
  }

  deinit {
    let place = place
    _ = try? cluster.stop(immediately: true)
    if place.standsElsewhere { try? FileManager.default.removeItem(atPath: place.base) }
    if place.hasOwnSocketDirectory {
      try? FileManager.default.removeItem(atPath: place.socketDirectory)
    }
    try? FileManager.default.removeItem(atPath: root)
  }
}

@Suite(.serialized) struct ClusterTests {
  @Test func aNewcomerGetsADatabaseWithoutAsking() throws {
    let home = try TemporaryHome(isThrowaway: false)
    let connection = try home.cluster.connect(start: true)
    #expect(
      try connection.scalar("select current_user || ' ' || current_database()") == "talent talent")
    #expect(
      try connection.scalar("select rolsuper from pg_roles where rolname = current_user") == "f")
    #expect(try connection.scalar("show fsync") == "on")
    #expect(try connection.scalar("show synchronous_commit") == "on")
    #expect(try connection.scalar("show listen_addresses") == "")
    #expect(try connection.scalar("show server_encoding") == "UTF8")
    try connection.script(
      "create extension pg_trgm; create extension unaccent; create extension btree_gist")
    let directory = try #require(Files.look(home.place.dataDirectory))
    #expect(directory.st_mode & 0o777 == 0o700)
    if geteuid() == 0 {
      let superuser = home.cluster.conninfo(role: "postgres", database: "postgres")
      #expect(throws: PostgresError.self) { try Connection(conninfo: superuser) }
    }
  }

  @Test func itStartsStopsAndKeepsWhatItHolds() throws {
    let home = try TemporaryHome()
    let cluster = home.cluster
    #expect(try cluster.status().processID == nil)
    #expect(try cluster.status().version == nil)
    #expect(try cluster.stop() == false)
    #expect(try cluster.start() == .created)
    #expect(try cluster.start() == .alreadyRunning)
    try cluster.connect(start: false).script("create table kept (x int)")
    let status = try cluster.status()
    #expect(status.processID != nil)
    #expect(status.version.map { $0 >= 13 } == true)
    #expect(status.bytes.map { $0 > 1_000_000 } == true)
    #expect(status.note == nil)
    #expect(status.dataDirectory == "\(home.path)/postgres")
    #expect(try cluster.stop() == true)
    #expect(try cluster.stop() == false)
    #expect(try cluster.start() == .started)
    #expect(try cluster.connect(start: false).scalar("select count(*) from kept") == "0")
    #expect(try Connection(conninfo: cluster.url).scalar("select current_user") == "talent")
  }

  @Test func whereNothingRunsAndNothingMayBeStartedTheSentenceSaysSo() throws {
    let home = try TemporaryHome()
    do {
      _ = try home.cluster.connect(start: false)
      Issue.record("connected to nothing")
    } catch {
      #expect("\(error)" == "the private database is not running\n  Try: talent db start")
    }
    #expect(!Files.exists(home.path))
  }

  @Test func tenFirstStartsAtOnceGiveOneServer() throws {
    let home = try TemporaryHome()
    let cluster = home.cluster
    let servers = Servers()
    let starts = (0..<10).map { _ in
      Meanwhile {
        let connection = try cluster.connect(start: true)
        servers.add(try connection.scalar("select pg_postmaster_start_time()::text"))
      }
    }
    for start in starts { try start.join() }
    #expect(servers.seen.count == 10)
    #expect(Set(servers.seen).count == 1)
    #expect(Files.names(in: home.path) == ["postgres", "postgres.lock", "postgres.log"])
  }

  @Test func aStalePIDFileIsRepaired() throws {
    let home = try TemporaryHome()
    for kind in ["ours", "dead", "garbage", "nothing"] {
      try home.cluster.start()
      let file = "\(home.place.dataDirectory)/postmaster.pid"
      let old = try String(contentsOfFile: file, encoding: .utf8)
      let process = try #require(try home.cluster.status().processID)
      try home.cluster.stop()
      let stale =
        switch kind {
        case "ours": old.replacingOccurrences(of: "\(process)\n", with: "\(getpid())\n")
        case "dead": old
        case "garbage": "\u{0}\u{0}\u{0}"
        default: ""
        }
      try home.write(stale, to: "postgres/postmaster.pid")
      try home.write("\(getpid())\n", to: "postgres/.s.PGSQL.5432.lock")
      #expect(try home.cluster.status().processID == nil, "\(kind)")
      #expect(try home.cluster.connect(start: true).scalar("select 1") == "1", "\(kind)")
    }
  }

  @Test func aServerThatWasKilledRecovers() throws {
    let home = try TemporaryHome()
    let connection = try home.cluster.connect(start: true)
    try connection.script("create table kept (x int); insert into kept values (1)")
    let process = try #require(try home.cluster.status().processID)
    kill(process, SIGKILL)
    #expect(throws: PostgresError.self) {
      for _ in 0..<1_000 {
        _ = try connection.scalar("select pg_sleep(0.01)")
      }
    }
    #expect(try home.cluster.connect(start: true).scalar("select count(*) from kept") == "1")
  }

  @Test func whatAKilledCreatorLeftIsRemoved() throws {
    let home = try TemporaryHome()
    try home.write("15", to: "postgres.new-12345/PG_VERSION")
    #expect(try home.cluster.start() == .created)
    #expect(Files.names(in: home.path) == ["postgres", "postgres.lock", "postgres.log"])
  }

  @Test func aDirectoryThatIsNoClusterIsLeftAlone() throws {
    let home = try TemporaryHome()
    try home.write("precious", to: "postgres/letters.txt")
    let error = #expect(throws: ClusterError.self) { try home.cluster.start() }
    #expect(error?.text.contains("is not a complete PostgreSQL data directory") == true)
    #expect(Files.names(in: "\(home.path)/postgres") == ["letters.txt"])
  }

  @Test func anotherMajorVersionIsNamed() throws {
    let home = try TemporaryHome()
    try home.cluster.start()
    try home.cluster.stop()
    try home.write("9\n", to: "postgres/PG_VERSION")
    let error = #expect(throws: ClusterError.self) { try home.cluster.start() }
    #expect(
      error?.text == "the private database was made by PostgreSQL 9, which is not installed")
    #expect(error?.hint?.contains("apt-get install postgresql-9") == true)
  }

  @Test func aPathTooLongForASocketGetsAShortOne() throws {
    let home = try TemporaryHome(String(repeating: "long", count: 30))
    #expect(try home.cluster.connect(start: true).scalar("select 1") == "1")
    let status = try home.cluster.status()
    #expect(status.note != nil)
    #expect("\(status.socketDirectory)/.s.PGSQL.5432".utf8.count <= 107)
    #expect(try Connection(conninfo: home.cluster.url).scalar("select 1") == "1")
  }

  @Test func aForeignSocketDirectoryIsRefused() throws {
    let home = try TemporaryHome(String(repeating: "long", count: 30))
    guard !home.place.standsElsewhere else { return }  // root's place is always short
    mkdir(home.place.socketDirectory, 0o755)
    chmod(home.place.socketDirectory, 0o755)
    let error = #expect(throws: ClusterError.self) { try home.cluster.connect(start: true) }
    #expect(error?.text.contains("is not safe instead") == true)
  }

  @Test(arguments: ["it's \"home\" $(touch nope) `x` back\\slash Siân é%20", "a,b"])
  func oddPathsAreOnlyPaths(_ name: String) throws {
    let home = try TemporaryHome(name)
    #expect(try home.cluster.connect(start: true).scalar("select 1") == "1")
    #expect(try Connection(conninfo: home.cluster.url).scalar("select 1") == "1")
    #expect(try home.cluster.stop() == true)
  }

  @Test func rootsClosedHomeIsStoodForElsewhere() throws {
    guard geteuid() == 0 else { return }
    let home = try TemporaryHome(isOpen: false)
    #expect(try home.cluster.connect(start: true).scalar("select 1") == "1")
    let status = try home.cluster.status()
    #expect(status.dataDirectory.hasPrefix("/var/lib/talent/"))
    #expect(status.note?.contains(home.path) == true)
    #expect(try home.cluster.start() == .alreadyRunning)
  }

  @Test func theServerHoldsNothingOfOursOpen() throws {
    let home = try TemporaryHome()
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    try home.cluster.start()
    close(ends[1])
    var waiting = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
    #expect(poll(&waiting, 1, 5_000) == 1)
    close(ends[0])
  }

  @Test func personalDataStayOutOfTheLog() throws {
    let home = try TemporaryHome()
    let connection = try home.cluster.connect(start: true)
    try connection.script(
      "create table person (trn text unique); insert into person values ('0012345')")
    #expect(throws: PostgresError.self) {
      try connection.script("insert into person values ('0012345')")
    }
    let log = try String(contentsOfFile: home.place.logFile, encoding: .utf8)
    #expect(log.contains("unique constraint"))
    #expect(!log.contains("0012345"))
  }
}

private final class Servers: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var seen: [String] = []

  func add(_ server: String?) { lock.withLock { seen.append(server ?? "") } }
}
