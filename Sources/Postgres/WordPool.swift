/// Words that come again and again in a result, each kept once.
///
/// A text of up to 15 bytes lies inside its `String`; a longer one is a piece of memory of its own, and
/// `Assistant headteacher` would be a hundred thousand of them.
final class WordPool {
  private static let mostWords = 1 << 12
  /// More places than words, a power of two.
  private static let places = 1 << 13

  private var words: [String] = []
  private var hashes: [UInt64] = []
  /// The word at each place, -1 where there is none.
  private var wordAt = [Int32](repeating: -1, count: places)

  /// The text of some bytes: the one known already where there is one.
  func text(_ bytes: UnsafeRawBufferPointer) -> String {
    guard bytes.count > 15 else { return String(decoding: bytes, as: UTF8.self) }
    let hash = Self.hash(bytes)
    var place = Int(truncatingIfNeeded: hash) & (Self.places - 1)
    while wordAt[place] >= 0 {
      let word = Int(wordAt[place])
      if hashes[word] == hash, Self.equal(&words[word], bytes) { return words[word] }
      place = (place + 1) & (Self.places - 1)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if words.count < Self.mostWords {
      wordAt[place] = Int32(words.count)
      words.append(text)
      hashes.append(hash)
    }
    return text
  }

  private static func equal(_ word: inout String, _ bytes: UnsafeRawBufferPointer) -> Bool {
    word.withUTF8 { $0.elementsEqual(bytes) }
  }

  /// FNV-1a, eight bytes at a time; the last eight overlap those before.
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
    var offset = 0
    while offset < bytes.count {
      let start = min(offset, bytes.count - 8)
      hash = (hash ^ bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)) &* 0x100_0000_01b3
      hash ^= hash >> 29
      offset += 8
    }
    return hash
  }
}
