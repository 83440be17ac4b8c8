import Domain

extension Cells {
  /// A name as it is kept: one space between its words. What is no name is refused, and what names
  /// seldom hold is noted. `isWhole` is whether it is all of somebody's name.
  mutating func personName(_ column: Column, isWhole: Bool = false) -> String? {
    guard let typed = text(column) else { return nil }
    let cell = cell(column)
    if cell.isPlainName { return typed }
    let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isNobody = isWhole ? NameLook.isNobody(name) : SummingWords.areIn(name)
    if isNobody || NameLook.isNoName(name) || isWhole && NameLook.isTitle(name)
      || MissingName(name, isWhole: isWhole) != nil
    {
      refuse(
        column, "\(quoted(cell)) is not a name",
        hint: isWhole || isNobody
          ? "Try: the whole name, or take this line out where nobody is meant"
          : "Try: the name, or a column Name with the whole of it")
      return nil
    }
    if refusesLostLetter(column, cell, typed) { return nil }
    noteOddity(column, cell, name, isWhole: isWhole)
    return name
  }

  /// A whole name, turned round where the surname stands first: `Ashby, Ann`.
  mutating func wholeName(_ column: Column) -> String? {
    guard let name = personName(column, isWhole: true) else { return nil }
    return turnedRound(column, name)
  }

  /// Who holds a post as typed: empty where nobody does or nobody is named, which is noted.
  mutating func holder(_ column: Column) -> String? {
    guard let typed = text(column) else { return nil }
    let cell = cell(column)
    let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if NameLook.isNoName(name) || NameLook.isTitle(name) || SummingWords.areIn(name)
      || NameLook.nobodies.contains(name.lowercased()),
      MissingName(name, isWhole: true) == nil
    {
      refuse(column, "\(quoted(cell)) is not a name", hint: "Try: the name, or Vacant")
      return nil
    }
    if VacancyRemark.isNotYet(name, on: today) {
      refuse(
        column, "\(quoted(cell)) says from when, and not who holds the post now",
        hint: "Try: who holds it now, and the day under Expected vacant from")
      return nil
    }
    let missing = MissingName(name, isWhole: true) ?? (isPost(name) ? .unknown : nil)
    if missing == .unknown {
      note(column, "\(quoted(cell)) names nobody: the post is taken to have no holder")
    }
    if missing != nil { return "" }
    if refusesLostLetter(column, cell, typed) { return nil }
    noteOddity(column, cell, name, isWhole: true)
    return turnedRound(column, name)
  }

  /// Whether a post stands where a name should: `Acting headteacher`.
  private func isPost(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    let post = NameLook.isActing(name) ? words.dropFirst() : words[...]
    return vocabulary.rungs.name(for: post.joined(separator: " ")) != nil
  }

  private mutating func turnedRound(_ column: Column, _ name: String) -> String {
    guard let turned = NameLook.turnedRound(name) else { return name }
    cellNews.note(.turned, column.position)
    if NameLook.mayBeTwo(name) {
      note(
        column, "\(quoted(name)) may be two people: it is read as \(quoted(turned))")
    }
    return turned
  }

  private mutating func refusesLostLetter(_ column: Column, _ cell: Cell, _ typed: String) -> Bool {
    guard cell.wrongLetters == nil,
      let says = NameLook.lostLetter(in: typed) ?? NameLook.letterOfAnotherPage(in: typed)
    else { return false }
    refuse(
      column, "\(quoted(cell)) \(says)",
      hint: "Try: save the sheet it was copied from as CSV UTF-8, or type the name again")
    return true
  }

  private mutating func noteOddity(
    _ column: Column, _ cell: Cell, _ name: String, isWhole: Bool
  ) {
    if cell.wrongLetters == nil, let odd = NameLook.oddity(of: name, isWhole: isWhole) {
      note(column, "\(quoted(name)) \(odd)")
    }
  }
}

/// What a name looks like.
enum NameLook {
  /// Whether a name has no letter, or points at another row.
  static func isNoName(_ name: String) -> Bool {
    !name.unicodeScalars.contains { $0.properties.isAlphabetic }
      || pointers.contains(name.lowercased())
  }

