import Foundation

@testable import bench

/// A folder of its own for the files of one test, gone when the test is.
final class Scratch {
  let folder = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func file(_ text: String) throws -> String { try file(Array(text.utf8)) }

  func file(_ bytes: [UInt8]) throws -> String {
    let path = path("instance")
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }
}

/// What solving a file gives: status, objective and what was chosen.
struct Solved: Equatable {
  var status: String
  var objective: Int?
  var marks: [Int64]

  init(_ stored: StoredInstance) throws {
    let answer = try PreparedSolve(stored).solve()
    status = answer.status
    objective = answer.objective
    if case .optimal(_, let marks) = answer { self.marks = marks() } else { marks = [] }
  }

  init(text: String, maximising: Bool = false) throws {
    let scratch = try Scratch()
    try self.init(StoredInstance(contentsOf: scratch.file(text), maximising: maximising))
  }
}

/// The error of a file that must be refused, without the name of the file.
func refusal(_ bytes: [UInt8], maximising: Bool = false) throws -> String {
  let scratch = try Scratch()
  let path = try scratch.file(bytes)
  do {
    _ = try StoredInstance(contentsOf: path, maximising: maximising)
    return "accepted"
  } catch {
    return error.description.replacing(path, with: "FILE")
  }
}

func refusal(_ text: String, maximising: Bool = false) throws -> String {
  try refusal(Array(text.utf8), maximising: maximising)
}
