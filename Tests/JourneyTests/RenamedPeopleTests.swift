import Testing

/// What a sheet may do to the name of somebody who is stored: one truth, and every change said.
@Suite struct `Renamed people` {
  private func county() throws -> Workspace {
    try Workspace(
      people: """
        Surname,Forename,TRN,School URN
        Smith,Anna,1234567,990001
        Smith,Robert,1234568,990002

        """)
  }

  private func load(_ place: Workspace, _ text: String, as kind: String = "people") throws
    -> Workspace.Answer
  {
    try place.write("names.csv", text)
    return try place.talent("load", kind, "names.csv")
  }

  private func first(_ place: Workspace) throws -> String? {
    try place.scalar(
      "select concat_ws('|', name, family_name, given_name) from person where number = 1")
  }

  @Test func `a name without its surname takes the parts kept apart along, and back is said too`()
    throws
  {
    let place = try county()
    defer { place.remove() }
    let wed = try load(place, "Name,TRN,School URN\nAnna Taylor,1234567,990001\n")
    #expect(
      wed.complaint.contains(
        "Name: note: P1 is stored as \"Anna Smith\": the name is updated to \"Anna Taylor\"; surname and forename are no longer kept apart"
      ), "\(wed.complaint)")
    #expect(try first(place) == "Anna Taylor")
    let back = try load(
      place, "Surname,Forename,TRN,School URN,Notes\nSmith,Anna,1234567,990001,x\n")
    #expect(
      back.complaint.contains(
        "P1 is stored as \"Anna Taylor\": the name is updated to \"Anna Smith\""),
      "\(back.complaint)")
    #expect(try first(place) == "Anna Smith|Smith|Anna")
    let undone = try place.talent("loads", "undo", "4")
    #expect(undone.code == 0, "\(undone.complaint)")
    #expect(try first(place) == "Anna Taylor")
  }

  @Test(arguments: [
    "Mrs Smith", "A. Smith", "Smith", "Mrs A Smith", "Anna", "SMITH, A", "A. J. Smith",
    "A Smith-Lee",
  ])
  func `a name that says less changes nothing, and that is said`(_ name: String) throws {
    let place = try county()
    defer { place.remove() }
    let answer = try load(place, "Name,TRN,School URN\n\"\(name)\",1234567,990001\n")
    #expect(answer.code == 0 && answer.out.contains("1 unchanged"), "\(answer.out)")
    let said = name == "SMITH, A" ? "A SMITH" : name
    #expect(
      answer.complaint.contains(
        "P1 is stored as \"Anna Smith\", and \"\(said)\" says less: \"Anna Smith\" is kept"),
      "\(name): \(answer.complaint)")
    #expect(try first(place) == "Anna Smith|Smith|Anna")
  }

  @Test(arguments: ["ANNA SMITH", "anna smith", "Smith Anna", "Mrs Anna Smith", "Anna  Smith"])
  func `capitals, a title and the order change nobody`(_ name: String) throws {
    let place = try county()
    defer { place.remove() }
    let answer = try load(place, "Name,TRN,School URN\n\(name),1234567,990001\n")
    #expect(answer.code == 0 && answer.out.contains("1 unchanged"), "\(answer.out)")
    #expect(!answer.complaint.contains("P1"), "\(answer.complaint)")
    #expect(try first(place) == "Anna Smith|Smith|Anna")
  }

  @Test func `parts in capitals are kept as the name is spelled`() throws {
    let place = try county()
    defer { place.remove() }
    _ = try load(place, "Name,TRN,School URN\nJoanna Ann O’Neill-Ash,1234569,990003\n")
    let parts =
      "select concat_ws('|', name, family_name, given_name) from person where trn = '1234569'"
    let answer = try load(
      place, "Surname,Forename,TRN,School URN\nO’NEILL-ASH,JOANNA ANN,1234569,990003\n")
    #expect(answer.code == 0, "\(answer.complaint)")
    #expect(try place.scalar(parts) == "Joanna Ann O’Neill-Ash|O’Neill-Ash|Joanna Ann")
  }

  @Test func `a fuller name and another surname replace it, and that is said`() throws {
    let place = try county()
    defer { place.remove() }
    for (row, stored) in [
      ("Anna Jane Smith", "Anna Jane Smith|Smith|Anna"),
      ("Ánna Jane Smith", "Ánna Jane Smith|Smith|Ánna"),
      ("Ánna Jane Smith-Jones", "Ánna Jane Smith-Jones|Smith|Ánna"),
    ] {
      let answer = try load(place, "Name,TRN,School URN\n\(row),1234567,990001\n")
      #expect(
        answer.complaint.contains("the name is updated to \"\(row)\"\n"), "\(answer.complaint)")
      #expect(try first(place) == stored)
    }
    let apart = try load(
      place, "Surname,Forename,TRN,School URN\nMorgan,Anna,1234567,990001\n")
    #expect(
      apart.complaint.contains("the name is updated to \"Anna Morgan\""), "\(apart.complaint)")
    #expect(try first(place) == "Anna Morgan|Morgan|Anna")
  }

  @Test func `a surname spelled in another way is so in all three`() throws {
    let place = try county()
    defer { place.remove() }
    _ = try load(place, "Surname,Forename,TRN,School URN\nde souza,Maria,1234569,990003\n")
    let answer = try load(place, "Name,TRN,School URN\nMaria De Souza,1234569,990003\n")
    #expect(answer.complaint.contains("is updated to \"Maria De Souza\"\n"), "\(answer.complaint)")
    #expect(
      try place.scalar("select family_name || given_name from person where trn = '1234569'")
        == "De SouzaMaria")
  }

  @Test func `a particle in common is no name in common`() throws {
    let place = try county()
    defer { place.remove() }
    #expect(try load(place, "Name,TRN,School URN\nAna de Souza,1234569,990003\n").code == 0)
    let answer = try load(place, "Name,TRN,School URN\nMaria de Silva,1234569,990003\n")
    #expect(answer.code == 3)
    #expect(
      answer.complaint.contains("whose forename and surname are both different"),
      "\(answer.complaint)")
  }

  @Test func `somebody else's number renames nobody`() throws {
    let place = try county()
    defer { place.remove() }
    let other = try load(place, "Surname,Forename,TRN,School URN\nSmith,Zoe,1234567,990005\n")
    #expect(other.code == 3)
    #expect(
      other.complaint.contains(
        "this TRN belongs to P1, of another school and with another forename"),
      "\(other.complaint)")
    let moved = try load(place, "Surname,Forename,TRN,School URN\nLee,Anna,1234567,990005\n")
    #expect(moved.complaint.contains("is updated to \"Anna Lee\""), "\(moved.complaint)")
    let hyphen = try load(
      place, "Surname,Forename,TRN,School URN\nLee,Anna-Mae,1234567,990005\n")
    #expect(hyphen.complaint.contains("is updated to \"Anna-Mae Lee\""), "\(hyphen.complaint)")
    let space = try load(
      place, "Surname,Forename,TRN,School URN\nLee,Anna Mae,1234567,990005\n")
    #expect(space.complaint.contains("is updated to \"Anna Mae Lee\""), "\(space.complaint)")
  }

  @Test func `two rows of a new name at one school are not two people unsaid`() throws {
    let place = try county()
    defer { place.remove() }
    let rows = """
      Name,Home school URN,Designation,Designated on,Specialisms
      Una Vale,990003,SLE,01/09/2025,
      Mrs Una Vale,990003,SFSL,01/09/2025,

      """
    let answer = try load(place, rows, as: "designations")
    #expect(answer.code == 3)
    #expect(
      answer.complaint.contains(
        "names.csv:3:Person: possible duplicate: this row resembles line 2"),
      "\(answer.complaint)")
  }

  @Test func `a name people are known by stays where the sheet repeats the parts`() throws {
    let place = try county()
    defer { place.remove() }
    let known = try load(
      place, "Name,Surname,Forename,TRN,School URN\nBob Smith,Smith,Robert,1234568,990002\n")
    #expect(known.complaint.contains("is updated to \"Bob Smith\""), "\(known.complaint)")
    let apart = try load(
      place, "Surname,Forename,TRN,School URN,Notes\nSmith,Robert,1234568,990002,x\n")
    #expect(!apart.complaint.contains("P2"), "\(apart.complaint)")
    #expect(
      try place.scalar("select name || given_name from person where number = 2")
        == "Bob SmithRobert")
  }

  @Test func `a row loaded before leaves a name that was changed since`() throws {
    let place = try county()
    defer { place.remove() }
    let rows =
      "Name,TRN,Home school URN,Designation,Designated on,Specialisms\n"
      + "Anna Reed,1234567,990001,SLE,01/09/2025,\n"
    let first = try load(place, rows, as: "designations")
    #expect(first.complaint.contains("is updated to \"Anna Reed\""), "\(first.complaint)")
    #expect(try place.talent("person", "edit", "P1", "--name", "Anna Webb").code == 0)
    let again = try load(place, rows, as: "designations")
    #expect(!again.complaint.contains("P1"), "\(again.complaint)")
    #expect(again.out.contains("1 unchanged"), "\(again.out)")
    #expect(try self.first(place) == "Anna Webb")
  }

  @Test func `the order of a new person's rows decides neither name nor home`() throws {
    let rows = [
      "A Lee,2222222,990001,SLE,01/09/2025,", "Anna Lee,2222222,990001,SFSL,01/09/2025,",
      "Lee,2222222,990001,NLE,01/09/2025,",
    ]
    for order in [rows, rows.reversed()] {
      let place = try county()
      defer { place.remove() }
      let sheet = ["Name,TRN,Home school URN,Designation,Designated on,Specialisms"] + order
      let answer = try load(
        place, sheet.joined(separator: "\n") + "\n", as: "designations")
      #expect(answer.code == 0, "\(answer.complaint)")
      #expect(
        answer.complaint.contains("line 3 has the same person as \"Anna Lee\": that name is taken"),
        "\(answer.complaint)")
      #expect(try place.scalar("select name from person where trn = '2222222'") == "Anna Lee")
    }
    let place = try county()
    defer { place.remove() }
    let torn = try load(
      place,
      """
      Name,TRN,Home school URN,Designation,Designated on,Specialisms
      Bo Lee,2222223,990001,SLE,01/09/2025,
      Anna Roe,2222223,990002,SFSL,01/09/2025,

      """, as: "designations")
    #expect(torn.code == 3)
    for said in [
      "names.csv:3:Name: line 2 has the same person by another name",
      "names.csv:3:Home school URN: line 2 has another home for the same person",
    ] { #expect(torn.complaint.contains(said), "\(torn.complaint)") }
  }

  @Test func `by hand a new name drops the parts it is without, and a new surname changes it`()
    throws
  {
    let place = try county()
    defer { place.remove() }
    #expect(try place.talent("person", "edit", "P1", "--family", "Miller").code == 0)
    #expect(try first(place) == "Anna Miller|Miller|Anna")
    #expect(try place.talent("person", "edit", "P1", "--name", "Anna Webb").code == 0)
    #expect(try first(place) == "Anna Webb")
    let odd = try place.talent("person", "edit", "P1", "--family", "Reed")
    #expect(odd.code == 3 && odd.complaint.contains("'Reed' is not in the name Anna Webb"))
    let both = try place.talent("person", "edit", "P1", "--family", "Reed", "--name", "Anna Reed")
    #expect(both.code == 0, "\(both.complaint)")
    #expect(try first(place) == "Anna Reed|Reed")
  }
}
