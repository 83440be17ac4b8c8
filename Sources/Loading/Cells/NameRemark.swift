import Domain

/// What people write beside a name: that somebody left, or was called otherwise.
enum NameRemark {
  /// Words that say of a name in brackets what is no part of it.
  private static let words: Set<String> = [
    "left", "leaver", "leaving", "leaves", "retired", "retiring", "retires", "maternity",
    "leave", "sick", "vacant", "vacancy", "tbc", "deceased", "seconded", "secondment", "acting",
    "interim", "was", "nee", "n\u{E9}e", "formerly", "previously", "prev", "aka", "temp",
    "temporary",
    "fixed", "contract", "withdrawn", "moved", "transferred", "resigned", "new", "now", "see",
    "note",
  ]

  /// Words that stand between two names of one person.
  static let otherNames = ["aka", "nee", "n\u{E9}e", "formerly"]

  /// Whether brackets of a name hold a remark: a word that says one, a figure, or anything at all in
  /// square ones. `William (Bill)` has none.
  static func isInBrackets(of name: String) -> Bool {
    if let open = name.firstIndex(of: "["), name[open...].contains("]") { return true }
    return name.split(separator: "(", omittingEmptySubsequences: false).dropFirst().contains {
      let inside = $0.prefix { $0 != ")" }
      return inside.contains(where: \.isNumber)
        || inside.lowercased().split { !$0.isLetter }.contains { words.contains(String($0)) }
    }
  }

  /// Whether a word such as `aka` stands between two others.
  static func isOtherName(in name: String) -> Bool {
    let words = name.lowercased().filter { $0 != "." }.split(separator: " ")
    return words.dropFirst().dropLast().contains { otherNames.contains(String($0)) }
  }

  /// The letters people put before the name of somebody who left, so that it sorts last: `xBea`, `zzBea`.
  static func mark(before name: String) -> String? {
    let mark = name.prefix { $0 == "x" || $0 == "z" }
    guard !mark.isEmpty, let next = name.dropFirst(mark.count).first,
      next.isUppercase || mark.count > 1
    else { return nil }
    return String(mark)
  }

  /// Whether a name may begin with such a mark.
  static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 1, bytes[0] == UInt8(ascii: "x") || bytes[0] == UInt8(ascii: "z") else {
      return false
    }
    return bytes[1] < UInt8(ascii: "a") || bytes[1] == bytes[0]
  }
}

extension NameLook {
  /// What stands in the place of a name in rows that are of nobody.
  static let nobodies = [
    "true", "false", "do not use", "not used", "not in use",
  ]

  /// Whether a whole name is of nobody.
  static func isNobody(_ name: String) -> Bool {
    nobodies.contains(name.lowercased()) || SummingWords.areIn(name) || SummingWords.areWhole(name)
  }

  /// Whether two whole names stand around a comma: `Dee Dale, Eve Elm` has two words on both sides, and
  /// neither is an initial or begins a surname as `van` does.
  static func mayBeTwo(_ name: String) -> Bool {
    let parts = name.split(separator: ",")
    guard parts.count == 2 else { return false }
    return parts.allSatisfy { part in
      let words = part.split(separator: " ")
      return words.count > 1
        && words.allSatisfy { word in
          word.count { $0.isLetter } > 1 && word.first?.isUppercase == true
            && !particles.contains(word.lowercased())
        }
    }
  }

  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "el",
    "al",
    "bin", "ibn", "ben", "ter", "ten", "st", "st.", "mac", "mc", "o", "y", "e",
  ]
}

/// What somebody writes where a post's holder should stand when the post falls vacant on a day to come.
enum VacancyRemark {
  /// Whether a name says from when a post is vacant, and it is not known that this day has come.
  static func isNotYet(_ name: String, on today: Day) -> Bool {
    let folded = name.lowercased()
    let words = folded.split { !$0.isLetter && !$0.isNumber }
    guard words.contains("vacant") || words.contains("vacancy"), !words.contains("since"),
      folded.contains(where: \.isNumber) || words.contains("from")
    else { return false }
    var last = String(folded.split { " ()[]".contains($0) }.last ?? "")
    let day = last.withUTF8 { bytes in
      if case .day(let day) = DayReading(Cell(bytes)) { day } else { nil as Day? }
    }
    guard let day, MissingName(name, isWhole: true) != nil else { return true }
    return day > today
  }
}
