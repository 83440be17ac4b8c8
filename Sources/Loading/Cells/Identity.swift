import Domain

extension Cells {
  /// Seven digits; spaces, dashes and a slash between them are left out, nothing is ever put in.
  mutating func trn(_ column: Column) -> TRN? {
    guard let cell = filled(column) else { return nil }
    if cell.count == 7, let trn = TRN(cell.text) { return trn }
    let digits = cell.bytes.filter(isDigit)
    let between = cell.bytes.allSatisfy { isDigit($0) || " -/".utf8.contains($0) }
    let isFramed = isDigit(cell[0]) && isDigit(cell[cell.count - 1])
    if between, isFramed, let trn = TRN(String(decoding: digits, as: UTF8.self)) {
      if !cell.hasUsualMarks {
        note(column, "\(quoted(cell)) is read as \(trn): check that a TRN is meant")
      }
      return trn
    }
    refuseTRN(column, cell, digits: digits, isNumber: between && isFramed)
    return nil
  }

  private mutating func refuseTRN(_ column: Column, _ cell: Cell, digits: [UInt8], isNumber: Bool) {
    let again = "Try: format the TRN column as text and type all 7 digits"
    if isNumber {
      if digits.allSatisfy({ $0 == UInt8(ascii: "0") }) {
        refuse(column, "the TRN \(shown(cell)) is all zeros", hint: "Leave it blank when not known")
      } else if digits.count < 7 {
        refuse(
          column, "the TRN \(shown(cell)) looks like a number that lost its leading zeros",
          hint: again)
      } else {
        refuse(
          column, "the TRN \(shown(cell)) has \(digits.count) digits, not 7",
          hint: "Try: check it against the person's record")
      }
      return
    }
    let text = cell.text.lowercased()
    let rest = text.filter { !$0.isNumber && !".+-".contains($0) }
    if rest == "e" && !digits.isEmpty {
      refuse(column, "the TRN \(shown(cell)) was cut short by the spreadsheet", hint: again)
    } else if rest.isEmpty && text.contains(".") {
      refuse(
        column, "the TRN \(shown(cell)) was saved as a decimal number: zeros may be lost",
        hint: again)
    } else {
      let bare = TRN(String(decoding: digits, as: UTF8.self))
      refuse(
        column, "\(quoted(cell)) is not a TRN",
        hint: bare.map { "Try: \($0) and nothing else" } ?? "Leave it blank when there is none")
    }
  }

  mutating func urn(_ column: Column) -> URN? {
    guard let cell = filled(column) else { return nil }
    if 5...6 ~= cell.count, let number = cell.wholeNumber, let urn = URN(number) { return urn }
    refuse(column, "\(quoted(cell)) is not a URN", hint: "Try: the school's six digits in GIAS")
    return nil
  }

  /// A short reference of the organisation's own, such as `N017`.
  mutating func reference(_ column: Column) -> String? {
    let cell = cell(column)
    if cell.saysNothing || cell.isTotal {
      refuse(
        column, "\(quoted(cell)) is not a reference",
        hint: column.needsValue
          ? "Try: a short one of your own, such as N017"
          : "Try: leave the cell blank where there is none")
      return nil
    }
    return text(column, atMost: 40)
  }

  /// The school or the setting, whichever is filled in.
  mutating func place(_ columns: PlaceColumns) -> PlaceKey? {
    switch (cell(columns.school).isBlank, cell(columns.setting).isBlank) {
    case (false, true): return urn(columns.school).map { .school($0) }
    case (true, false): return reference(columns.setting).map { .setting($0) }
    case (true, true):
      refuse(
        columns.school, "is blank",
        hint: "Try: the school's six digits in GIAS, or under Setting a reference")
    case (false, false):
      refuse(
        columns.setting, "a school and a setting are both filled in",
        hint: "Try: keep the one that is meant")
    }
    return nil
  }

  /// Who the row speaks of; nil when its name or home cannot be read.
  mutating func claim(_ columns: PersonColumns) -> PersonClaim? {
    let settled = settlement(columns.settled)
    let isNowhere = cell(columns.home.school).isBlank && cell(columns.home.setting).isBlank
    // An export writes the home that is stored, and somebody's may not be known.
    let home = isNowhere && settled != nil && settled != .new ? nil : place(columns.home)
    let trn = trn(columns.trn)
    guard let (name, family, given) = names(columns), home != nil || isNowhere else { return nil }
    return PersonClaim(
      name: name, familyName: family, givenName: given, trn: trn, home: home, settledAs: settled)
  }

