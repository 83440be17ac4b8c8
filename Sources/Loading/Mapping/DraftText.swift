import Domain

/// A drafted mapping as the file a person edits.
struct DraftText {
  private let draft: DraftPlacing
  private let vocabulary: Vocabulary
  private(set) var text: String

  init(_ draft: DraftPlacing, file: String, vocabulary: Vocabulary) {
    self.draft = draft
    self.vocabulary = vocabulary
    text = """
      # Drafted from \(shown(file)): read every line, then keep it as a file of the mappings folder beside
      # your config. What stands left is talent's own heading; right is the sheet's, one way of writing it
      # or several. talent map check tries it.

      """
    for lack in draft.lacks {
      text += "# Nothing was found for \(lack): without it nothing can be loaded.\n"
    }
    text += "kind: \(draft.noun)\nabout: \(yaml(file))\n"
    if !draft.preamble.isEmpty {
      text += "preamble:\n" + draft.preamble.map { "  - \(yaml($0))\n" }.joined()
    }
    writeColumns()
    writeValues()
  }

  private mutating func writeColumns() {
    text += "columns:\n"
    for (cell, heading) in draft.headings.enumerated() where !heading.isEmpty {
      let name = yaml(heading)
      if let place = draft.placed[cell] {
        let note =
          switch place.reason {
          case .name: ""
          case .calling: "   # as it is often called: please check"
          case .likeness: "   # by its likeness: please check"
          case .values: "   # by what its cells hold: please check"
          }
        text += "  \(yaml(draft.columns.plans[place.column].heading)): \(name)\(note)\n"
      } else if let open = draft.open[cell] {
        let names = open.map { draft.columns.plans[$0].heading }.joined(separator: " or ")
        text += "  # \(name) was not placed: its cells would fit \(names)\n"
      } else {
        text += "  # \(name) was not placed: it is not read, and needs no line here\n"
      }
    }
  }

  private mutating func writeValues() {
    var separators = ""
    var values = ""
    for (cell, place) in draft.placed.sorted(by: { $0.key < $1.key }) {
      let plan = draft.columns.plans[place.column]
      let seen = draft.values[cell]
      let (separator, words) = plan.holds.words(of: seen, vocabulary)
      if let separator { separators += "  \(yaml(plan.heading)): \(yaml(separator))\n" }
      let strange = plan.holds.strange(words, vocabulary)
      if strange.isEmpty { continue }
      values += "  \(yaml(plan.heading)):\n"
      for (meant, typed) in strange.guessed {
        values +=
          "    \(yaml(meant)): [\(typed.map(yaml).joined(separator: ", "))]   # please check\n"
      }
      for typed in strange.unknown {
        values += "    # \(yaml(typed)) is not known: which word does it mean, or \"\" for none?\n"
      }
      if strange.guessed.isEmpty { values += "    {}\n" }
    }
    if !separators.isEmpty { text += "separators:\n" + separators }
    if !values.isEmpty { text += "values:\n" + values }
  }
}

/// Words no list knows: what they probably mean, and those nobody can tell.
private struct StrangeWords {
  var guessed: [(meant: String, typed: [String])] = []
  var unknown: [String] = []
  var isEmpty: Bool { guessed.isEmpty && unknown.isEmpty }
}

extension Columns.Holds {
  /// The distinct words in some cells, and what separates them when it is no semicolon.
  fileprivate func words(of cells: [String], _ vocabulary: Vocabulary) -> (String?, [String]) {
    guard case .names(let list) = self else { return (nil, distinct(cells)) }
    let known = list.list(in: vocabulary)
    var best: (hits: Int, separator: Character, words: [String]) = (-1, ";", [])
    for separator in [";", ",", "/", "|"] as [Character] {
      let words = cells.flatMap { cell in
        cell.split(separator: separator).map { String($0).trimmedOfSpaces }.filter { !$0.isEmpty }
      }
      let hits = words.count { known.name(for: $0) != nil }
      if hits > best.hits { best = (hits, separator, words) }
    }
    return (best.separator == ";" ? nil : String(best.separator), distinct(best.words))
  }

  fileprivate func strange(_ words: [String], _ vocabulary: Vocabulary) -> StrangeWords {
    let allowed: [String]
    let isKnown: (String) -> Bool
    switch self {
    case .name(let list), .names(let list):
      let list = list.list(in: vocabulary)
      allowed = list.names
      isKnown = { list.name(for: $0) != nil }
    case .choice(let choices):
      allowed = choices
      isKnown = { word in choices.contains { $0.lowercased() == word.lowercased() } }
    case .yesOrNo:
      allowed = ["yes", "no"]
      isKnown = { ["yes", "y", "true", "no", "n", "false"].contains($0.lowercased()) }
    default: return StrangeWords()
    }
    var strange = StrangeWords()
    for word in words where !isKnown(word) {
      guard let meant = guess(word, allowed) else {
        if strange.unknown.count < 40 { strange.unknown.append(word) }
        continue
      }
      if let at = strange.guessed.firstIndex(where: { $0.meant == meant }) {
        strange.guessed[at].typed.append(word)
      } else {
        strange.guessed.append((meant, [word]))
      }
    }
    return strange
  }
}

/// The one word that this is the initials or the beginning of, or a slip of the keyboard away from.
private func guess(_ word: String, _ allowed: [String]) -> String? {
  let folded = Vocabulary.folded(word)
  guard folded.utf8.count >= 2 else { return nil }
  let initials = allowed.filter { name in
    let letters = name.split(whereSeparator: { " -".contains($0) }).compactMap(\.first)
    return letters.count > 1 && Vocabulary.folded(String(letters)) == folded
  }
  if initials.count == 1 { return initials[0] }
  let begun = allowed.filter { folded.utf8.count >= 4 && Vocabulary.folded($0).hasPrefix(folded) }
  if begun.count == 1 { return begun[0] }
  let near = allowed.filter {
    let name = Array(Vocabulary.folded($0).utf8)
    return name.count >= 5 && editDistance(Array(folded.utf8), name) <= max(1, name.count / 5)
  }
  return near.count == 1 ? near[0] : nil
}

private func distinct(_ words: [String]) -> [String] {
  var seen: Set<String> = []
  return words.filter { seen.insert(Vocabulary.folded($0)).inserted }
}

/// A text as YAML reads it back: in quotes unless it is plain beyond doubt.
private func yaml(_ text: String) -> String {
  let isPlain =
    text.first?.isLetter ?? false
    && text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || " -()'".unicodeScalars.contains($0)
    }
    && text.last != " "
    && !["true", "false", "yes", "no", "null", "on", "off"].contains(text.lowercased())
  if isPlain { return text }
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": quoted += "\\" + String(scalar)
    case _ where isUnseen(scalar): quoted += " "
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}

extension String {
  fileprivate var trimmedOfSpaces: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
