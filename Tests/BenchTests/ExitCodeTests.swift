import Foundation
import Testing

/// What `bench` ends with, as the table of exit codes says.
struct ExitCodeTests {
  @Test(arguments: [
    (["solve", "FILE"], "2 2\n1 2 3\n", Int32(3)),
    (["joint", "solve", "FILE"], "p joint 1 1 1 1\n", 3),
    (["joint", "solve", "FILE"], "p joint 0 0 0 1\nk 0 0\nr 1\nh\n", 3),
    (["solve", "/nowhere/at/all"], "", 3),
    (["solve"], "", 64),
    (["solve", "FILE"], "1\n7\n", 0),
    (["solve", "--help"], "", 0),
  ])
  func `a file that is refused ends it with 3, wrong usage with 64`(
    arguments: [String], text: String, code: Int32
  ) throws {
    let scratch = try Scratch()
    let path = try scratch.file(text)
    let process = Process()
    process.executableURL = try #require(Self.program)
    process.arguments = arguments.map { $0 == "FILE" ? path : $0 }
    let complaint = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = complaint
    try process.run()
    let said = String(
      decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == code, "\(arguments): \(said)")
    #expect(code != 3 || said.contains("\n  Try: "), "\(said)")
  }

  /// `bench` beside the tests' own bundle.
  private static let program: URL? = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("bench")
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }()
}