  /// Whom the row speaks of among those stored; nil when nobody can be meant.
  mutating func mention(_ columns: MentionColumns) -> PersonMention? {
    let trn = trn(columns.trn)
    let settled = settlement(columns.person)
    var mention = PersonMention(trn: trn, name: text(columns.name))
    switch settled {
    case .new: refuse(columns.person, "new is not a person's number")
    case .person(let number): mention.number = number
    case nil: break
    }
    if cell(columns.trn).isBlank, cell(columns.person).isBlank {
      refuse(
        isThere(columns.person) ? columns.person : columns.trn,
        "is blank: the row says of nobody in particular",
        hint: "Try: the TRN, or under Person the number talent find shows, such as P17")
    }
    return mention.trn == nil && mention.number == nil ? nil : mention
  }

  /// A `Person` column: `P17`, `17` or `new`.
  mutating func settlement(_ column: Column) -> PersonClaim.Settlement? {
    guard let cell = filled(column) else { return nil }
    if cell.text.lowercased() == "new" { return .new }
    let marked = cell[0] == UInt8(ascii: "P") || cell[0] == UInt8(ascii: "p")
    let digits = marked ? cell.part(1..<cell.count) : cell
    if digits.count <= 9, let number = digits.wholeNumber, number > 0 {
      return .person(PersonNumber(Int32(number)))
    }
    refuse(
      column, "\(quoted(cell)) is not a person's number",
      hint: "Try: a number such as P17, or new")
    return nil
  }

  /// The name as written in one cell, else forename and surname joined; and these two.
  private mutating func names(_ columns: PersonColumns) -> (String, String?, String?)? {
    let family = personName(columns.surname)
    let given = personName(columns.forename)
    if !cell(columns.name).isBlank {
      guard let name = wholeName(columns.name) else { return nil }
      guard let family, !PersonName.is(family, partOf: name) else {
        let agrees = checkForename(given, of: name, without: family, under: columns.name)
        return agrees ? (name, family, given) : nil
      }
      if given.map({ !PersonName.is($0, partOf: name) }) ?? true {
        let both = quoted(family) + (given.map { " and the forename \(quoted($0))" } ?? "")
        refuse(
          columns.name, "\(quoted(name)) is without the surname \(both)",
          hint: "Try: make them agree, or leave Surname and Forename blank")
        return nil
      }
      note(
        columns.name,
        "\(quoted(name)) is without the surname \(quoted(family)): only the name is kept"
      )
      return (name, nil, nil)
    }
    if cell(columns.surname).isBlank {
      let isApart = isThere(columns.surname) || !cell(columns.forename).isBlank
      refuse(isApart ? columns.surname : columns.name, "is blank")
      return nil
    }
    if cell(columns.forename).isBlank { refuseOneName(family, columns) }
    guard let family, let given else { return nil }
    if NameLook.isTitle(given) {
      note(
        columns.forename, "\(quoted(given)) is a title: the forename itself is missing")
    }
    let name = "\(given) \(family)"
    if NameLook.repeats(family, given) {
      note(columns.surname, "the name is read as \(quoted(name)): look at surname and forename")
    }
    return (name, family, given)
  }

  private mutating func refuseOneName(_ family: String?, _ columns: PersonColumns) {
    let isSum = family.map(SummingWords.areWhole) ?? false
    refuse(
      columns.forename, "is blank",
      hint: isSum
        ? "Try: the forename, or take this line out where nobody is meant"
        : "Try: a column Name for somebody with one name")
  }
}

extension Cell {
  /// Whether a number of seven digits has marks where people put them: a slash or a dash after the first
  /// two, or single spaces.
  fileprivate var hasUsualMarks: Bool {
    let marks = bytes.indices.filter { !isDigit(bytes[$0]) }
    if marks.allSatisfy({ bytes[$0] == space }) {
      return zip(marks, marks.dropFirst()).allSatisfy { $1 - $0 > 1 }
    }
    return marks == [2]
  }
}
