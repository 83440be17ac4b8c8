/// Bytes that are one character of UTF-8 by chance: as Windows-1252 they are an accented letter and the mark behind
/// it, `É’`.
struct WesternPair {
  /// Whether as UTF-8 they would be a character that sheets of here hardly hold.
  let isRareInUTF8: Bool
  /// Whether they would be one that many have: À to Ÿ, Ā to ſ.
  let isCommonInUTF8: Bool

  /// Nil when what stands there may well be meant as UTF-8.
  ///
  /// - Parameter bytes: the character, and with what follows it at least one byte more unless the file ends.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, length: Int, after before: UInt8) {
    let lead = bytes[0]
    let next = length < bytes.count ? bytes[length] : 0
    isCommonInUTF8 = 0xC3...0xC5 ~= lead
    guard bytes[1..<length].allSatisfy({ marks.contains($0) }),
      lead != 0xC3 || bytes[1] < 0xA0  // à, ç, é and so on
    else { return nil }
    switch (length, lead) {
    // À to Þ and a mark: no word goes on in small letters behind it, but for ’s.
    case (2, 0xC3...0xDE) where lead != 0xD7:
      let afterNext = length + 1 < bytes.count ? bytes[length + 1] : 0
      let isGenitive = bytes[1] == 0x92 && next == UInt8(ascii: "s") && !isSmall(afterNext)
      guard !isSmall(before), !isSmall(next) || isGenitive else { return nil }
      isRareInUTF8 = 0xC6...0xCB ~= lead || 0xD4...0xD5 ~= lead
    // à to ï and two marks: `café’”`.
    case (3, 0xE0...0xEF):
      guard isSmall(before) || isSmall(before | 0x20), !isSmall(next) else { return nil }
      isRareInUTF8 = true
    default: return nil
    }
  }
}

/// Dots, quotes, dashes, a no-break space, § © « ® ° and » of Windows-1252.
private let marks: Set<UInt8> = [
  0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9B, 0xA0, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xBB,
]

private func isSmall(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte }
