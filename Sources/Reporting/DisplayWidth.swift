/// How many columns of a terminal the text takes.
///
/// Counts what a reader sees: an accent or a joiner takes none, a Chinese character or an emoji
/// takes two, however many code points spell it. Source: Unicode UAX #11, with emoji presentation
/// from UTS #51. Text with control characters has no width; pass it through `shown` first.
public func displayWidth(_ text: String) -> Int {
  if isPrintableASCII(text) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// Zero, one or two: terminals have no wider character.
private func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return 0 }
  if scalars.contains(emojiVariation), first.properties.isEmoji { return 2 }
  return min(2, scalars.reduce(0) { $0 + displayWidth(of: $1) })
}

/// U+FE0F, which asks for the coloured, two-column form of the character before it.
private let emojiVariation: Unicode.Scalar = "\u{FE0F}"

private func displayWidth(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  if isJoiningJamo(scalar) { return 0 }
  return isWide(scalar) ? 2 : 1
}

/// Hangul vowels and finals, which are drawn into the syllable that the initial opened.
private func isJoiningJamo(_ scalar: Unicode.Scalar) -> Bool {
  (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value)
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  if wideBlocks.contains(where: { $0.contains(scalar.value) }) { return true }
  return scalar.properties.isEmojiPresentation && !isRegionalIndicator(scalar)
}

/// Half of a flag: two of them make one character of two columns.
private func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
  (0x1F1E6...0x1F1FF).contains(scalar.value)
}

/// The blocks whose characters are wide or full-width, unassigned ones included as UAX #11 asks.
private let wideBlocks: [ClosedRange<UInt32>] = [
  0x1100...0x115F,  // Hangul initials
  0x2329...0x232A,  // angle brackets
  0x2E80...0x303E,  // CJK radicals and punctuation
  0x3041...0x3247,  // kana, Bopomofo, Hangul compatibility letters
  0x3250...0x4DBF,  // CJK compatibility, extension A
  0x4E00...0xA4CF,  // CJK, Yi
  0xA960...0xA97C,  // Hangul initials, extended
  0xAC00...0xD7A3,  // Hangul syllables
  0xF900...0xFAFF,  // CJK compatibility
  0xFE10...0xFE19, 0xFE30...0xFE6F,  // vertical and small forms
  0xFF01...0xFF60, 0xFFE0...0xFFE6,  // full-width forms
  0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,  // Tangut, kana supplements
  0x1F200...0x1F265,  // enclosed ideographs
  0x20000...0x3FFFD,  // the ideographic planes
]
