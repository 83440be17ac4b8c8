/// Pairs of people who meet in some block, each pair once.
struct Blocks {
  struct Pair: Hashable {
    let first: Int32
    let second: Int32
  }

  /// A block with more people than this tells nobody apart and is left out: the same people meet in
  /// others when there is more to say of them.
  private static let mostTogether = 60

  private(set) var pairs: [Pair] = []

  init(_ people: [Compared]) {
    var entries: [(key: UInt64, person: Int32)] = []
    entries.reserveCapacity(people.count * 16)
    for (at, person) in people.enumerated() {
      var keys: Set<UInt64> = []
      Blocks.addKeys(of: person, to: &keys)
      for key in keys { entries.append((key, Int32(at))) }
    }
    let trns = people.map(\.trn)
    let places = Blocks.numbered(people.map { $0.person.place ?? "" })
    entries.sort { ($0.key, $0.person) < ($1.key, $1.person) }
    var met: [UInt64] = []
    var start = 0
    while start < entries.count {
      var end = start
      while end < entries.count, entries[end].key == entries[start].key { end += 1 }
      if end - start <= Self.mostTogether {
        for i in start..<end {
          for j in (i + 1)..<max(i + 1, end) {
            let (a, b) = (Int(entries[i].person), Int(entries[j].person))
            // With two different TRNs only the same school makes a second look worth while.
            if places[a] != places[b], Compared.differ(trns[a], trns[b]) { continue }
            met.append(UInt64(a) << 32 | UInt64(b))
          }
        }
      }
      start = end
    }
    met.sort()
    var last: UInt64?
    for pair in met where pair != last {
      pairs.append(Pair(first: Int32(pair >> 32), second: Int32(pair & 0xFFFF_FFFF)))
      last = pair
    }
  }

  /// Equal texts by equal numbers.
  private static func numbered(_ texts: [String]) -> [Int32] {
    var numbers: [String: Int32] = [:]
    return texts.map { text in
      let next = Int32(clamping: numbers.count)
      if let number = numbers[text] { return number }
      numbers[text] = next
      return next
    }
  }

  private static func addKeys(of person: Compared, to keys: inout Set<UInt64>) {
    let words = person.words
    if let place = person.person.place {
      keys.insert(key("place", place, ""))
      for word in words {
        keys.insert(key("place and beginning", place, String(word.prefix(2))))
        keys.insert(key("place and word", place, word))
      }
    }
    // In the order of the alphabet: a forename and surname that changed places meet all the same.
    for i in words.indices {
      for j in words.indices where i != j {
        keys.insert(key("word and beginning", words[i], String(words[j].prefix(2))))
        keys.insert(key("word and sound", words[i], person.sounds[j]))
        if i < j {
          let (a, b) = (person.sounds[i], person.sounds[j])
          keys.insert(key("sounds", min(a, b), max(a, b)))
        }
      }
      keys.insert(key("word", words[i], ""))
    }
    if let trn = person.person.trn { addKeys(ofTRN: Array(trn.utf8), to: &keys) }
  }

  /// Whoever is one digit, or two swapped neighbours, away shares a key.
  private static func addKeys(ofTRN trn: [UInt8], to keys: inout Set<UInt64>) {
    for at in trn.indices {
      var one = trn
      one[at] = UInt8(ascii: "?")
      keys.insert(key("TRN", String(decoding: one, as: UTF8.self), ""))
      guard at > 0 else { continue }
      var swapped = trn
      swapped.swapAt(at - 1, at)
      let least = trn.lexicographicallyPrecedes(swapped) ? trn : swapped
      keys.insert(key("swapped", String(decoding: least, as: UTF8.self), "\(at)"))
    }
  }

  /// FNV-1a: two blocks that share a key are merely compared in vain.
  private static func key(_ kind: String, _ a: String, _ b: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for text in [kind, a, b] {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    return hash
  }
}
