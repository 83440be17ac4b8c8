import Foundation
import Postgres
import Testing

/// A private server with schools in it, a sheet of people, and what a whole load of it comes to.
struct StruckLoad {
  let work: Workspace
  /// How long a load takes that nothing strikes.
  private(set) var seconds = 0.0
  private var whole = ""
  let disk: SmallDisk?
  private let url: String

  /// With a disk of its own, which is small, when `onSmallDisk`: only root can give it one.
  init(people: Int, onSmallDisk: Bool = false) throws {
    work = try Workspace(isPrivate: true)
    disk =
      try onSmallDisk
      ? SmallDisk(
        work.folder.appendingPathComponent("data"), megabytes: 300 + people / 25) : nil
    try work.sample(people: people, designated: 5, needs: 5)
    // One row that is refused, so that a file of refused rows is being made as well.
    let sheet = try work.read("sheets/rising-stars.csv")
    let headings = try #require(
      sheet.split(whereSeparator: \.isNewline).first { $0.contains("TRN") })
    let odd = headings.split(separator: ",").map { $0 == "TRN" ? "12" : "" }
    try work.write("people.csv", sheet + odd.joined(separator: ",") + "\n")
    try FileManager.default.createDirectory(
      at: work.folder.appendingPathComponent("tmp"), withIntermediateDirectories: true)
    #expect(try work.talent("load", "schools", "sheets/schools.csv").code == 0)
    url = try work.talent("db", "url").out.trimmingCharacters(in: .whitespacesAndNewlines)
    try measure()
  }

  func remove() {
    _ = try? work.talent("db", "stop")
    disk?.remove()
    work.remove()
  }

  /// What is stored of people and of their loads, in a few words.
  func stored() throws -> String {
    // A connection made in the moment before the server starts again is lost with it.
    for _ in 0..<100 {
      if let stored = try? connection().scalar(Self.digest) { return stored }
      usleep(100_000)
    }
    return try connection().scalar(Self.digest) ?? ""
  }

  static let nothing = "0 0 0 0 0 0 0 -"

  private static let digest = """
    select concat_ws(' ', (select count(*) from person), (select count(*) from readiness),
      (select count(*) from participation), (select count(*) from career_step),
      (select count(*) from load_row r join load l using (organisation) where l.kind = 'people'
        and r.load = l.number),
      (select count(*) from load_change), (select count(*) from load where kind = 'people'),
      (select coalesce(md5(string_agg(concat_ws('|', name, trn, home_school, role, aspiration,
        strengths, behaviours), ';' order by trn, name, home_school)), '-') from person))
    """

  func isWhole(_ stored: String) -> Bool { stored == whole }

  /// As before the load.
  func empty() throws {
    try connection().script(
      "truncate person, load_change, load_row cascade; delete from load where kind = 'people'")
  }

  static let arguments = [
    "load", "people", "people.csv", "--accept-good", "--rejects", "refused.csv", "--findings",
    "findings.csv",
  ]

  /// Starts the load, lets it go on for so many tenths of what it usually takes, and strikes; at tenth 0
  /// as soon as its transaction has begun.
  func load(strikeAtTenth tenth: Int, _ strike: (Workspace.Running) throws -> Void) throws
    -> Workspace.Answer
  {
    let running = try start()
    usleep(UInt32(seconds * 100_000 * Double(tenth)))
    if tenth == 0 {
      let watcher = try connection()
      while running.process.isRunning, try backend(seenBy: watcher) == nil { usleep(2_000) }
    }
    try strike(running)
    return try running.answer()
  }

  /// Loads again and expects what an undisturbed load comes to.
  func loadAgain(_ comment: Comment) throws {
    let again = try start().answer()
    #expect(again.code == 3, "\(comment): \(again.out)\(again.complaint)")
    #expect(isWhole(try stored()), "\(comment): the load again did not complete")
  }

  /// Files that a load leaves while it works, and should not leave behind.
  func leftovers() throws -> [String] {
    let files = FileManager.default
    return try files.contentsOfDirectory(atPath: work.folder.path).filter { $0.contains(".part") }
      + files.contentsOfDirectory(atPath: work.folder.appendingPathComponent("tmp").path)
  }

  /// The process of the server that works for the load; nil when there is none in a transaction.
  func backend(seenBy watcher: Connection) throws -> pid_t? {
    let sql = """
      select pid from pg_stat_activity where application_name = 'talent' and pid <> pg_backend_pid()
        and xact_start is not null
      """
    return try watcher.scalar(sql).flatMap { pid_t($0) }
  }

  /// Sets a parameter of the server; nil takes it out again.
  func set(_ parameter: String, to value: String?) throws {
    let status = try work.talent("db", "status", "--json").json()
    let folder = try #require(status["data_directory"] as? String)
    let file = URL(fileURLWithPath: folder).appendingPathComponent("postgresql.auto.conf")
    try Data((value.map { "\(parameter) = \($0)\n" } ?? "").utf8).write(to: file)
    let process = try String(contentsOfFile: "\(folder)/postmaster.pid", encoding: .utf8)
      .split(separator: "\n").first
    kill(try #require(process.flatMap { pid_t($0) }), SIGHUP)
  }

  func connection() throws -> Connection {
    // While the server starts again after a crash it lets nobody in.
    for _ in 0..<300 {
      if let connection = try? Connection(conninfo: url) { return connection }
      usleep(100_000)
    }
    return try Connection(conninfo: url)
  }

  /// Files that an earlier load made are out of the way.
  private func start() throws -> Workspace.Running {
    for name in ["refused.csv", "findings.csv"] {
      try? FileManager.default.removeItem(at: work.folder.appendingPathComponent(name))
    }
    return try work.start(
      Self.arguments, environment: ["TMPDIR": work.folder.appendingPathComponent("tmp").path])
  }

  private mutating func measure() throws {
    let before = Date()
    let answer = try start().answer()
    seconds = Date().timeIntervalSince(before)
    #expect(answer.code == 3, "\(answer.out)\(answer.complaint)")
    whole = try stored()
    #expect(whole != Self.nothing)
    try empty()
    #expect(try stored() == Self.nothing)
  }
}
