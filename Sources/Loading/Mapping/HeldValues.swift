import Domain

extension Columns.Holds {
  /// Whether most of some cells are what such a column holds; nil where that cannot be told, as for
  /// text, for numbers that are ones, and for fewer than three cells.
  ///
  /// - Parameter held: how many of them are, by `test`.
  func fits(_ values: [String], held: () -> Int) -> Bool? {
    if values.count < 3 && isNone(values) { return false }
    if values.count < (isTold ? 2 : 3) { return nil }
    switch self {
    case .words, .prose, .yesOrNo, .settingReference: return nil
    case .number, .personNumber: return held() * 10 >= values.count * 6 ? nil : false
    case .fullName where Set(values).count * 10 < values.count * 6: return false
    default: break
    }
    if values.count < 3 { return Set(values).count > 1 && held() == values.count ? true : nil }
    return held() * 10 >= values.count * 6
  }

  /// What tells whether a cell is what such a column holds; nil where nothing does.
  func test(_ vocabulary: Vocabulary) -> ((String) -> Bool)? {
    switch self {
    case .trn: return isTypedTRN
    case .urn: return { $0.utf8.count == 6 && $0.utf8.allSatisfy(isDigit) && $0.first != "0" }
    case .days: return isTypedDay
    case .name(let list):
      let list = list.list(in: vocabulary)
      return { list.name(for: $0) != nil }
    case .names(let list):
      let list = list.list(in: vocabulary)
      return { cell in
        cell.split(whereSeparator: { ";,/|".contains($0) }).contains {
          list.name(for: String($0)) != nil
        }
      }
    case .choice(let words):
      let words = Set(words.map { $0.lowercased() })
      return { words.contains($0.lowercased()) }
    case .fullName: return isFullName
    case .number: return isTypedNumber
    case .personNumber: return isPersonNumber
    case .words, .prose, .yesOrNo, .settingReference: return nil
    }
  }

  /// Whether two cells are enough to tell such a column.
  private var isTold: Bool {
    switch self {
    case .trn, .urn, .name, .names: true
    default: false
    }
  }
}

extension Columns.Plan {
  /// Whether a heading of somebody's own can stand for the column at all: a setting's reference is never
  /// looked for under one that says of no setting.
  func mayBeCalled(_ heading: String) -> Bool {
    holds != .settingReference || heading.lowercased().contains("setting")
  }
}

extension Columns.Holds {
  /// Whether a few cells are none of what a column of numbers or days holds: a school's name is no URN.
  private func isNone(_ values: [String]) -> Bool {
    switch self {
    case .trn: !values.isEmpty && !values.contains { $0.utf8.contains(where: isDigit) }
    case .urn: !values.isEmpty && !values.contains { $0.utf8.count(where: isDigit) == 6 }
    case .personNumber: !values.isEmpty && !values.contains(where: isPersonNumber)
    case .name, .names, .choice: !values.isEmpty && values.allSatisfy(isTypedNumber)
    default: false
    }
  }

  /// Whether a text is one that rows hold and headings do not: a long number or a day.
  static func isData(_ text: String) -> Bool {
    isTypedTRN(text) || isTypedDay(text)
      || text.utf8.count > 4 && text.utf8.allSatisfy(isDigit)
  }

  /// Whether a text is a word of the column's list.
  func knows(_ text: String, _ vocabulary: Vocabulary) -> Bool {
    switch self {
    case .name(let list), .names(let list): list.list(in: vocabulary).name(for: text) != nil
    default: false
    }
  }
}

/// Two to four words that begin with capitals, no digits, and nothing that only places are called.
private func isFullName(_ text: String) -> Bool {
  let words = text.split(whereSeparator: { " ,".contains($0) })
  let places = [
    "school", "academy", "college", "nursery", "centre", "primary", "infant", "infants", "junior",
    "trust", "service", "council", "federation",
  ]
  return (2...4).contains(words.count) && !text.utf8.contains(where: isDigit)
    && words.contains { $0.first?.isUppercase ?? false }
    && words.last?.first?.isUppercase ?? false
    && !words.contains { places.contains($0.lowercased()) }
}

/// Seven digits, bare or as `12/34567`.
private func isTypedTRN(_ text: String) -> Bool {
  text.utf8.count(where: isDigit) == 7
    && text.utf8.allSatisfy { isDigit($0) || " -/".utf8.contains($0) }
    && text.utf8.count <= 9
}

private func isTypedNumber(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { TypedNumber(Cell($0)) ?? TypedNumber(thousandsIn: Cell($0)) != nil }
}

/// `P17`, `17` or `new`.
private func isPersonNumber(_ text: String) -> Bool {
  let folded = text.lowercased()
  let digits = folded.hasPrefix("p") ? folded.dropFirst() : folded[...]
  return folded == "new" || 1...9 ~= digits.utf8.count && digits.utf8.allSatisfy(isDigit)
}

private func isTypedDay(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 {
    if case .day = DayReading(Cell($0)) { true } else { false }
  }
}
