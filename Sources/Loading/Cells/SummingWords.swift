/// What stands in the place of a name in rows that sum up others, or end a report.
enum SummingWords {
  private static let totals: Set<String> = [
    "total", "totals", "subtotal", "subtotals", "average", "averages",
  ]
  /// Names beside another, and none alone.
  private static let alone: Set<String> = [
    "count", "sum", "mean", "median", "max", "min", "maximum", "minimum", "overall", "all",
    "number", "end",
  ]
  private static let wholes: Set<String> = ["all staff", "all schools", "all people"]
  /// What counts where `of` follows: `No. of staff`.
  private static let counting = alone.union(["no", "numbers"])

  /// Words that one of them must be among for a name to be worth a look.
  static let all = totals.union(counting).sorted() + wholes.sorted()

  /// Whether nothing but a total is said: `Total`, `GRAND TOTAL:`, `Sub-total (2)`.
  static func areAll(of text: String) -> Bool {
    let words = words(of: text)
    return words.contains { totals.contains($0) }
      && words.allSatisfy { totals.contains($0) || ["sub", "grand", "overall"].contains($0) }
  }

  /// Whether a text ends as a total of something does, `990001 Total`, or is one.
  static func end(_ text: String) -> Bool {
    let words = words(of: text)
    return words.last.map(totals.contains) ?? false
      || words.count == 2 && words[0] == "grand" && counting.contains(words[1])
  }

  /// Whether no name can say this: `Total staff`, `School total`, `No. of staff`, `Grand count`.
  static func areIn(_ name: String) -> Bool {
    let words = words(of: name)
    return words.first.map(totals.contains) ?? false || end(name)
      || words.count > 1 && words[1] == "of" && counting.contains(words[0])
  }

  /// Whether a name that is all of somebody's can be nobody's: `Max`, `*** end ***`.
  static func areWhole(_ name: String) -> Bool {
    let words = words(of: name)
    return words.count == 1 && alone.contains(words[0])
      || wholes.contains(words.joined(separator: " "))
  }

  private static func words(of text: String) -> [String] {
    if text.utf8.count > 100 { return [] }
    return text.lowercased().split { !$0.isLetter }.map(String.init)
  }
}

extension Cell {
  /// Whether nothing but a total is said.
  var isTotal: Bool {
    count < 40 && bytes.contains { $0 | 0x20 == UInt8(ascii: "a") } && SummingWords.areAll(of: text)
  }
}
