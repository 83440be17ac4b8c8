/// What cells came to before, by their bytes: the same few words are typed a million times.
///
/// Keeps at most `limit` entries, found by a probe of a flat table; a full memo only stops learning.
struct WordMemo<Value> {
  private struct Entry {
    var hash: UInt64
    var first: Int
    var count: Int
    var value: Value
  }

  private var slots: [Int32]
  private var entries: [Entry] = []
  private var typed: [UInt8] = []
  private let limit: Int

  init(limit: Int = 4096) {
    self.limit = limit
    slots = [Int32](repeating: -1, count: 4 * limit)  // a power of two when the limit is
  }

  /// What a cell came to before; nil when it is new.
  func known(_ cell: Cell) -> Value? {
    let slot = slots[self.slot(of: cell, stableHash(cell.bytes, seed: 0))]
    return slot < 0 ? nil : entries[Int(slot)].value
  }

  mutating func remember(_ cell: Cell, as value: Value) {
    guard entries.count < limit, cell.count <= 200 else { return }
    let hash = stableHash(cell.bytes, seed: 0)
    slots[slot(of: cell, hash)] = Int32(entries.count)
    entries.append(Entry(hash: hash, first: typed.count, count: cell.count, value: value))
    typed.append(contentsOf: cell.bytes)
  }

  /// Where the cell's entry is, or would be.
  private func slot(of cell: Cell, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash && matches(entry, cell) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func matches(_ entry: Entry, _ cell: Cell) -> Bool {
    guard entry.count == cell.count else { return false }
    for at in 0..<cell.count where typed[entry.first + at] != cell[at] { return false }
    return true
  }
}
