extension Cell {
  /// Why some letters of a cell are others than were typed once, in words that follow it; nil when
  /// nothing tells.
  var wrongLetters: String? {
    if hasUsualLetters { return nil }
    let scalars = Array(text.unicodeScalars)
    for (at, scalar) in scalars.enumerated() where scalar.value >= 0x80 {
      let before = at > 0 ? scalars[at - 1] : " "
      let after = at + 1 < scalars.count ? scalars[at + 1] : " "
      if isEncodedTwice(scalar, before, after) { return "has letters that were encoded twice" }
      if let says = strangeLetter(scalar, before: before, after: after) { return says }
      if marks.contains(scalar), before.value < 0x80, before.properties.isLowercase {
        return "has \(scalar) for a letter"
      }
      let beyond = at + 2 < scalars.count ? scalars[at + 2] : " "
      if let mark = macMark(
        scalar, scalars[..<at], before: before, after: after, beyond: beyond)
      {
        return "has \(scalar) for \(mark)"
      }
    }
    return nil
  }
}

extension Cell {
  /// Whether beside ASCII's signs it has only the small letters of Western Europe, ß to ÿ, and letters of its
  /// middle, Ā to Ŀ: none of them is what became of another.
  var hasUsualLetters: Bool {
    var lead: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x20..<0x7F where lead == 0: continue
      case 0xC3, 0xC4: lead = byte
      case 0x9F...0xBF where lead == 0xC3, 0x80...0xBF where lead == 0xC4: lead = 0
      default: return false
      }
    }
    return lead == 0
  }
}

/// Of Windows-1252 what never follows a small letter: what MS-DOS has é, â, ä, ê and ë for.
private let marks: Set<Unicode.Scalar> = [
  "\u{201A}", "\u{192}", "\u{201E}", "\u{2C6}", "\u{2030}",
]

/// Whether two characters are one letter of UTF-8 that was taken for Windows-1252 and encoded again:
/// é as Ã©, ŷ as Å·, ’ as â€™, £ as Â£. Such a pair stands in no word.
private func isEncodedTwice(
  _ scalar: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar
) -> Bool {
  let follows = after.value
  let isSymbol = 0xA1...0xBF ~= follows && follows != 0xAA && follows != 0xBA
  switch scalar {
  case "\u{C3}":
    return 0x80...0xBF ~= follows || marks.contains(after)
      || ["\u{20AC}", "\u{2020}", "\u{2021}", "\u{2039}", "\u{153}", "\u{178}"].contains(after)
  case "\u{C2}", "\u{C5}": return isSymbol || follows == 0xA0 && before.properties.isAlphabetic
  case "\u{E2}": return follows == 0x20AC || follows == 0x80
  default: return false
  }
}

/// What the Mac of old had in place of a character, where no name has that one; nil where one may: Õnne,
/// SIMÕES, Ólafur. Its apostrophe is Õ of Windows-1252, its quotes are Ò and Ó, its dashes Ð and Ñ, and its
/// ä, å, é and ü are Š, Œ, Ž and Ÿ.
private func macMark(
  _ scalar: Unicode.Scalar, _ earlier: ArraySlice<Unicode.Scalar>, before: Unicode.Scalar,
  after: Unicode.Scalar, beyond: Unicode.Scalar
) -> String? {
  let isAfterSmall = before.properties.isLowercase
  switch scalar {
  case "Õ":
    let startsName =
      "OD".unicodeScalars.contains(before) && after.properties.isAlphabetic
      && !(earlier.dropLast().last?.properties.isAlphabetic ?? false)
    let isBetween =
      before.properties.isUppercase && after.properties.isUppercase && beyond.properties.isLowercase
    return isAfterSmall || startsName || isBetween ? "an apostrophe" : nil
  case "Ó":
    let closes = ".,!?".unicodeScalars.contains(before) && earlier.contains("Ò")
    return isAfterSmall || closes ? "a quote" : nil
  case "Ò": return isAfterSmall ? "a quote" : nil
  case "Ð", "Ñ":
    let isAlone = before == " " && after == " " && !earlier.isEmpty
    return isAlone || isFigure(before) && isFigure(after) ? "a dash" : nil
  case "Š", "Œ", "Ž", "Ÿ":
    let isInside = before.properties.isUppercase && before != "D" && after.properties.isLowercase
    return isAfterSmall || isInside ? "a letter" : nil
  default: return nil
  }
}

private func isFigure(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
