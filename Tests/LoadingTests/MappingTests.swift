import Domain
import Testing

@testable import Loading

/// A known spreadsheet is read by its mapping, and an unknown one gets one proposed.
@Suite struct MappingTests {
  private func mapping(_ change: (inout SheetMapping) -> Void = { _ in }) -> SheetMapping {
    var mapping = SheetMapping(
      name: "elm", place: "elm.yaml", kind: "people", about: "", text: "")
    mapping.columns = [
      .init(heading: "Name", typed: ["Who"], line: 1),
      .init(heading: "School URN", typed: ["DfE no", "DfE"], line: 2),
      .init(heading: "Aspiration", typed: ["Role"], line: 3),
      .init(heading: "Strengths", typed: ["Good at"], line: 4),
    ]
    mapping.separators = [.init(heading: "Strengths", typed: ",", means: "", line: 5)]
    mapping.values = [
      .init(heading: "Strengths", typed: "SATS", means: "Assessment", line: 6),
      .init(heading: "Aspiration", typed: "top job", means: "Headteacher", line: 7),
      .init(heading: "Aspiration", typed: "n/k", means: "", line: 8),
    ]
    mapping.ignored = ["Current role"]
    mapping.preamble = ["Elm LA"]
    change(&mapping)
    return mapping
  }

  private func rows(_ sheet: String, _ mapping: SheetMapping) throws -> Reading<PersonDraft> {
    try reading(Layout.people.mapped(by: mapping, vocabulary: .ofTheDomain), sheet)
  }

