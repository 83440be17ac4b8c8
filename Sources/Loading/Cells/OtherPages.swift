extension NameLook {
  /// The letter of a name that is another's in the code page of the sheet it came from, in words that follow the
  /// name; nil when all may be meant.
  ///
  /// Taken for those of Western Europe, ř is ø, ş is º, č is è, ć is æ, ē is ç, ņ and ň are ò, ń is ñ, ő is õ, š of
  /// the Baltic is ð, and a tilde of Vietnam is Þ: often where no name that has such a letter has it.
  static func letterOfAnotherPage(in typed: String) -> String? {
    guard typed.utf8.contains(where: { 0xC2...0xC3 ~= $0 }) else { return nil }
    for word in typed.unicodeScalars.split(whereSeparator: { !$0.properties.isAlphabetic }) {
      let letters = Array(word)
      if letters.count > 2, letters.allSatisfy({ 0xC0...0xFF ~= $0.value }) {
        return "has only accented letters, which are those of another alphabet misread"
      }
      if let wrong = wrongLetter(in: letters) {
        return "has \(wrong) where another letter may have stood"
      }
    }
    return nil
  }

  private static func wrongLetter(in letters: [Unicode.Scalar]) -> Unicode.Scalar? {
    let small = letters.map { $0.properties.lowercaseMapping.unicodeScalars.first ?? $0 }
    for (at, letter) in small.enumerated() where letter.value >= 0x80 {
      let before = at > 0 ? small[at - 1] : " "
      let after = at + 1 < small.count ? small[at + 1] : " "
      let beyond = at + 2 < small.count ? small[at + 2] : " "
      let isInside = at > 0 && letters[at - 1].properties.isLowercase
      if isInside, letters[at] == "\u{DE}" { return letters[at] }
      let isWrong =
        switch letter {
        // Mª and Fº are short for María and Francisco.
        case "ª", "º": after != " " || small.count > 4
        case "ø":
          "áíéýìùèò".unicodeScalars.contains(after) || "áíéýìùèò".unicodeScalars.contains(before)
        // Renèe, Lèa and Wèi are names.
        case "è": !isHard(before) && "aeiáéíæøý".unicodeScalars.contains(after)
        case "æ": "aeiou".unicodeScalars.contains(before)
        case "ð": "nmòñtkp".unicodeScalars.contains(before) || after == "ð"
        case "ò": "íð".unicodeScalars.contains(after) || before == "i" && after == "a"
        // Behind n, r, l and k it is Turkish.
        case "ç": isHard(before) && !"nrlk".unicodeScalars.contains(before) && isHard(after)
        case "ñ": after == "s" && beyond == "k"
        case "õ":
          before == "y" || after == "s" && beyond == "z"
            || before == "z" && at > 1 && small[at - 2] == "s"
        default: false
        }
      if isWrong { return letters[at] }
    }
    return nil
  }

  private static func isHard(_ letter: Unicode.Scalar) -> Bool {
    "bcdfghjklmnpqrstvwxz".unicodeScalars.contains(letter)
  }
}
