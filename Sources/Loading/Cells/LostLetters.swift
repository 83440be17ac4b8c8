/// What stands for another letter wherever it is met, in words that follow the cell; nil when it may be meant.
///
/// √ is the first half of a letter of UTF-8 that was taken for a Mac's, as are ‚Ä and ¬; š is the Mac's ö, and the
/// languages that have it have a vowel beside it.
func strangeLetter(
  _ scalar: Unicode.Scalar, before: Unicode.Scalar, after: Unicode.Scalar
) -> String? {
  let isTwice =
    switch scalar {
    case "\u{221A}":
      !after.properties.isWhitespace && !("0"..."9").contains(after) && after != "("
    case "\u{201A}": after == "\u{C4}"
    case "\u{AC}": 0xA1...0xBF ~= after.value || after == "\u{221E}" || after == "\u{2122}"
    default: false
    }
  if isTwice { return "has letters that were encoded twice" }
  if scalar == "\u{161}", isConsonant(before), isConsonant(after) { return "has š for a letter" }
  return nil
}

private func isConsonant(_ scalar: Unicode.Scalar) -> Bool {
  "bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ".unicodeScalars.contains(scalar)
}

extension NameLook {
  /// Why a name has something else where a letter was typed once, in words that follow it; nil when nothing
  /// tells.
  ///
  /// A dash between small letters is the Mac's ñ or ó; a no-break space before one is the á of MS-DOS; signs
  /// such as £ and ³ are letters of Poland's code page.
  static func lostLetter(in typed: String) -> String? {
    guard typed.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    let scalars = Array(typed.unicodeScalars)
    for (at, scalar) in scalars.enumerated() where scalar.value >= 0x80 {
      let before = at > 0 ? scalars[at - 1] : " "
      let after = at + 1 < scalars.count ? scalars[at + 1] : " "
      switch scalar {
      case "\u{2013}", "\u{2014}":
        if before.properties.isAlphabetic, after.properties.isLowercase,
          before.properties.isLowercase || scalar == "\u{2014}"
        {
          return stood(scalar)
        }
      case "\u{A0}":
        if before.properties.isAlphabetic, after.properties.isLowercase,
          !isBetweenWords(at, scalars)
        {
          return "has a no-break space where a letter may have stood"
        }
      default:
        let isAfterLetter = before.properties.isAlphabetic
        let isBeforeLetter = after.properties.isAlphabetic
        let isMark = scalar.properties.generalCategory == .otherPunctuation
        if isMark ? isAfterLetter && isBeforeLetter : isAfterLetter || isBeforeLetter,
          isMark || isSign(scalar), !isAtHome(scalar)
        {
          return stood(scalar)
        }
      }
    }
    return nil
  }

  private static func stood(_ scalar: Unicode.Scalar) -> String {
    "has \(scalar) where a letter may have stood"
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .currencySymbol, .mathSymbol, .modifierSymbol, .otherSymbol, .otherNumber:
      scalar.value < 0x2600 && scalar != "\u{D7}"
    default: false
    }
  }

  /// Whether the words beside a space are whole: `Ludwig van`, `de la`, `ann smith`.
  private static func isBetweenWords(_ at: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    let next = scalars[(at + 1)...].prefix { $0.properties.isAlphabetic }
    let last = scalars[..<at].reversed().prefix { $0.properties.isAlphabetic }.reversed()
    let words = [Array(next), Array(last)].map {
      String(String.UnicodeScalarView($0)).lowercased()
    }
    return last.first?.properties.isLowercase ?? true || words.contains { particles.contains($0) }
  }

  private static let particles: Set<String> = [
    "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "les", "el", "al",
    "bin",
    "ibn", "ben", "van", "von", "der", "den", "ter", "ten", "te", "zu", "zur", "y", "e", "i", "and",
    "ap", "ab", "ferch", "mac", "mc", "st", "san", "santa", "née", "nee", "or", "aka",
  ]
}
