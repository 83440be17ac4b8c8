import CPostgres

/// Refuses a server elsewhere that nobody verifies, before a password is sent to it.
///
/// Anything below `sslmode=verify-full` talks to whoever answers. A server on this machine needs none.
enum RemoteTrust {
  /// `session` has been begun (PQconnectStart): its options are resolved, from service file and
  /// environment too, and nothing has been sent.
  static func check(_ session: OpaquePointer) throws(PostgresError) {
    let options = resolved(session)
    let hosts = options["hostaddr"] ?? options["host"] ?? ""
    let mode = options["sslmode"] ?? "prefer"
    guard mode != "verify-full", let host = hosts.split(separator: ",").first(where: isRemote)
    else { return }
    throw .cannotConnect(
      text: "nothing verifies that \(host) is the server you mean (sslmode=\(mode))",
      hint: "sslmode=verify-full with sslrootcert=FILE (or sslrootcert=system from libpq 16)")
  }

  private static func isRemote(_ host: Substring) -> Bool {
    let isLocal =
      host.hasPrefix("/") || host.hasPrefix("@") || host == "localhost" || host == "::1"
      || host.hasPrefix("127.")
    return !isLocal
  }

  private static func resolved(_ session: OpaquePointer) -> [String: String] {
    guard let options = PQconninfo(session) else { return [:] }
    defer { PQconninfoFree(options) }
    return Connecting.values(of: options)
  }
}
