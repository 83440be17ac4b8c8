import Testing

/// Who became part of another is found by the number and the TRN they had.
@Suite struct `People who became part of others` {
  /// P1 to P4, of whom only the first two have a TRN.
  private static let people = """
    Name,TRN,School URN,Current role
    Ann Zed,1000001,990001,Headteacher
    Una Old,1000002,990001,Headteacher
    Cy Park,,990002,Teacher
    Dee Lund,,990003,Teacher

    """
  private static let said = ["--by", "Ann", "--reason", "the same"]

  /// P2 is part of P3, and P3 of P1.
  private func chain() throws -> Workspace {
    let place = try Workspace(people: Self.people)
    for pair in [["P3", "P2"], ["P1", "P3"]] {
      #expect(try place.talent(["person", "merge"] + pair + Self.said).code == 0)
    }
    return place
  }

  private func load(_ place: Workspace, _ text: String, as kind: String) throws -> Workspace.Answer
  {
    try place.write("theirs.csv", text)
    return try place.talent("load", kind, "theirs.csv")
  }

  private func withoutToday(_ text: String) -> String {
    text.replacing(/since \d+ \w+ \d+/, with: "since 23 Nov 2026")
  }

  private static let note =
    "theirs.csv:2:Person: note: P2 is part of P1 since 23 Nov 2026: the row is taken as of P1\n"

  private static let sheets = [
    ("people", "Person,Name,School URN,Notes\nP2,Una Old,990001,x\n", "1 updated"),
    ("people", "Person,Name,TRN,School URN,Notes\nP2,Una Old,1000002,990001,y\n", "1 updated"),
    ("people", "Person,Name,TRN,School URN,Notes\nP1,Una Old,1000002,990001,z\n", "1 updated"),
    (
      "designations",
      "Person,Name,School URN,Designation,Designated on,Specialisms\nP2,Una Old,990001,SLE,01/09/2026,Art\n",
      "1 created"
    ), ("steps", "Person,Name,Career step\nP2,Una Old,NPQH\n", "1 created"),
    ("steps", "Person,TRN,Name,Career step\nP2,1000002,Una Old,NPQEL\n", "1 created"),
    ("readiness", "Person,Post,Readiness\nP2,Headteacher,Ready now\n", "1 created"),
    ("programmes", "Person,Programme\nP2,NPQH\n", "1 created"),
    ("availability", "Person,Available from,Available until\nP2,01/02/2027,\n", "1 updated"),
    ("vetting", "Person,Vetted on,Vetted by\nP2,01/02/2026,Bo\n", "1 updated"),
    ("conflicts", "Person,School URN,Kind,Why\nP2,990002,Conflict,married\n", "1 created"),
    (
      "placements",
      "Person,School URN,Kind,From,To,Days,Role\nP2,990004,Deployment,01/09/2025,01/10/2025,3,SLE\n",
      "1 created"
    ), ("posts", "School URN,Post,Incumbent,Person\n990001,Headteacher,Una Old,P2\n", "1 created"),
  ]

  @Test func `are who stayed in every sheet`() throws {
    let place = try chain()
    defer { place.remove() }
    for (kind, text, outcome) in Self.sheets {
      let answer = try load(place, text, as: kind)
      #expect(
        answer.code == 0 && answer.out.contains(outcome),
        "\(kind): \(answer.out)\(answer.complaint)")
      let noted = withoutToday(answer.complaint)
      #expect(noted.contains(Self.note) == text.contains("P2"), "\(answer.complaint)")
    }
    #expect(
      try place.scalar("select name || trn from person where number = 1") == "Ann Zed1000001")
    #expect(try place.scalar("select incumbent from post") == "1")
  }

  @Test func `are who stayed by the TRN they had, which is said`() throws {
    let place = try chain()
    defer { place.remove() }
    for (kind, text) in [
      ("people", "TRN,Name,School URN,Notes\n1000002,Una Old,990001,x\n"),
      ("steps", "TRN,Name,Career step\n1000002,Una Old,NPQH\n"),
    ] {
      let answer = try load(place, text, as: kind)
      #expect(answer.code == 0)
      let noted = withoutToday(answer.complaint)
      #expect(
        noted.contains(
          "theirs.csv:2:TRN: note: it is that of P2, who is part of P1 since 23 Nov 2026: the row is taken as of P1\n"
        ), "\(kind): \(answer.complaint)")
    }
  }

  @Test func `are one person in a sheet that has both`() throws {
    let place = try chain()
    defer { place.remove() }
    let both = try load(
      place, "Person,Name,School URN,Notes\nP1,Ann Zed,990001,x\nP2,Una Old,990001,y\n",
      as: "people")
    #expect(both.code == 3, "\(both.out)")
    #expect(both.complaint.contains("this row and line 2 are both P1"), "\(both.complaint)")
    let stranger = try load(place, "Person,Name,School URN\nP9,Una Old,990001\n", as: "people")
    #expect(stranger.complaint.contains("there is no person P9"), "\(stranger.complaint)")
  }

  @Test func `are who stayed in every command`() throws {
    let place = try chain()
    defer { place.remove() }
    for command in [
      ["person", "show", "P2"],
      ["person", "edit", "P2", "--notes", "met"],
      ["person", "compare", "P2", "P4"], ["placement", "list", "--person", "P2"],
      ["conflict", "add", "P2", "990004", "--because", "married"],
      ["duplicates", "dismiss", "P2", "P4"] + Self.said, ["find", "P2"],
    ] {
      let answer = try place.talent(command)
      #expect(answer.code == 0, "\(command): \(answer.complaint)")
      #expect(answer.complaint.contains("note: P2 is part of P1 since "), "\(command)")
    }
    #expect(
      try place.talent("person", "show", "1000002").complaint.contains("is part of P1 since "))
    #expect(try place.scalar("select notes from person where number = 1") == "met")
    let same = try place.talent(["person", "merge", "P1", "P2"] + Self.said)
    #expect(same.complaint.contains("both are P1: there is nothing to merge"), "\(same.complaint)")
    #expect(try place.talent("find", "P9").complaint.isEmpty)
  }

  @Test func `are parted in the order they were merged, the last first`() throws {
    let place = try chain()
    defer { place.remove() }
    #expect(try place.talent(["person", "merge", "P1", "P4"] + Self.said).code == 0)
    let early = try place.talent(["person", "unmerge", "P2"] + Self.said)
    #expect(early.code == 5)
    #expect(
      early.complaint
        == """
        talent: P4 became part of P1 after P2 became part of P3; nothing was changed now
          Try: talent person unmerge P4 --by NAME --reason WHY, then talent person unmerge P3 --by NAME --reason WHY first

        """, "\(early.complaint)")
    for gone in ["P4", "P3", "P2"] {
      let parted = try place.talent(["person", "unmerge", gone] + Self.said)
      #expect(parted.code == 0, "\(parted.complaint)")
    }
    #expect(try place.scalar("select count(*) from person") == "4")
  }

  @Test func `stay part of whom somebody has edited since`() throws {
    let place = try chain()
    defer { place.remove() }
    #expect(try place.talent("person", "edit", "P1", "--notes", "met").code == 0)
    let edited = try place.talent(["person", "unmerge", "P2"] + Self.said)
    #expect(
      edited.complaint.contains("P1 was changed since P3 became part of them (person); nothing"),
      "\(edited.complaint)")
  }
}
