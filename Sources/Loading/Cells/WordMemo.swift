#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What cells came to before, by their bytes: the same few words are typed a million times.
///
/// Keeps at most `limit` entries, found by a probe of a flat table; a full memo only stops learning. A
/// class, so that a look into one of several counts one reference and not one for each of its arrays.
final class WordMemo<Value> {
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

  /// - Parameter limit: a power of two.
  init(limit: Int) {
    self.limit = limit
    slots = [Int32](repeating: -1, count: 2 * limit)
  }

  /// What a cell came to before; nil when it is new. `hash` is the cell's own.
  func known(_ cell: Cell, hash: UInt64) -> Value? {
    let index = slots[slot(of: cell, hash)]
    return index < 0 ? nil : entries[Int(index)].value
  }

  func remember(_ cell: Cell, hash: UInt64, as value: Value) {
    guard entries.count < limit, cell.count <= 200 else { return }
    slots[slot(of: cell, hash)] = Int32(entries.count)
    entries.append(Entry(hash: hash, first: typed.count, count: cell.count, value: value))
    typed.append(contentsOf: cell.bytes)
  }

  /// Where the cell's entry is, or would be.
  private func slot(of cell: Cell, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if entries[index].hash == hash && isEntry(index, cell) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isEntry(_ index: Int, _ cell: Cell) -> Bool {
    let first = entries[index].first
    guard entries[index].count == cell.count, let bytes = cell.bytes.baseAddress else {
      return false
    }
    return typed.withUnsafeBufferPointer {
      $0.baseAddress.map { memcmp($0 + first, bytes, cell.count) == 0 } ?? false
    }
  }
}
