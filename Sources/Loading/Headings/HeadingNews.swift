/// What there is to announce about a sheet's headings.
struct HeadingNews {
  let match: HeadingMatch
  let candidate: HeadingSearch.Candidate
  let columns: Columns
  let table: [String: Int]

  var sentences: [String] {
    var news: [String] = []
    news += preambleNews
    if candidate.skipped > 0, columns.mapping?.preamble.isEmpty ?? true {
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
    let ignored = match.ignored(table).filter {
      !(columns.mapping?.ignored.contains(foldedHeading($0)) ?? false)
    }
    guard !ignored.isEmpty else { return [] }
    let missing = match.missingHeadings(of: columns)
    let near = ignored.compactMap { strange in
      nearest(to: HeadingSpelling(strange), among: missing).map {
        "\(quoted(strange)) is ignored: did you mean \($0)?"
      }
    }
    let named = ignored.prefix(12).map { shown($0) }.joined(separator: ", ")
    let more = ignored.count > 12 ? " and \(ignored.count - 12) more" : ""
    return ["columns ignored: " + named + more] + near
  }

  /// Lines before the headings that the mapping does not expect.
  private var preambleNews: [String] {
    guard let expected = columns.mapping?.preamble, !expected.isEmpty else { return [] }
    return candidate.preamble.filter { line in !expected.contains { line.hasPrefix($0) } }
      .map { "the mapping does not expect the line \(quoted($0)) before the headings" }
  }

  private func typed(_ column: Int) -> String { match.cells[column].map { match.typed[$0] } ?? "" }
}
