import Foundation

/// The repository as it lies on disk, found from where this file was compiled.
struct SourceTree {
  struct File {
    /// From the top: `Sources/Domain/Day.swift`.
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var name: String { String(path.split(separator: "/").last ?? "") }
  }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Names at the top that a visitor sees, sorted.
  static func topLevel() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.path)
      .filter { !$0.hasPrefix(".") && !ignored.contains($0) }.sorted()
  }

  /// Swift files below the given folders, in path order.
  static func swift(in folders: String...) throws -> [File] {
    try texts(in: folders).filter { $0.path.hasSuffix(".swift") }
  }

  /// All text files of the repository, in path order; what is not UTF-8 is no text.
  static func everything() throws -> [File] {
    try texts(in: topLevel() + [".ci", ".swift-format", ".gitignore"])
  }

  /// What `.gitignore` keeps out and a build leaves behind.
  private static let ignored: Set<String> = ["Package.resolved"]

  private static func texts(in places: [String]) throws -> [File] {
    try places.flatMap(paths(below:)).sorted().compactMap { path in
      let data = try Data(contentsOf: root.appending(path: path))
      return String(data: data, encoding: .utf8).map { File(path: path, text: $0) }
    }
  }

  private static func paths(below place: String) throws -> [String] {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    let full = root.appending(path: place).path
    guard manager.fileExists(atPath: full, isDirectory: &isFolder) else { return [] }
    guard isFolder.boolValue else { return [place] }
    return try manager.contentsOfDirectory(atPath: full).flatMap {
      try paths(below: "\(place)/\($0)")
    }
  }
}
