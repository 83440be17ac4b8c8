/// What a heading says of how its dates are typed.
enum DateRemark {
  /// Whether it says that the month stands first: `Due (mm/dd/yyyy)`, `From (US)`.
  static func saysMonthFirst(_ heading: String) -> Bool {
    let words = headingWords(heading)
    for at in words.indices.dropLast() where isMonth(words[at]) && isDay(words[at + 1]) {
      let isSure = words[at].count > 1 || at + 2 < words.count && isYear(words[at + 2])
      if isSure, at == 0 || !isYear(words[at - 1]) { return true }
    }
    if words.contains(where: { ["mmdd", "mmddyy", "mmddyyyy"].contains($0) }) { return true }
    if zip(words, words.dropFirst()).contains(where: { $0 == "month" && $1 == "first" }) {
      return true
    }
    return bracketed(heading).contains { inside in
      headingWords(inside).contains { americans.contains($0) } && isOne(inside)
    }
  }

  /// Whether it says that the day stands first and the year has two digits: `Due (dd/mm/yy)`.
  static func saysShortYear(_ heading: String) -> Bool {
    let words = headingWords(heading)
    if words.contains("ddmmyy") { return true }
    return words.indices.dropLast(2).contains { at in
      ["d", "dd"].contains(words[at]) && ["m", "mm"].contains(words[at + 1])
        && words[at + 2] == "yy"
    }
  }

  /// Whether what stands in brackets is such a remark and no part of the heading's name.
  static func isOne(_ inside: some StringProtocol) -> Bool {
    let words = headingWords(inside)
    let isCountry = words.contains { americans.contains($0) || $0 == "uk" || $0 == "british" }
    return (words.count > 1 || isCountry)
      && words.allSatisfy {
        isMonth($0) || isDay($0) || isYear($0) || americans.contains($0) || others.contains($0)
      }
  }

  private static let americans: Set<String> = ["us", "usa", "american"]
  private static let others: Set<String> = [
    "uk", "british", "format", "date", "dates", "style", "first",
  ]

  private static func isMonth(_ word: String) -> Bool { ["m", "mm", "month"].contains(word) }
  private static func isDay(_ word: String) -> Bool { ["d", "dd", "day"].contains(word) }
  private static func isYear(_ word: String) -> Bool { ["y", "yy", "yyyy", "year"].contains(word) }
}
