import Foundation
import Testing

/// A disk in memory, mounted on a folder, that a test can fill up.
struct SmallDisk {
  private let folder: URL
  private var ballast: URL { folder.appendingPathComponent("ballast") }

  init(_ folder: URL, megabytes: Int) throws {
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let mounted = Self.run(
      "mount", "-t", "tmpfs", "-o", "size=\(megabytes)m,mode=0711", "tmpfs", folder.path)
    try #require(mounted)
  }

  /// Whether this user, in this place, may mount one.
  static let canBeMade: Bool = {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("talent-disk-\(UUID().uuidString)")
    guard geteuid() == 0, let disk = try? SmallDisk(folder, megabytes: 1) else { return false }
    disk.remove()
    return true
  }()

  /// Takes all of it but so many kilobytes.
  func fill(sparing kilobytes: Int) throws {
    var space = statvfs()
    try #require(statvfs(folder.path, &space) == 0)
    let size = Int(space.f_bavail) * Int(space.f_frsize) - kilobytes << 10
    let file = open(ballast.path, O_CREAT | O_WRONLY, 0o600)
    defer { close(file) }
    try #require(posix_fallocate(file, 0, off_t(size)) == 0)
  }

  func free() throws { try FileManager.default.removeItem(at: ballast) }

  func remove() {
    _ = Self.run("umount", "-l", folder.path)
    try? FileManager.default.removeItem(at: folder)
  }

  private static func run(_ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