  /// What stands in a cell that points at another row.
  static let pointers = [
    "ditto", "as above", "see above", "same as above", "see below", "as below", "see note",
    "see notes",
  ]

  /// Whether it begins by saying that somebody only stands in.
  static func isActing(_ name: String) -> Bool {
    let first = name.split { " -:(".contains($0) }.first?.lowercased()
    return first == "acting" || first == "interim"
  }

  /// Whether a name is only a form of address.
  static func isTitle(_ name: String) -> Bool {
    let first = name.utf8.first { $0 != UInt8(ascii: ".") }
    guard name.utf8.count <= 5, let first, titleBeginnings.contains(first | 0x20) else {
      return false
    }
    return personTitles.contains(name.lowercased().filter { $0 != "." })
  }

  private static let titleBeginnings = personTitles.compactMap(\.utf8.first)

  /// Whether one of the two has all words of the other, as when a whole name stands in both columns.
  static func repeats(_ family: String, _ given: String) -> Bool {
    guard family.utf8.contains(space) || given.utf8.contains(space) else { return false }
    if let one = initials(family), let other = initials(given), one & other != one,
      one & other != other
    {
      return false
    }
    let (family, given) = (words(family), words(given))
    return family.count + given.count > 2
      && (family.isSubset(of: given) || given.isSubset(of: family))
  }

  /// What its words begin with, a bit a letter; nil where one begins otherwise than with an English letter.
  private static func initials(_ name: String) -> UInt32? {
    var initials: UInt32 = 0
    var before = space
    for byte in name.utf8 {
      if before == space, byte != space {
        let small = byte | 0x20
        guard small >= UInt8(ascii: "a"), small <= UInt8(ascii: "z") else { return nil }
        initials |= 1 << UInt32(small - UInt8(ascii: "a"))
      }
      before = byte
    }
    return initials
  }

  private static func words(_ name: String) -> Set<String> {
    Set(name.lowercased().split(separator: " ").map(String.init))
  }

  private static let states: Set<String> = [
    "left", "leaver", "leaving", "retired", "retiring", "maternity", "maternity leave", "mat leave",
    "on leave", "sick", "long term sick", "vacant", "tbc", "deceased", "seconded", "acting",
  ]

  /// What about a name is worth a look, in words that follow it; nil when nothing is.
  static func oddity(of name: String, isWhole: Bool = false) -> String? {
    if isWhole, fillers.contains(name.lowercased()) { return "looks like no name: it is kept" }
    if name.contains("?") || name.contains("&") && name.contains(";") {
      return "may have lost a letter: look at the record it came from"
    }
    let odd = name.unicodeScalars.first { !isAtHome($0) }
    if odd?.properties.numericType != nil || odd == nil, NameRemark.isInBrackets(of: name) {
      return "has a remark in brackets: it is kept as part of the name"
    }
    if let odd,
      !isUnseen(odd), odd != "\u{FFFD}"
    {
      return "holds \(quoted(String(Character(odd)))), which names do not: it is kept"
    }
    if name.hasSuffix(",") { return "ends with a comma: look for the rest of the name" }
    if name.hasPrefix(",") { return "begins with a comma: look for the rest of the name" }
    if name.contains(", ,") || name.contains(",,") { return "has a comma too many: it is kept" }
    if let remark = remark(in: name) { return "\(remark): it is kept as part of the name" }
    let words = words(name)
    if words.contains("and") || isWhole && name.lowercased().contains(" or ") {
      return "may be two people: it is kept"
    }
    if let mark = NameRemark.mark(before: name) {
      return "begins with \(quoted(mark)), which may mark somebody who left: it is kept"
    }
    if NameRemark.isOtherName(in: name) {
      return "has a remark: it is kept as part of the name"
    }
    if isActing(name) { return "begins with a remark: it is kept as part of the name" }
    return nil
  }

