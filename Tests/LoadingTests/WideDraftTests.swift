import Domain
import Testing

@testable import Loading

/// Drafts of very wide sheets: what is asked of a column is asked once.
@Suite struct WideDraftTests {
  private func drafted(columns: Int, rows: Int) throws -> (draft: MappingDraft, took: Duration) {
    var lines = [(0..<columns).map { "Name \($0)" }.joined(separator: ",")]
    for row in 0..<rows {
      lines.append((0..<columns).map { "word \(row * $0)" }.joined(separator: ","))
    }
    let sketch = try #require(
      try SheetSketch.all(of: sheetFile(Array(lines.joined(separator: "\n").utf8))).first)
    var draft: MappingDraft?
    let took = ContinuousClock().measure {
      draft = MappingDraft(of: sketch, named: "a.csv", vocabulary: .ofTheDomain)
    }
    return (try #require(draft), took)
  }

  @Test(arguments: [4, 8])
  func `ten times the columns take about ten times as long`(_ rows: Int) throws {
    let few = try drafted(columns: 100, rows: rows)
    let many = try drafted(columns: 1_000, rows: rows)
    #expect(many.draft.text.contains("Name 999"))
    #expect(many.took < few.took * 40, "\(few.took) and \(many.took)")
  }
}
