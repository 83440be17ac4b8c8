import Foundation
import Testing

@testable import Postgres

@Suite struct ClusterLogTests {
  @Test func `a full disk is named before what followed from it`() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).log")
    defer { try? FileManager.default.removeItem(at: file) }
    let log = """
      FATAL:  could not write to file "base/4/3081": No space left on device
      PANIC:  cannot abort transaction 1, it was already committed

      """
    try log.write(to: file, atomically: true, encoding: .utf8)
    let error = ClusterLog(file: file.path, from: 0).error("it could not be created")
    #expect(
      error.description.contains(
        "it could not be created: could not write to file \"base/4/3081\": No space left on device")
    )
    #expect(error.description.contains("free some space on the disk"))
  }
}
