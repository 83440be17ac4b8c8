import Domain
import Testing

@testable import Loading

/// Drafts of sheets that have no headings, hardly any rows, or headings that only look like ours.
@Suite struct NoHeadingsDraftTests {
  private func draft(_ text: String, kind: String? = nil) throws -> MappingDraft? {
    let sketch = try #require(try SheetSketch.all(of: sheetFile(Array(text.utf8))).first)
    return MappingDraft(of: sketch, named: "a.csv", kind: kind, vocabulary: .ofTheDomain)
  }

  @Test(arguments: [
    "Ann Abel;0012345;990004;Headteacher;Maths\nBo Bell;0012346;990005;Teacher;English\n",
    "Kol1,Kol2,Kol3\nBo Bell,0012346,Teacher\n",
    "Kol1,Kol2,Kol3\nBo Bell,Elm,Teacher\nCy Cole,Oak,Teacher\n",
    "Ann Abel,Teacher,Maths\nBo Bell,Teacher,English\n",
  ])
  func `a row of somebody is no row of headings`(_ text: String) throws {
    #expect(try draft(text, kind: "people")?.text == nil)
    #expect(try draft(text)?.text == nil)
  }

  @Test func `a TRN is no URN and a code no postcode, however alike their names`() throws {
    let needs = try draft(
      "TRN,Start date,End date\n1234567,01/09/2026,31/12/2026\n1234568,01/09/2026,31/12/2026\n")
    #expect(needs?.text.contains("School URN: TRN") != true, "\(needs?.text ?? "")")
    let settings = try draft("Code,Name,Kind\nNUR1,Elm,nursery\nNUR2,Oak,nursery\n")
    #expect(settings?.text.contains("Postcode: Code") != true, "\(settings?.text ?? "")")
  }

  @Test func `the cells of one row are looked at`() throws {
    let text = """
      Staff;Teacher Ref No.;Base school URN;Ideal job;Perf;Pot
      Ann Abel;0012345;990004;Headteacher;2;3
      """
    let draft = try #require(try draft(text))
    #expect(draft.kind == "people", "\(draft.text)")
    #expect(draft.text.contains("  Potential (1-3): Pot"), "\(draft.text)")
    #expect(draft.lacks.isEmpty, "\(draft.text)")
  }

  @Test func `alliances with their schools are clusters`() throws {
    let draft = try #require(
      try draft(
        "Alliance name,Alliance type,Member URN\nElm,family,990001\nElm,family,990002\nOak,triad,990003\n"
      ))
    #expect(draft.kind == "clusters" && draft.lacks.isEmpty, "\(draft.text)")
  }

  @Test func `the refused rows of a known sheet are known too`() throws {
    var mapping = SheetMapping(name: "elm", place: "elm.yaml", kind: "people", about: "", text: "")
    mapping.columns = [
      .init(heading: "Name", typed: ["Who"], line: 1),
      .init(heading: "TRN", typed: ["Teacher ref"], line: 2),
    ]
    for headings in ["Who,Teacher ref", "Reason,Who,Teacher ref"] {
      let sketch = try #require(
        try SheetSketch.all(of: sheetFile(Array("\(headings)\na,b,c\n".utf8))).first)
      #expect(mapping.fitsExactly(sketch), "\(headings)")
    }
  }
}
