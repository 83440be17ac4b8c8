/// People who share something few others have: a block. Only who meets in some block is compared.
///
/// One kind of block is looked at after another, so that the keys of one kind are all that is held.
struct Blocks {
  /// A block with more people than this tells nobody apart and is left out: the same people meet in
  /// others when there is more to say of them.
  private static let mostTogether = 60

  private struct Entry: Comparable {
    let key: UInt64
    let person: Int32
    static func < (a: Entry, b: Entry) -> Bool {
      a.key == b.key ? a.person < b.person : a.key < b.key
    }
  }

  private let pool: Pool

  init(_ pool: Pool) { self.pool = pool }

  /// Gives the positions of those who meet, the lower first; a pair comes once for each block it meets in.
  func eachPair(_ meets: (Int, Int) -> Void) {
    var entries: [Entry] = []
    for kind in BlockKind.all {
      entries.removeAll(keepingCapacity: true)
      for (at, person) in pool.people.enumerated() {
        kind.eachKey(of: person, in: pool) { entries.append(Entry(key: $0, person: Int32(at))) }
      }
      entries.sort()
      // A person is in a block once, whatever of theirs has its key.
      entries.leaveOutRepeated()
      var start = 0
      while start < entries.count {
        var end = start
        while end < entries.count, entries[end].key == entries[start].key { end += 1 }
        if end - start <= Self.mostTogether { pair(entries[start..<end], meets) }
        start = end
      }
    }
  }

  private func pair(_ block: ArraySlice<Entry>, _ meets: (Int, Int) -> Void) {
    for (at, one) in block.enumerated() {
      let a = pool.people[Int(one.person)]
      for other in block.dropFirst(at + 1) {
        let b = pool.people[Int(other.person)]
        // With two different TRNs only the same school makes a second look worth while.
        if a.place != b.place, PackedTRN.areFarApart(a.trn, b.trn) { continue }
        meets(Int(one.person), Int(other.person))
      }
    }
  }
}
