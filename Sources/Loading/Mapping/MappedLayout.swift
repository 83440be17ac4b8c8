import Domain

/// What is wrong with a mapping, each with its line in the file.
public struct MappingRefusal: Error, Sendable {
  public struct Flaw: Hashable, Sendable {
    public var line: Int
    public var says: String
    public var hint: String
  }

  public let flaws: [Flaw]
}

extension Layout {
  /// The layout as a mapping has its headings and values.
  ///
  /// - Throws: `MappingRefusal` with all that does not fit the layout or the lists.
  public func mapped(by mapping: SheetMapping, vocabulary: Vocabulary) throws -> Layout {
    var columns = columns
    let flaws = columns.map(by: mapping, vocabulary: vocabulary)
    if !flaws.isEmpty { throw MappingRefusal(flaws: flaws) }
    return Layout(noun, columns, same: sameness, draft: draft)
  }
}

extension Columns {
  /// Takes the mapping's headings, words and separators over; gives what does not fit.
  mutating func map(by mapping: SheetMapping, vocabulary: Vocabulary) -> [MappingRefusal.Flaw] {
    var check = MappingCheck(columns: self, mapping: mapping, vocabulary: vocabulary)
    check.run()
    guard check.flaws.isEmpty else { return check.flaws }
    use(
      headings: check.headings, ignored: mapping.ignored, preamble: mapping.preamble,
      rules: check.rules)
    return []
  }
}

/// A mapping held against the columns of its kind.
private struct MappingCheck {
  let columns: Columns
  let mapping: SheetMapping
  let vocabulary: Vocabulary
  private(set) var flaws: [MappingRefusal.Flaw] = []
  /// Folded headings of the sheet by our column.
  private(set) var headings: [Int: [String]] = [:]
  private(set) var rules: [Int: ValueRule] = [:]

  init(columns: Columns, mapping: SheetMapping, vocabulary: Vocabulary) {
    self.columns = columns
    self.mapping = mapping
    self.vocabulary = vocabulary
  }

  mutating func run() {
    var taken: [String: String] = [:]
    for column in mapping.columns {
      guard let position = position(of: column.heading, line: column.line) else { continue }
      for typed in column.typed {
        let folded = foldedHeading(typed)
        if folded.isEmpty {
          add(column.line, "\(column.heading) has a blank heading of the sheet")
        } else if let other = taken[folded] {
          add(column.line, "\(quoted(typed)) stands for both \(other) and \(column.heading)")
        }
        taken[folded] = column.heading
        headings[position, default: []].append(folded)
      }
    }
    for heading in mapping.ignored {
      if let column = taken[foldedHeading(heading)] {
        add(0, "\(quoted(heading)) is ignored and also read as \(column)")
      }
    }
    for need in columns.needs where !need.contains(where: isMet) {
      let wanted = need.map { $0.map { columns.plans[$0].heading }.joined(separator: " and ") }
      add(0, "no heading of the sheet is \(wanted.joined(separator: " or "))")
    }
    readSeparators()
    readValues()
  }

  private func isMet(_ alternative: [Int]) -> Bool {
    alternative.allSatisfy { headings[$0]?.isEmpty == false }
  }

  private mutating func readSeparators() {
    for separator in mapping.separators {
      guard let position = position(of: separator.heading, line: separator.line) else { continue }
      guard case .names = columns.plans[position].holds, separator.typed.utf8.count == 1,
        let byte = separator.typed.utf8.first
      else {
        add(
          separator.line,
          "\(separator.heading) cannot be separated by \(quoted(separator.typed))",
          "one character, for a column that takes several words")
        continue
      }
      rules[position, default: ValueRule()].separator = byte
    }
  }

  private mutating func readValues() {
    for value in mapping.values {
      guard let position = position(of: value.heading, line: value.line) else { continue }
      let key = Vocabulary.folded(value.typed)
      if let known = rules[position]?.means[key], known != value.means {
        add(value.line, "\(quoted(value.typed)) stands for both \(known) and \(value.means)")
      }
      if let flaw = columns.plans[position].holds.refusal(of: value.means, vocabulary) {
        add(value.line, "\(value.heading): \(flaw.says)", flaw.hint)
      }
      rules[position, default: ValueRule()].means[key] = value.means
    }
    for position in rules.keys {
      if case .names = columns.plans[position].holds { rules[position]?.takesSeveral = true }
    }
  }

  private mutating func position(of heading: String, line: Int) -> Int? {
    if let position = columns.plans.firstIndex(where: { $0.heading == heading }) { return position }
    let near = nearest(to: heading, among: columns.plans.map(\.heading))
    add(
      line, "\(mapping.kind) have no column \(quoted(heading))",
      near ?? "talent template \(mapping.kind) lists them")
    return nil
  }

  private mutating func add(_ line: Int, _ says: String, _ hint: String = "") {
    flaws.append(MappingRefusal.Flaw(line: line, says: says, hint: hint))
  }
}

extension Columns.Holds {
  /// Why a word can never stand in such a column; nil when it can, or when anything can.
  func refusal(of word: String, _ vocabulary: Vocabulary) -> (says: String, hint: String)? {
    if word.isEmpty { return nil }
    switch self {
    case .name(let list), .names(let list):
      let list = list.list(in: vocabulary)
      if list.name(for: word) != nil { return nil }
      return ("\(quoted(word)) is not a \(list.noun)", list.nearest(to: word) ?? "")
    case .choice(let words):
      if words.contains(where: { $0.lowercased() == word.lowercased() }) { return nil }
      return ("\(quoted(word)) is not one of its words", words.joined(separator: ", "))
    case .yesOrNo:
      return ["yes", "no"].contains(word.lowercased())
        ? nil : ("\(quoted(word)) is no answer", "yes or no")
    default: return nil
    }
  }
}
