/// Which things a sheet has spoken of, and on which line.
///
/// A flat table of 16 bytes an entry, at most 3 in 4 full and half as large again when it grows: 21 to
/// 32 MB for a million rows. Of an earlier row only 32 bits of its hash are kept, so a contradiction
/// is taken for a repetition once in four thousand million.
struct RepeatLedger {
  enum Verdict { case first, equal(Earlier), contradicts(Earlier) }

  /// A row that spoke of the same thing before.
  struct Earlier {
    let line: Int
    /// Whether it was refused on its own account.
    let isRefused: Bool
  }

  private struct Entry {
    var key: UInt64 = 0
    /// Twice the line, and one more for a row that was refused; 0 for no entry.
    var line: UInt32 = 0
    var typed: UInt32 = 0
  }

  private var entries = [Entry](repeating: Entry(), count: 1024)
  private var count = 0

  /// Remembers a thing by its key, or says where it was spoken of before.
  mutating func note(_ key: UInt64, line: Int, typed: UInt64, isRefused: Bool = false) -> Verdict {
    let entry = Entry(
      key: key, line: UInt32(clamping: 2 * line + (isRefused ? 1 : 0)),
      typed: UInt32(truncatingIfNeeded: typed))
    let slot = self.slot(of: key)
    if entries[slot].line != 0 {
      let earlier = Earlier(
        line: Int(entries[slot].line / 2), isRefused: entries[slot].line % 2 == 1)
      return entries[slot].typed == entry.typed
        ? .equal(earlier) : .contradicts(earlier)
    }
    entries[slot] = entry
    count += 1
    if count * 4 >= entries.count * 3 { grow() }
    return .first
  }

  /// Where a key stands, or would stand.
  private func slot(of key: UInt64) -> Int {
    let spread = key &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(UInt64(entries.count).multipliedFullWidth(by: spread).high)
    while entries[slot].line != 0 && entries[slot].key != key {
      slot += 1
      if slot == entries.count { slot = 0 }
    }
    return slot
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count + old.count / 2)
    for entry in old where entry.line != 0 { entries[slot(of: entry.key)] = entry }
  }
}