  /// A remark before or behind a dash, as in `Ann Ash - acting`.
  private static func remark(in name: String) -> String? {
    let parts = name.lowercased().replacing("\u{2013}", with: "-").split(separator: " - ")
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return nil }
    if states.contains(String(first)) { return "begins with a remark" }
    return states.contains(String(last)) ? "ends with a remark" : nil
  }

  /// What stands in a cell that somebody or a program had to put something in.
  static let fillers: Set<String> = [
    "test", "testing", "test test", "test user", "null", "nan", "undefined", "dummy", "name",
    "anon", "anonymous", "asdf", "delete", "duplicate", "left", "leaver", "leaving", "retired",
    "deceased", "seconded",
    "on leave", "maternity", "maternity leave",
  ]

  static func isAtHome(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
      || " -'.,()[]\"`\u{B4}\u{B7}\u{2010}\u{2011}\u{2013}\u{2018}\u{2019}\u{201C}\u{201D}"
        .unicodeScalars.contains(scalar)
  }

  /// What may follow a comma without being a forename.
  private static let suffixes = Set(personTitles).union([
    "jr", "jnr", "junior", "sr", "snr", "senior", "ii", "iii", "iv", "obe", "mbe", "cbe", "dbe",
    "jp", "dl", "ba", "bsc", "bed", "ma", "msc", "med", "mba", "phd", "edd", "pgce", "qts", "npqh",
    "sir", "dame",
  ])

  /// `Ann Ashby` for `Ashby, Ann`; nil when no comma stands between a surname and a forename.
  static func turnedRound(_ name: String) -> String? {
    let parts = name.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ") }
    let title =
      parts.count == 3 && parts[2].count == 1 && isTitle(String(parts[2][0])) ? parts[2] : []
    guard parts.count == (title.isEmpty ? 2 : 3), !parts[0].isEmpty, !parts[1].isEmpty,
      !parts[1].allSatisfy({ suffixes.contains($0.lowercased().filter { $0 != "." }) })
    else { return nil }
    return (title + parts[1] + parts[0]).joined(separator: " ")
  }
}

extension Cell {
  /// Whether the cell is letters of Europe's west and middle with single spaces, hyphens and apostrophes
  /// between, as nearly every name is, and no words that stand for a missing one.
  fileprivate var isPlainName: Bool {
    if NameRemark.mayBegin(bytes) { return false }
    var before = space
    var (whole, word) = (MissingName.emptyHash, MissingName.emptyHash)
    for byte in bytes {
      let small = byte | 0x20
      if small >= UInt8(ascii: "a") && small <= UInt8(ascii: "z") {
        word = MissingName.mixed(word, small)
        whole = MissingName.mixed(whole, small)
      } else if byte >= 0x80 {
        guard Self.continuesLetter(byte, after: before) || Self.beginsLetter(byte),
          !Self.mayBeAnother(byte, after: before)
        else { return false }
        word = MissingName.mixed(word, byte)
        whole = MissingName.mixed(whole, byte)
      } else {
        let isBetween = byte == space || byte == UInt8(ascii: "-") || byte == apostrophe
        guard isBetween && before != space && !MissingName.mayBe(word) else { return false }
        word = MissingName.emptyHash
        whole = MissingName.mixed(whole, byte)
      }
      before = byte
    }
    return !MissingName.mayBe(whole) && !MissingName.mayBe(word)
  }

  /// Whether a byte ends one of the letters that stand for others of other code pages, or begins the second of
  /// two accented letters.
  private static func mayBeAnother(_ byte: UInt8, after before: UInt8) -> Bool {
    guard before >= 0x80 else { return false }
    if before < 0xC0 { return beginsLetter(byte) }
    switch byte | 0x20 {
    case 0xA6, 0xA7, 0xA8, 0xB0, 0xB1, 0xB2, 0xB5, 0xB8, 0xBE: return before == 0xC3
    default: return false
    }
  }

  /// Whether a byte is the first of À to ſ: a text's letters are whole, so that a second one follows.
  private static func beginsLetter(_ byte: UInt8) -> Bool { 0xC3...0xC5 ~= byte }

  /// Whether a byte makes a letter of the one before it: × and ÷ are none.
  private static func continuesLetter(_ byte: UInt8, after first: UInt8) -> Bool {
    0x80...0xBF ~= byte && beginsLetter(first) && !(first == 0xC3 && (byte == 0x97 || byte == 0xB7))
  }
}
