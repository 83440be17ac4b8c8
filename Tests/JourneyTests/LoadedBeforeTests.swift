import Testing

/// A row that an earlier load took changes nothing when it comes again, whatever became of its record.
@Suite struct `A row loaded before` {
  /// Five people without a TRN: P1 to P5.
  private static let people = """
    Name,School URN,Current role
    Ivy Moss,990001,Teacher
    Kim Smith,990002,Teacher
    Tom Oak,990003,Teacher
    Sue Elm,990004,Teacher
    Zia Ahm,990005,Teacher

    """

  private func load(_ place: Workspace, _ text: String, as kind: String = "people") throws
    -> Workspace.Answer
  {
    try place.write("again.csv", text)
    return try place.talent("load", kind, "again.csv")
  }

  private func expectUnchanged(
    _ place: Workspace, _ text: String = people, noting notes: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let people = "select string_agg(person::text, ';' order by number) from person"
    let before = try place.scalar(people)
    let answer = try load(place, text)
    #expect(
      answer.code == 0 && answer.out.contains("0 created, 0 updated")
        && answer.out.contains("0 rejected"), "\(answer.out)\(answer.complaint)",
      sourceLocation: sourceLocation)
    #expect(try place.scalar(people) == before, sourceLocation: sourceLocation)
    for note in notes {
      #expect(
        answer.complaint.contains(note), "\(answer.complaint)", sourceLocation: sourceLocation)
    }
    if notes.isEmpty {
      #expect(
        !answer.complaint.contains("loaded before"), "\(answer.complaint)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func `is of the person it made, moved, renamed or given a TRN by a later load`() throws {
    let place = try Workspace(people: Self.people)
    defer { place.remove() }
    let later = try load(
      place,
      """
      Person,Name,TRN,School URN,Current role
      P1,Ivy Moss,2200001,990011,Teacher
      P2,Kimberley Smith,,990002,Teacher
      P3,Tom Oak,,990013,Teacher
      P4,Sue Elm,,990004,Headteacher

      """)
    #expect(later.out.contains("4 updated"), "\(later.out)\(later.complaint)")
    try expectUnchanged(
      place,
      noting: [
        "again.csv:2: note: this very row was loaded before, and load 3 has changed P1 since: that stays\n"
          + "  Try: talent loads undo 3 takes that load back; of somebody else, add a column Person with new\n",
        "and load 3 has changed P2 since",
      ])
    let edited = try load(place, Self.people + "Jo Ash,990006,Teacher\n")
    #expect(edited.out.contains("1 created, 0 updated, 5 unchanged"), "\(edited.out)")
    #expect(try place.talent("loads", "undo", "3").code == 0)
    try expectUnchanged(place)
    #expect(try place.scalar("select home_school from person where number = 3") == "990003")
  }

  @Test func `is of the person it made, given a TRN otherwise than by a row of theirs`() throws {
    let place = try Workspace(people: Self.people)
    defer { place.remove() }
    #expect(try place.talent("person", "edit", "P1", "--trn", "2200001").code == 0)
    let designated = try load(
      place,
      """
      Person,Name,TRN,Home school URN,Designation,Designated on,Specialisms
      P2,Kim Smith,2200002,990002,SLE,01/09/2026,Phonics

      """, as: "designations")
    #expect(designated.code == 0, "\(designated.out)\(designated.complaint)")
    try expectUnchanged(place)
  }

  @Test func `is of whom its person became part of`() throws {
    let place = try Workspace(people: Self.people)
    defer { place.remove() }
    for text in [
      "Name,TRN,School URN,Current role\nZia Ahmed,2300001,990005,Teacher\n",
      "Person,Name,School URN,Strengths\nP5,Zia Ahm,990005,Maths\n",
    ] {
      #expect(try load(place, text).code == 0)
    }
    let said = ["--by", "Ann", "--reason", "the same"]
    #expect(try place.talent(["person", "merge", "P6", "P5"] + said).code == 0)
    try expectUnchanged(place, noting: ["and load 4 has changed P6 since"])
    #expect(
      try load(place, "Name,TRN,School URN,Current role\nZia Ahmed,2300001,990015,Headteacher\n")
        .out.contains("1 updated"))
    try expectUnchanged(place, noting: ["and load 4 has changed P6 since"])
    try expectUnchanged(place, "Person,Name,School URN,Strengths\nP5,Zia Ahm,990005,Maths\n")
  }

  @Test func `of somebody with a TRN puts no older values back`() throws {
    let place = try Workspace(people: Self.people)
    defer { place.remove() }
    let sheet = { (role: String) in
      "Name,TRN,School URN,Current role\nAda Okoro,1234567,990001,\(role)\n"
    }
    #expect(try load(place, sheet("Teacher")).out.contains("This is load 3"))
    #expect(try load(place, sheet("Headteacher")).out.contains("This is load 4"))
    try expectUnchanged(
      place, sheet("Teacher"),
      noting: [
        "and load 4 has changed P6 since: that stays\n  Try: talent loads undo 4 takes that load back\n"
      ])
    try place.write("again.csv", sheet("Teacher"))
    #expect(
      try place.talent("load", "people", "again.csv").out.contains("These very rows are load 3."))
    #expect(try place.talent("loads", "undo", "4").code == 0)
    try expectUnchanged(place, sheet("Teacher"))
    #expect(try load(place, sheet("Headteacher")).out.contains("1 updated"))
  }

  @Test func `and taken back is a new one`() throws {
    let place = try Workspace(people: Self.people)
    defer { place.remove() }
    #expect(try load(place, Self.people + "Jo Ash,990006,Teacher\n").out.contains("1 created"))
    for number in ["3", "2"] { #expect(try place.talent("loads", "undo", number).code == 0) }
    #expect(try load(place, Self.people).out.contains("5 created"))
  }

  @Test func `of a kind whose records keep no row is known too`() throws {
    let place = try Workspace(people: Self.people)
    defer { place.remove() }
    let until = { (month: Int) in "Person,Available from,Available until\nP1,,31/0\(month)/2027\n" }
    #expect(try load(place, until(3), as: "availability").out.contains("1 updated"))
    #expect(
      try place.talent("person", "edit", "P1", "--available-until", "31/12/2026").code == 0)
    let again = try load(place, until(3), as: "availability")
    #expect(again.out.contains("1 unchanged"), "\(again.out)")
    #expect(!again.complaint.contains("loaded before"), "\(again.complaint)")
    #expect(try load(place, until(5), as: "availability").out.contains("1 updated"))
    let older = try load(place, until(3), as: "availability")
    #expect(older.out.contains("1 unchanged"), "\(older.out)")
    #expect(older.complaint.contains("load 5 has changed P1 since"), "\(older.complaint)")
  }
}
