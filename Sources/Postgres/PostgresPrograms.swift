import Glibc

/// Where PostgreSQL's server programs are on this machine.
struct PostgresPrograms: Hashable, Sendable {
  private static let packages = "/usr/lib/postgresql"

  let directory: String
  /// The major version; nil for programs found on PATH, which do not say.
  let major: Int?

  var initdb: String { "\(directory)/initdb" }
  var postgres: String { "\(directory)/postgres" }
  var control: String { "\(directory)/pg_ctl" }

  /// The newest, or the ones for a data directory's major version.
  static func find(major: Int? = nil) throws(ClusterError) -> PostgresPrograms {
    let candidates = packaged() + onPath()
    let found = candidates.first { major == nil || $0.major == major || $0.major == nil }
    if let found { return found }
    if let major {
      throw ClusterError(
        "the private database was made by PostgreSQL \(major), which is not installed",
        hint: "apt-get install postgresql-\(major), or restore a backup into a new one")
    }
    throw ClusterError(
      "PostgreSQL's server is not installed, and no other database is configured",
      hint: "apt-get install postgresql, or set PGHOST and PGDATABASE to a database you have")
  }

  /// Debian's and Ubuntu's packages, newest first.
  private static func packaged() -> [PostgresPrograms] {
    Files.names(in: packages).compactMap { Int($0) }.sorted(by: >).compactMap { major in
      programs(in: "\(packages)/\(major)/bin", major: major)
    }
  }

  private static func onPath() -> [PostgresPrograms] {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    return path.split(separator: ":").compactMap { part in
      programs(in: String(part), major: packagedMajor(behind: "\(part)/postgres"))
    }
  }

  /// The major version when a program on PATH is only another way to a package's.
  private static func packagedMajor(behind program: String) -> Int? {
    guard let real = realpath(program, nil) else { return nil }
    defer { free(real) }
    let path = String(cString: real)
    guard path.hasPrefix(packages + "/") else { return nil }
    return path.dropFirst(packages.count + 1).split(separator: "/").first.flatMap { Int($0) }
  }

  private static func programs(in directory: String, major: Int?) -> PostgresPrograms? {
    let names = ["initdb", "postgres", "pg_ctl"]
    let isComplete = names.allSatisfy { access("\(directory)/\($0)", X_OK) == 0 }
    return isComplete ? PostgresPrograms(directory: directory, major: major) : nil
  }
}