  @Test func `headings, words and separators are the sheet's own`() throws {
    let sheet = """
      Elm LA talent
      Who,DfE,Role,Good at,Current role
      Ann Lee,109461,Top Job,"SATS, Maths",anything
      Bob Ray,109461,N/K,,anything
      Cy Dow,109461,Headteacher,Maths,anything
      """
    let read = try rows(sheet, mapping())
    #expect(read.drafts.map(\.aspiration) == ["Headteacher", nil, "Headteacher"])
    #expect(read.drafts.map(\.strengths) == [["Assessment", "Maths"], [], ["Maths"]])
    #expect(read.drafts.map(\.role) == [nil, nil, nil])
    #expect(read.findings == [])
    #expect(
      read.report.announcements == [
        "headings read: \"Who\" as Name, \"DfE\" as School URN, \"Role\" as Aspiration, \"Good at\" as Strengths"
      ])
  }

  @Test func `a word nobody translated is refused as the sheet has it`() throws {
    let read = try rows("Who,DfE,Good at,Role\nAnn Lee,109461,\"Maths, Zumba\",\n", mapping())
    #expect(read.rows.isEmpty)
    #expect(read.findings == ["2:Good at: \"Zumba\" is not a specialism"])
  }

  @Test func `a line before the headings that nobody expects is named`() throws {
    let read = try rows("Oak LA\nWho,DfE\nAnn Lee,109461\n", mapping())
    #expect(
      read.report.announcements.first
        == "the mapping does not expect the line \"Oak LA\" before the headings")
  }

  @Test func `what does not fit the kind is refused with its line`() throws {
    let wrong = mapping {
      $0.columns.append(.init(heading: "Aspirations", typed: ["A"], line: 9))
      $0.columns.append(.init(heading: "Notes", typed: ["Who"], line: 10))
      $0.values.append(.init(heading: "Readiness", typed: "x", means: "Soonish", line: 11))
      $0.separators.append(.init(heading: "Notes", typed: ",", means: "", line: 12))
      $0.columns.remove(at: 1)
    }
    let refusal = #expect(throws: MappingRefusal.self) {
      try Layout.people.mapped(by: wrong, vocabulary: .ofTheDomain)
    }
    let flaws = refusal?.flaws ?? []
    #expect(flaws.map(\.line) == [9, 10, 0, 12, 11])
    #expect(flaws.first?.says == "people have no column \"Aspirations\"")
    #expect(flaws.first?.hint == "Aspiration")
    #expect(flaws[1].says == "\"Who\" stands for both Name and Notes")
    #expect(flaws[2].says == "no heading of the sheet is School URN or Setting")
  }

  @Test func `a sheet fits exactly when every heading is accounted for`() throws {
    func fits(_ headings: String) throws -> Bool {
      let sheet = sheetFile(Array("\(headings)\n1,2,3,4,5\n".utf8), pieces: 7)
      return try SheetSketch.all(of: sheet).contains { mapping().fitsExactly($0) }
    }
    #expect(try fits("Who,DfE,Role,Good at"))
    #expect(try fits("Elm LA,,,\nWho,DfE no,Role,Good at,Current role"))
    #expect(try !fits("Who,DfE,Role"))
    #expect(try !fits("Who,DfE,Role,Good at,Shoe size"))
  }

  @Test func `a sheet of headings nobody knows is drafted from what its cells hold`() throws {
    let text = """
      Our people,,,,,,
      Wer,Nr,Ort,Haus,Jetzt,Traum,Wann
      Ann Lee,1234567,109461,Elm Primary School,Headteacher,Executive headteacher,now
      Bob Ray,0034567,109462,Oak Academy,Deputy head,Headteacher,1-2 years
      Cy Dow,1234599,109463,Oak Academy,AHT,Deputy head,Not yet
      """
    let file = sheetFile(Array(text.utf8), pieces: 100)
    let sketch = try #require(try SheetSketch.all(of: file).first)
    let draft = try #require(
      MappingDraft(of: sketch, named: "pool.csv", vocabulary: .ofTheDomain))
    #expect(draft.kind == "people" && draft.lacks == [], "\(draft.text)")
    for line in [
      "  Name: Wer   # by what", "  TRN: Nr   # by what", "  School URN: Ort   # by what",
      "  Readiness: Wann   # by what", "  # Haus was not placed",
      "  # Jetzt was not placed: its cells would fit Current role or Aspiration",
      "  - Our people\n",
    ] { #expect(draft.text.contains(line), "\(line) in \(draft.text)") }
  }

  @Test func `a school's name is no URN, however few rows there are`() throws {
    let text = "Who,DfE no.,School\n\"Ashby, Ann\",109432,Livingstone\n"
    let sketch = try #require(try SheetSketch.all(of: sheetFile(Array(text.utf8))).first)
    let draft = try #require(
      MappingDraft(of: sketch, named: "pool.csv", vocabulary: .ofTheDomain))
    #expect(draft.lacks == [])
    for line in ["  Name: Who ", "  School URN: \"DfE no.\" ", "  # School was not placed"] {
      #expect(draft.text.contains(line), "\(line) in \(draft.text)")
    }
  }

  @Test func `a column of names is no column of people's numbers, and decoration does not matter`()
    throws
  {
    let text = """
      Person name,Ref,School no.,Post held,Wants to be,Readiness*,Next_step_due
      Ann Lee,1234567,109461,DHT,Headteacher,Ready now,1st Sept 2027
      Bob Ray,0034567,109462,AHT,DHT,Not yet,1st Sept 2027
      Cy Dow,1234599,109463,Headteacher,,Not yet,Wed 1 Sept 2027
      """
    let sketch = try #require(try SheetSketch.all(of: sheetFile(Array(text.utf8))).first)
    let draft = try #require(
      MappingDraft(of: sketch, named: "pool.csv", vocabulary: .ofTheDomain))
    #expect(draft.kind == "people" && draft.lacks == [], "\(draft.text)")
    for line in [
      "  Name: Person name   # by", "  TRN: Ref   # by", "  School URN: \"School no.\"   # as",
      "  Current role: Post held   # as", "  Aspiration: Wants to be   # as",
      "  Readiness: \"Readiness*\"\n", "  Next step due: \"Next_step_due\"\n",
    ] { #expect(draft.text.contains(line), "\(line) in \(draft.text)") }
  }

  @Test func `a draft places headings by name, likeness and what cells hold, and loads`() throws {
    let text = """
      Talent pool 2026;;;;;;
      Full name;Teacher number;School;DfE number;Role;Areas of strenght;Gender
      Ann Lee;1234567;Elm;109461;Headteacher;Maths, Art;F
      Bob Ray;0034567;Oak;109462;Headtaecher;Art;M
      Cy Dow;1234599;Oak;109463;Headteacher;Maths, Zumba;M
      """
    let file = sheetFile(Array(text.utf8), pieces: 100)
    let sketch = try #require(try SheetSketch.all(of: file).first)
    let draft = try #require(
      MappingDraft(of: sketch, named: "pool.csv", vocabulary: .ofTheDomain))
    #expect(draft.kind == "people")
    #expect(draft.lacks == [])
    for line in [
      "  Name: Full name\n", "  TRN: Teacher number   # as", "  School URN: DfE number   # as",
      "  Current role: Role\n", "  Strengths: Areas of strenght   # by", "  Strengths: \",\"\n",
      "    Headteacher: [Headtaecher]   # please check\n", "    # Zumba is not known",
      "  # Gender was not placed", "  - Talent pool 2026\n",
    ] { #expect(draft.text.contains(line), "\(line) in \(draft.text)") }
  }

  @Test(arguments: [
    (
      "School,URN,Position,Holder,Leaving,Reason\n",
      [
        "Oak,109462,Headteacher,Ann Lee,31/08/2027,Retirement", "Elm,109463,DHT,Bo Fox,,",
        "Ash,109461,Headteacher,Cy Dow,31/12/2026,New post",
      ],
      [
        "kind: posts", "  Post: Position   # as", "  Incumbent: Holder   # as",
        "  Expected vacant from: Leaving   # as", "  Why: Reason   # as",
      ]
    ),
    (
      "Request no,URN,Type,Role,Area,Days wanted,Start,Finish,Urgency\n",
      [
        "R1,109462,Deployment,SLE,Phonics,3,04/01/2027,25/03/2027,High",
        "R2,109463,Deployment,SLE,Maths,5,04/01/2027,25/03/2027,Must fill",
        "R3,109461,Deployment,SLE,Art,2,04/01/2027,25/03/2027,Normal",
      ],
      [
        "kind: needs", "  Reference: Request no   # as", "  Kind: Type   # as",
        "  From: Start   # as", "  To: Finish   # as", "  Days: Days wanted   # as",
      ]
    ),
    (
      "Employee,URN,Job title,Wants to be,Ready?,Date judged,Hobby\n",
      [
        "Ann Lee,109462,AHT,Deputy head,now,01/09/2025,chess",
        "Bo Fox,109463,DHT,Headteacher,now,12/10/2025,",
      ],
      [
        "kind: people", "  Name: Employee   # as", "  Current role: Job title   # as",
        "  Aspiration: Wants to be   # as", "  Readiness judged on: Date judged   # as",
        "  # Hobby was not placed",
      ]
    ),
  ])
  func `what people often call a column is proposed, and loads`(
    _ headings: String, _ rows: [String], _ lines: [String]
  ) throws {
    let file = sheetFile(Array((headings + rows.joined(separator: "\n")).utf8), pieces: 100)
    let sketch = try #require(try SheetSketch.all(of: file).first)
    let draft = try #require(MappingDraft(of: sketch, named: "a.csv", vocabulary: .ofTheDomain))
    #expect(draft.lacks == [], "\(draft.text)")
    for line in lines { #expect(draft.text.contains(line), "\(line) in \(draft.text)") }
  }

  @Test
  func `two rows are enough for a base school, a reference with its zeros, an NPQ and due by`()
    throws
  {
    let text = """
      Who,DfE ref,Base school,Good at,NPQ?,Due by
      "Ash, Ann",0012345,990001,"Maths, English",NPQH,03/04/2027
      Cy Cox,7654321,990003,Phonics,NPQSL,05/06/2027
      """
    let sketch = try #require(try SheetSketch.all(of: sheetFile(Array(text.utf8))).first)
    let draft = try #require(MappingDraft(of: sketch, named: "a.csv", vocabulary: .ofTheDomain))
    #expect(draft.kind == "people" && draft.lacks == [], "\(draft.text)")
    for line in [
      "  TRN: DfE ref   # as", "  School URN: Base school   # as", "  Programmes: \"NPQ?\"   # as",
      "  Next step due: Due by   # as",
    ] { #expect(draft.text.contains(line), "\(line) in \(draft.text)") }
  }

  @Test func `nothing is proposed for headings of a letter`() throws {
    let file = sheetFile(Array("a,b\n1,2\n3,4\n5,6\n".utf8), pieces: 100)
    let sketch = try #require(try SheetSketch.all(of: file).first)
    #expect(MappingDraft(of: sketch, named: "a.csv", vocabulary: .ofTheDomain)?.text == nil)
  }

  @Test func `every heading people use stands for a column there is, and for one of a kind`() {
    for (noun, columns) in knownKinds {
      var seen: [String: String] = [:]
      for plan in columns.plans {
        for name in LikelyHeadings.names(of: plan.heading, in: noun) {
          let folded = foldedHeading(name)
          #expect(seen[folded] == nil, "\(noun): \(name)")
          seen[folded] = plan.heading
          let own = columns.byFoldedHeading[folded].map { columns.plans[$0].heading }
          #expect(own == nil || own == plan.heading, "\(noun): \(name) is \(own ?? "")")
        }
      }
    }
    for (noun, names) in LikelyHeadings.byKind {
      let columns = knownKinds.first { $0.0 == noun }?.1
      for heading in names.keys {
        #expect(columns?.plans.contains { $0.heading == heading } == true, "\(noun): \(heading)")
      }
    }
  }
}
