import Domain

extension Cells {
  /// Whether a forename in a column of its own can be that of the name as written: what may be a short
  /// form, an initial or another of somebody's forenames is noted, and another's is refused.
  mutating func checkForename(
    _ given: String?, of name: String, without family: String?, under column: Column
  ) -> Bool {
    guard let given, !name.utf8.starts(with: given.utf8), !PersonName.is(given, partOf: name) else {
      return true
    }
    if NameLook.mayBeCalled(given, name, without: family) {
      note(
        column, "\(quoted(name)) is without the forename \(quoted(given)): both are kept"
      )
      return true
    }
    refuse(
      column, "\(quoted(name)) is without the forename \(quoted(given))",
      hint: "Try: make them agree, or leave Forename blank")
    return false
  }
}

extension NameLook {
  /// Whether one of some forenames is something like one in a whole name.
  static func mayBeCalled(_ given: String, _ name: String, without family: String?) -> Bool {
    let surnames = Set(family.map(parts) ?? [])
    let all = parts(name)
    let others = all.filter { !surnames.contains($0) }
    // The last word is the surname where no column says which is.
    let theirs = family == nil && others.count > 1 ? others.dropLast() : others[...]
    return parts(given).contains { one in theirs.contains { areAlike(one, $0) } }
  }

  private static func parts(_ name: String) -> [String] {
    name.lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// Whether two forenames may be one person's: they begin alike or have three letters running in common
  /// (`Beth`, `Elizabeth`), or are known as forms of one another.
  private static func areAlike(_ one: String, _ other: String) -> Bool {
    guard let first = one.first, let second = other.first else { return false }
    if !first.isASCII || !second.isASCII || sound(first) == sound(second) { return true }
    if shortForms.contains(where: { $0.contains(one) && $0.contains(other) }) { return true }
    let letters = Array(one)
    guard letters.count >= 3 else { return false }
    return (0...letters.count - 3).contains { other.contains(String(letters[$0..<($0 + 3)])) }
  }

  /// Letters that are written for one another at the beginning of a name: `Catherine`, `Kate`.
  private static func sound(_ letter: Character) -> Character {
    switch letter {
    case "k", "q": "c"
    case "j", "y": "g"
    case "z", "x": "s"
    default: letter
    }
  }

  private static let shortForms: [Set<String>] = [
    ["william", "will", "bill", "billy", "liam"], ["robert", "bob", "bobby", "rob"],
    ["richard", "dick"], ["edward", "edmund", "edwin", "ted", "teddy", "ned"],
    ["margaret", "peggy", "peg", "meg", "daisy"], ["mary", "polly", "molly"],
    ["sarah", "sally", "sadie"], ["henry", "harry", "hal"], ["john", "jack"], ["charles", "chuck"],
    ["helen", "eleanor", "ellen", "nell", "nellie"], ["antonia", "anthony", "tony", "toni"],
    ["alexander", "alexandra", "sandy", "sasha", "alasdair"],
    ["elizabeth", "betty", "bess", "libby"], ["ann", "anne", "anna", "hannah", "nan", "nancy"],
    ["martha", "patricia", "patty", "patsy"], ["philip", "phillip", "philippa", "pip", "flip"],
    ["henrietta", "etta", "hetty"], ["ian", "iain", "john"], ["eugene", "gene"],
  ]
}
