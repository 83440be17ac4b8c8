import Foundation
import Testing

extension Workspace {
  /// A workspace that knows the town of `Fixtures/town.sql`.
  static func town() throws -> Workspace {
    let workspace = try Workspace()
    #expect(try workspace.talent("org", "list").code == 0)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/town.sql")
    try workspace.sql(try String(contentsOf: file, encoding: .utf8))
    return workspace
  }

  /// Commands and what they said, as a transcript to hold against a golden file.
  func transcript(_ commands: [[String]]) throws -> String {
    try commands.map { arguments in
      let answer = try talent(arguments)
      let typed = arguments.map { $0.contains(where: { " '\"=".contains($0) }) ? "\"\($0)\"" : $0 }
      let code = answer.code == 0 ? "" : "[\(answer.code)]\n"
      return "$ talent \(typed.joined(separator: " "))\n\(answer.out)\(answer.complaint)\(code)"
    }.joined(separator: "\n")
  }
}
