import Domain

/// Which of the vocabulary's lists a column's words come from.
enum WordList: Int, CaseIterable {
  case specialisms, rungs, phases, roles, programmes, behaviours, readiness, clusterKinds
  case settingKinds

  func list(in vocabulary: borrowing Vocabulary) -> Vocabulary.List {
    switch self {
    case .specialisms: vocabulary.specialisms
    case .rungs: vocabulary.rungs
    case .phases: vocabulary.phases
    case .roles: vocabulary.roles
    case .programmes: vocabulary.programmes
    case .behaviours: vocabulary.behaviours
    case .readiness: vocabulary.readiness
    case .clusterKinds: vocabulary.clusterKinds
    case .settingKinds: vocabulary.settingKinds
    }
  }
}

/// A word of a list as it was read before, and whether another was typed.
struct ReadWord {
  let name: String
  let isTranslated: Bool
}

/// The same of a cell with several words.
struct ReadWords {
  let names: [String]
  let isTranslated: Bool
}

extension Cells {
  /// One word of a list, as the list has it.
  mutating func word(_ column: Column, _ list: WordList) -> String? {
    guard let cell = filled(column) else { return nil }
    return word(column, cell, hash: hash(column), list)
  }

  /// Words of a list separated by semicolons, each once, in the order typed; none for a blank cell.
  mutating func words(_ column: Column, _ list: WordList) -> [String] {
    guard let cell = filled(column) else { return [] }
    if let known = lists[list.rawValue].known(cell, hash: hash(column)), !known.isTranslated {
      return known.names
    }
    let before = refusals
    var isTranslated = false
    var names: [String] = []
    for part in cell.parts {
      guard let name = word(column, part, hash: part.hash, list, takesSeveral: true) else {
        continue
      }
      isTranslated = isTranslated || isOtherWord(part, name)
      if !names.contains(name) { names.append(name) }
    }
    if refusals == before {
      lists[list.rawValue].remember(
        cell, hash: hash(column), as: ReadWords(names: names, isTranslated: isTranslated))
    }
    return names
  }

  /// One of a few words, in any case.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ column: Column, _ choices: Choice.Type, of what: String
  ) -> Choice? {
    guard let cell = filled(column) else { return nil }
    if let choice = Choice(rawValue: cell.text.lowercased()) { return choice }
    refuse(
      column, "\(quoted(cell)) is not \(what)",
      hint: "Try one of: " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    return nil
  }

  private mutating func word(
    _ column: Column, _ cell: Cell, hash: UInt64, _ list: WordList, takesSeveral: Bool = false
  ) -> String? {
    if let known = words[list.rawValue].known(cell, hash: hash) {
      if known.isTranslated { cellNews.noteRead(column.position, cell.text, as: known.name) }
      return known.name
    }
    guard let name = list.list(in: vocabulary).name(for: cell.text) else {
      refuseMiss(column, cell, list, takesSeveral)
      return nil
    }
    let isTranslated = isOtherWord(cell, name)
    words[list.rawValue].remember(
      cell, hash: hash, as: ReadWord(name: name, isTranslated: isTranslated))
    if isTranslated { cellNews.noteRead(column.position, cell.text, as: name) }
    return name
  }

  /// Whether a word is read as another, capitals and spacing aside.
  private func isOtherWord(_ cell: Cell, _ name: String) -> Bool {
    if cell.bytes.elementsEqual(name.utf8) { return false }
    let typed = cell.text
    return typed.contains("/") || Vocabulary.folded(typed) != Vocabulary.folded(name)
  }

  private mutating func refuseMiss(
    _ column: Column, _ cell: Cell, _ list: WordList, _ takesSeveral: Bool
  ) {
    let allowed = list.list(in: vocabulary)
    let noun = allowed.noun
    let article = noun.first.map { "aeiou".contains($0) } ?? false ? "an" : "a"
    refuse(
      column, "\(quoted(cell)) is not \(article) \(noun)",
      hint: (takesSeveral ? separated(cell.text, allowed) : nil) ?? hint(cell.text, allowed))
  }
}

/// Several words of a list with something else than semicolons between, as they should be; nil when it
/// is not plain that they are that.
private func separated(_ typed: String, _ list: Vocabulary.List) -> String? {
  for separator in [",", "/", "|", "&", "+", " and "] {
    let parts = typed.split(separator: separator)
    let names = parts.compactMap { list.name(for: String($0)) }
    if names.count > 1, names.count == parts.count {
      var each: [String] = []
      for name in names where !each.contains(name) { each.append(name) }
      return each.count == 1
        ? "Did you mean \(each[0])?"
        : "Try: \(each.joined(separator: "; ")), with semicolons between"
    }
  }
  return nil
}

/// The allowed word it is a slip or two from, else all of a short list.
private func hint(_ typed: String, _ list: Vocabulary.List) -> String {
  if saysNothing(typed) { return "Try: leave the cell blank where there is none" }
  let begun = begun(by: typed, list)
  if begun.count > 1 { return "Try: " + begun.joined(separator: " or ") }
  if let near = list.meant(by: typed) { return "Did you mean \(near)?" }
  guard list.names.count <= 16 else {
    return "Try: talent template with the kind of sheet lists the words"
  }
  return "Try one of: " + list.names.joined(separator: ", ")
}

/// The few allowed words that begin with the one typed: `Middle` may be two phases.
private func begun(by typed: String, _ list: Vocabulary.List) -> [String] {
  let folded = Vocabulary.folded(typed)
  let begun = list.names.filter {
    $0.lowercased().split { " -".contains($0) }.first.map { Vocabulary.folded($0.description) }
      == folded
  }
  return begun.count <= 4 ? begun : []
}

extension Cell {
  /// What stands between semicolons, trimmed; blank parts are left out.
  var parts: [Cell] { parts(at: UInt8(ascii: ";")) }

  /// What stands between separators of one byte, trimmed; blank parts are left out.
  func parts(at separator: UInt8) -> [Cell] {
    var parts: [Cell] = []
    var first = 0
    for at in 0...count where at == count || self[at] == separator {
      let part = self.part(first..<at).trimmed
      if !part.isBlank { parts.append(part) }
      first = at + 1
    }
    return parts
  }
}
