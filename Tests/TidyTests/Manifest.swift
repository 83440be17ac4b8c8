import Foundation

/// Package.swift as it is written: targets and what they may see, read without running it.
///
/// Understands the few shapes our manifest uses: a call with a name first and quoted names after it,
/// over one line or several.
struct Manifest {
  struct Target {
    let call: String
    let name: String
    let dependencies: [String]

    var folders: [String] {
      switch name {
      case "Schema": ["db"]
      case "Defaults": ["config"]
      default: [isTest ? "Tests/\(name)" : "Sources/\(name)"]
      }
    }

    var isTest: Bool { call == "tests" || call == ".testTarget" }
    /// Part of what is built for users: neither a test nor a plugin of the build.
    var isProduct: Bool { !isTest && call != ".plugin" }
    /// Rooms have a front door; texts, tools, plugins and system libraries have other shapes.
    var isRoom: Bool { call == "room" || call == ".target" }
  }

  static func targets() throws -> [Target] {
    let text = try manifest()
    guard let start = text.range(of: "  targets: [\n") else { return [] }
    let calls = [
      "room", "tests", "texts", "tool", ".target", ".testTarget", ".executableTarget",
      ".systemLibrary", ".plugin",
    ]
    var found: [Target] = []
    for statement in statements(text[start.upperBound...]) {
      guard let parenthesis = statement.firstIndex(of: "(") else { continue }
      let call = statement[..<parenthesis].trimmingCharacters(in: .whitespaces)
      guard calls.contains(call) else { continue }
      var names = quoted(withoutProducts(statement))
      guard !names.isEmpty else { continue }
      let name = names.removeFirst()
      if statement.contains(", domain") || statement.contains("[domain") { names.append("Domain") }
      found.append(Target(call: call, name: name, dependencies: names))
    }
    return found
  }

  static func executableProducts() throws -> [String] {
    let text = try manifest()
    return text.split(separator: "\n").filter { $0.contains(".executable(name:") }
      .compactMap { quoted(String($0)).first }.sorted()
  }

  private static func manifest() throws -> String {
    try String(contentsOf: SourceTree.root.appending(path: "Package.swift"), encoding: .utf8)
  }

  /// Array elements at the first level of indentation, up to the closing bracket.
  private static func statements(_ text: Substring) -> [String] {
    var result: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("  ]") { break }
      if line.hasPrefix("    "), !line.hasPrefix("     ") {
        result.append(String(line))
      } else if !result.isEmpty {
        result[result.count - 1] += line
      }
    }
    return result
  }

  private static func withoutProducts(_ statement: String) -> String {
    statement.replacing(/\.product\([^)]*\)/, with: "").replacing(/\.apt\([^)]*\)/, with: "")
  }

  private static func quoted(_ text: String) -> [String] {
    text.matches(of: /"([^"]*)"/).map { String($0.output.1) }
  }
}
