import Testing

@testable import Loading

/// Headings nobody has listed, over cells that say what they are.
@Suite struct OddHeadingsDraftTests {
  private func draft(_ text: String, kind: String? = nil) throws -> MappingDraft {
    let sketch = try #require(try SheetSketch.all(of: sheetFile(Array(text.utf8))).first)
    return try #require(
      MappingDraft(of: sketch, named: "a.csv", kind: kind, vocabulary: .ofTheDomain))
  }

  private static let staffList = """
    Staff list - Elm Trust,,,,,,
    Name of candidate,Teacher reference no,DfE school no,Post held,Wants to be,When ready?,Areas of expertise
    "Ash, Ann",00/12345,100008,DHT,Head,1-2 years,Maths / Phonics
    "Birch, Bea",76/54321,100009,Teacher,AHT,Ready now,Phonics

    """

  @Test func `names, numbers and readiness are a list of people`() throws {
    let draft = try draft(Self.staffList)
    #expect(draft.kind == "people" && draft.lacks == [], "\(draft.text)")
    for line in [
      "  Name: Name of candidate", "  TRN: Teacher reference no", "  School URN: DfE school no",
      "  Current role: Post held", "  Aspiration: Wants to be", "  Readiness: \"When ready?\"",
      "  Strengths: Areas of expertise",
    ] { #expect(draft.text.contains(line), "\(line) in \(draft.text)") }
  }

  @Test func `a number of a teacher is no setting`() throws {
    let draft = try draft(Self.staffList, kind: "posts")
    #expect(!draft.text.contains("Setting:"), "\(draft.text)")
  }

  @Test func `two rows tell numbers and words under headings nobody knows`() throws {
    let draft = try draft(
      """
      Name,Nr,Ort,Wann,Notes
      Ann Ash,00/12345,100008,1-2 years,a
      Bea Birch,76/54321,100009,Ready now,

      """)
    #expect(draft.kind == "people" && draft.lacks == [], "\(draft.text)")
    for line in ["  TRN: Nr ", "  School URN: Ort ", "  Readiness: Wann "] {
      #expect(draft.text.contains(line), "\(line) in \(draft.text)")
    }
  }
}
