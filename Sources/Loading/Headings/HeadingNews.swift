/// What there is to announce about a sheet's headings.
struct HeadingNews {
  let match: HeadingMatch
  let candidate: HeadingSearch.Candidate
  let columns: Columns
  let table: [String: Int]

  var sentences: [String] {
    var news: [String] = []
    if candidate.skipped > 0 {
      let lines = candidate.skipped == 1 ? "1 line" : "\(candidate.skipped) lines"
      let were = candidate.skipped == 1 ? "was" : "were"
      news.append("\(lines) before the headings \(were) skipped")
    }
    let found = match.cells.indices.filter { match.cells[$0] != nil }
    let renamed = found.filter { typed($0) != columns.plans[$0].heading }
    if !renamed.isEmpty {
      news.append(
        "headings read: "
          + renamed.map { "\(quoted(typed($0))) as \(columns.plans[$0].heading)" }
          .joined(separator: ", "))
    }
    let order = found.filter { !columns.plans[$0].floats }.compactMap { match.cells[$0] }
    if order != order.sorted() { news.append("columns are in their own order: matched by name") }
    news += ignoredSentences
    if found.contains(where: { columns.plans[$0].holds == .days }) {
      news.append("dates are read as day/month/year")
    }
    return news
  }

  private var ignoredSentences: [String] {
    let ignored = match.ignored(table)
    guard !ignored.isEmpty else { return [] }
    let near = ignored.compactMap { strange in
      match.nearestHeading(to: strange, in: columns).map {
        "\(quoted(strange)) is ignored: did you mean \($0)?"
      }
    }
    return ["columns ignored: " + ignored.map { shown($0) }.joined(separator: ", ")] + near
  }

  private func typed(_ column: Int) -> String { match.cells[column].map { match.typed[$0] } ?? "" }
}
