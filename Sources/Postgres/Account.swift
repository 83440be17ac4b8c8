import Glibc

/// An operating-system user.
struct Account: Hashable, Sendable {
  let id: uid_t
  let group: gid_t
  let name: String

  private init?(_ entry: UnsafeMutablePointer<passwd>?) {
    guard let entry, let name = entry.pointee.pw_name else { return nil }
    id = entry.pointee.pw_uid
    group = entry.pointee.pw_gid
    self.name = String(cString: name)
  }

  init?(id: uid_t) { self.init(getpwuid(id)) }

  init?(name: String) { self.init(getpwnam(name)) }

  /// Whether this user may pass through every directory of a path that exists already.
  ///
  /// Goes by owner, group and mode; access lists are not looked at.
  func canTraverse(_ path: String) -> Bool {
    var prefix = ""
    for part in [""] + path.split(separator: "/").map(String.init) {
      prefix = part.isEmpty ? "/" : (prefix == "/" ? "/\(part)" : "\(prefix)/\(part)")
      var found = stat()
      guard stat(prefix, &found) == 0 else { return errno == ENOENT }
      let bit: mode_t = found.st_uid == id ? S_IXUSR : found.st_gid == group ? S_IXGRP : S_IXOTH
      if found.st_mode & bit == 0 { return false }
    }
    return true
  }
}
