/// What a connection string must not hold.
enum Connection {
  /// A `password=` parameter, or a URI with one before the host.
  static func holdsPassword(_ conninfo: String) -> Bool {
    let folded = conninfo.lowercased().filter { !$0.isWhitespace }
    if folded.contains("password=") { return true }
    guard folded.hasPrefix("postgres://") || folded.hasPrefix("postgresql://"),
      let authority = folded.split(separator: "/", omittingEmptySubsequences: true).dropFirst()
        .first,
      let at = authority.lastIndex(of: "@")
    else { return false }
    return authority[..<at].contains(":")
  }
}
