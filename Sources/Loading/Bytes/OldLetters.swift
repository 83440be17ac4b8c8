/// A byte that is no letter of Windows-1252 where it stands, and what the file looks like instead.
struct OldLetter {
  let place: Int
  let byte: UInt8
  let looksLike: String

  /// The first that makes no sense, as the accented letters of Mac OS Roman and of MS-DOS (code page
  /// 850) do: the Mac's é is Ž, its ë an opening quote; the é of MS-DOS is a low quote, its ë ‰. Nil
  /// when there is none.
  static func first(_ open: () throws -> ByteSource) throws -> OldLetter? {
    var window = ByteWindow(try open())
    var before: UInt8 = 0
    // Whether a quote was opened and not closed: what closes it is no letter.
    var isQuoting = false
    // How many letters past ASCII stand together: no word of Western Europe has four.
    var strangers = 0
    while true {
      try window.more()
      let end = window.isComplete ? window.end : max(window.start, window.end - 1)
      for at in window.start..<end {
        let byte = window.base[at]
        strangers = byte >= 0xC0 ? strangers + 1 : 0
        if strangers == 4 {
          return OldLetter(
            place: window.offset + at, byte: byte, looksLike: "Greek or Cyrillic text")
        }
        if byte >= 0x80 && !(byte == 0x94 && isQuoting) {
          let after = at + 1 < window.end ? window.base[at + 1] : 0
          let form =
            (isLetter(before)
              ? form(byte, after: before, isBeforeLetter: isSmallLetter(after))
              : form(byte, afterOther: before, before: after))
            ?? form(byte, between: before, after)
          if let form {
            return OldLetter(place: window.offset + at, byte: byte, looksLike: form)
          }
        }
        if byte == 0x93 || byte == 0x94 { isQuoting = byte == 0x93 }
        before = byte
      }
      window.start = end
      if window.isComplete { return nil }
    }
  }

  /// Directly after a small letter, Windows-1252 has no capital, no opening or low quote, no ƒ, ˆ or ‰;
  /// between two letters none of its daggers, bullets, currencies and marks, and no closing quote. An
  /// apostrophe (0x92), dashes and dots may stand anywhere.
  private static func form(_ byte: UInt8, after before: UInt8, isBeforeLetter: Bool) -> String? {
    let isInside = isBeforeLetter || isSmallLetter(before)
    switch byte {
    case 0x82, 0x83, 0x84: return isInside ? dos : nil
    case 0xA1...0xA4: return isBeforeLetter ? dos : nil
    case 0x94: return isBeforeLetter ? either : nil
    case 0x88, 0x89: return isInside ? either : nil
    case 0x8A, 0x8C, 0x8E, 0x9F: return isInside ? either : nil
    case 0x91, 0x93: return isSmallLetter(before) ? either : nil
    case 0x86, 0x87, 0x8B, 0x95, 0x98, 0x99, 0x9B: return isBeforeLetter ? either : nil
    // What the Mac has for closing quotes and an apostrophe.
    case 0xD2, 0xD3, 0xD5: return isSmallLetter(before) ? mac : nil
    default: return nil
    }
  }

  /// After what is no letter: no word begins with a trade mark, œ stands before no number and ø behind none.
  /// MS-DOS has them for Ö, £ and °.
  private static func form(_ byte: UInt8, afterOther before: UInt8, before after: UInt8) -> String?
  {
    switch byte {
    case 0x99: isSmallLetter(after) ? either : nil
    case 0x9C: isDigit(after) ? dos : nil
    case 0xF8: isDigit(before) && !isLetter(after) && after < 0x80 ? dos : nil
    default: nil
    }
  }

  /// Signs of Windows-1252 that are letters of other code pages of Windows: no word has them inside. The
  /// Mac's ellipsis, degree, bullet and euro are É, ¡, ¥ and Û, and the ½ and ¼ of MS-DOS are « and ¬.
  private static func form(_ byte: UInt8, between before: UInt8, _ after: UInt8) -> String? {
    let startsCell = [0, 0x0A, 0x0D, 0x22, 0x2C, 0x3B, 0x09, 0x7C].contains(before)
    switch byte {
    case 0xAF, 0xB3, 0xB9, 0xBE, 0xBF:
      return isAnyLetter(before) && isAnyLetter(after) ? central : nil
    case 0xA3: return !isLetter(before) && "aeiouy".utf8.contains(after) ? central : nil
    case 0xFE:
      let isNordic = "orujOR".utf8.contains(after) || [0xF3, 0xFA, 0xF6].contains(after)
      return isAnyLetter(before) && !isNordic ? "Turkish text (Windows-1254)" : nil
    case 0xC9: return isSmallLetter(before) && !isAnyLetter(after) ? mac : nil
    case 0xA1: return isDigit(before) ? mac : nil
    case 0xA5: return startsCell && (after == 0x20 || isLetter(after)) ? mac : nil
    case 0xDB: return !isAnyLetter(before) && isDigit(after) ? mac : nil
    case 0xAB, 0xAC: return isDigit(before) ? dos : nil
    default: return nil
    }
  }

  private static let mac = "Mac OS Roman text"
  private static let central = "Central European text (Windows-1250)"
  private static let dos = "MS-DOS text"
  private static let either = "Mac OS Roman or MS-DOS text"
}

private func isLetter(_ byte: UInt8) -> Bool { isSmallLetter(byte | 0x20) }

private func isAnyLetter(_ byte: UInt8) -> Bool {
  isLetter(byte) || byte >= 0xC0 && byte != 0xD7 && byte != 0xF7
}

private func isSmallLetter(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
}
