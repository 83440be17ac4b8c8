import Foundation
import Postgres
import Testing

/// A folder with its own database and configuration, in which `talent` is run as a process.
struct Workspace {
  let folder: URL
  let conninfo: String

  /// A fresh, empty database; the first command migrates it. Private: nothing is configured.
  init(isPrivate: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("talent-journey-\(UUID().uuidString)")
    let config = folder.appendingPathComponent("config/talent")
    try FileManager.default.createDirectory(at: config, withIntermediateDirectories: true)
    // Root's private server runs as another user, who has to pass through.
    try FileManager.default.setAttributes([.posixPermissions: 0o711], ofItemAtPath: folder.path)
    guard !isPrivate else {
      conninfo = ""
      return
    }
    conninfo = try ThrowawayCluster.shared().database()
    try "conninfo: \"\(conninfo)\"\n".write(
      to: config.appendingPathComponent("connection.yaml"), atomically: true, encoding: .utf8)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// What a command said and how it ended.
  struct Answer {
    let code: Int32
    let out: String
    let complaint: String

    /// Standard output as JSON.
    func json() throws -> [String: Any] {
      try #require(JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any])
    }
  }

  @discardableResult
  func talent(_ arguments: String...) throws -> Answer { try talent(arguments) }

  func talent(_ arguments: [String]) throws -> Answer { try start(arguments).answer() }

  /// A command that is running.
  struct Running {
    let process: Process
    let out: URL
    let complaint: URL

    func answer() throws -> Answer {
      process.waitUntilExit()
      return Answer(
        code: process.terminationStatus, out: try String(contentsOf: out, encoding: .utf8),
        complaint: try String(contentsOf: complaint, encoding: .utf8))
    }
  }

  func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Running {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "TALENT_TODAY": "2026-11-22",
      "XDG_CONFIG_HOME": folder.appendingPathComponent("config").path, "TZ": "UTC",
      "XDG_DATA_HOME": folder.appendingPathComponent("data").path,
    ].merging(environment) { _, given in given }
    let name = UUID().uuidString
    let out = folder.appendingPathComponent("\(name).out")
    let complaint = folder.appendingPathComponent("\(name).err")
    for file in [out, complaint] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: complaint)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return Running(process: process, out: out, complaint: complaint)
  }

  /// The county of Wexcombe, written as sheets and loaded.
  func loadCounty(people: Int = 160, designated: Int = 60, needs: Int = 30) throws {
    try sample(people: people, designated: designated, needs: needs)
    for (kind, sheet) in Self.sheets {
      let answer = try talent("load", kind, "sheets/\(sheet).csv")
      #expect(answer.code == 0, "\(kind): \(answer.out)\(answer.complaint)")
    }
  }

  /// The sample's schools, and these people.
  init(people: String) throws {
    try self.init()
    try sample()
    #expect(try talent("load", "schools", "sheets/schools.csv").code == 0)
    try write("people.csv", people)
    #expect(try talent("load", "people", "people.csv").code == 0)
  }

  func sample(people: Int = 160, designated: Int = 60, needs: Int = 30) throws {
    let answer = try talent(
      "sample", "--fictional", "--people", "\(people)", "--designated", "\(designated)", "--needs",
      "\(needs)", "--out", "sheets")
    #expect(answer.code == 0, "\(answer.complaint)")
  }

  static let sheets = [
    ("schools", "schools"), ("clusters", "clusters"), ("people", "rising-stars"),
    ("designations", "designations"), ("posts", "posts"), ("release", "release"),
    ("needs", "needs"),
  ]

  func sql(_ text: String) throws {
    try Connection(conninfo: conninfo).script(text)
  }

  func scalar(_ text: String) throws -> String? {
    try Connection(conninfo: conninfo).scalar(text)
  }

  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }

  func write(_ name: String, _ text: String) throws {
    try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// The program beside the tests' own bundle.
  private static let binary: URL = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("talent")
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    return URL(fileURLWithPath: "/nowhere/talent")
  }()
}

/// Text held against a file of `Golden/`; `TALENT_WRITE_GOLDEN=1` writes the files anew.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden/\(name).txt")
  // Times differ from run to run.
  let settled = text.replacing(
    /Made and checked in [^.]+(\.\d+)? m?s\./, with: "Made and checked in T."
  )
  .replacing(/\d{4}-\d\d-\d\d \d\d:\d\d/, with: "DATE TIME")
  .replacing(/on \d+ \w{3} \d{4} at \d\d:\d\d/, with: "on DATE at TIME")
  if ProcessInfo.processInfo.environment["TALENT_WRITE_GOLDEN"] != nil {
    try settled.write(to: file, atomically: true, encoding: .utf8)
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  #expect(settled == golden, "\(name) differs from its golden file", sourceLocation: sourceLocation)
}
