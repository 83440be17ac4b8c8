import Testing

/// Whom a row speaks of when it has no TRN, or names somebody in another way than they are stored.
@Suite struct `Loaded names` {
  private func county() throws -> Workspace {
    try Workspace(
      people: """
        Surname,Forename,TRN,School URN,Aspiration
        Brown,Priya,,990001,Headteacher
        Ashby,Ann,1111111,990002,
        Llewellyn,Aisha,1111112,990003,

        """)
  }

  @Test func `a name written in another way asks, one much like it is noted`() throws {
    let place = try county()
    defer { place.remove() }
    for name in [
      "\"Brown, Priya (Mrs)\"", "Mrs Priya Brown", "Priya Brown (née Smith)", "\"BROWN, Priya\"",
      "Brown Priya", "Priya  BROWN",
    ] {
      try place.write("more.csv", "Name,School URN\n\(name),990001\n")
      let answer = try place.talent("load", "people", "more.csv")
      #expect(answer.code == 3, "\(name)")
      #expect(
        answer.complaint.contains("possible duplicate: this row resembles P1"),
        "\(name): \(answer.complaint)")
    }
    for name in ["Dr P. Brown", "Priya J Brown", "Pria Brown"] {
      try place.write("more.csv", "Name,School URN\n\(name),990001\n")
      let answer = try place.talent("load", "people", "more.csv", "--dry-run")
      #expect(answer.code == 0, "\(name): \(answer.complaint)")
      #expect(
        answer.complaint.contains("note: this row is much like P1 at the same school"),
        "\(name): \(answer.complaint)")
    }
    try place.write(
      "more.csv",
      "Name,School URN\nJames Brown,990001\nPriya Brown,990002\nCy Dow,990004\nMrs Cy Dow,990004\n")
    let others = try place.talent("load", "people", "more.csv")
    #expect(!others.complaint.contains("P1"), "\(others.complaint)")
    #expect(
      others.complaint.contains("more.csv:5:Person: possible duplicate: this row resembles line 4"),
      "\(others.complaint)")
  }

  @Test func `a name is stored forename first, with one space, and a title changes nobody`() throws
  {
    let place = try county()
    defer { place.remove() }
    try place.write(
      "again.csv",
      "Name,TRN,School URN\n\"Ashby, Ann\",1111111,990002\n\"Dow,  Cy\",1111113,990002\n")
    let answer = try place.talent("load", "people", "again.csv")
    #expect(answer.out.contains("1 created, 0 updated, 1 unchanged"), "\(answer.out)")
    #expect(try place.scalar("select name from person where trn = '1111113'") == "Cy Dow")
  }

  @Test func `a wrong number in the column Person renames nobody`() throws {
    let place = try county()
    defer { place.remove() }
    try place.write("wrong.csv", "Person,Surname,Forename,School URN\nP3,Someone,Else,990003\n")
    try place.write(
      "designated.csv",
      "Person,Surname,Forename,Home school URN,Designation,Designated on,Specialisms\n"
        + "P3,Someone,Else,990003,SLE,01/09/2025,\n")
    for (kind, file) in [("people", "wrong.csv"), ("designations", "designated.csv")] {
      let answer = try place.talent("load", kind, file)
      #expect(answer.code == 3)
      #expect(
        answer.complaint.contains(
          "\(file):2:Person: this is P3, whose forename and surname are both different"),
        "\(answer.complaint)")
    }
    try place.write("turned.csv", "Person,Surname,Forename,School URN\nP3,Aisha,Llewellyn,990003\n")
    let turned = try place.talent("load", "people", "turned.csv")
    #expect(turned.code == 3 && turned.complaint.contains("the other way round"))
    try place.write("wed.csv", "Person,Surname,Forename,School URN\nP3,Morgan,Aisha,990003\n")
    let wed = try place.talent("load", "people", "wed.csv")
    #expect(wed.out.contains("1 updated") && wed.complaint.contains("the name is updated"))
  }

  @Test func `a name beside a number is known by a comma and a title`() throws {
    let place = try county()
    defer { place.remove() }
    try place.write("steps.csv", "Person,Name,Career step\nP1,\"BROWN, P (Mrs.)\",Shadow a head\n")
    let answer = try place.talent("load", "steps", "steps.csv")
    #expect(answer.code == 0, "\(answer.complaint)")
  }

  @Test func `a judgement is of the post a person is stored as aspiring to, or of none`() throws {
    let place = try county()
    defer { place.remove() }
    try place.write(
      "judged.csv",
      """
      Person,Name,School URN,Readiness,Readiness judged on
      P1,Priya Brown,990001,Ready now,01/05/2026
      P2,Ann Ashby,990002,Ready now,01/05/2026

      """)
    let answer = try place.talent("load", "people", "judged.csv", "--accept-good")
    #expect(answer.code == 3)
    #expect(
      answer.complaint.contains("judged.csv:3:Readiness: for which post?"), "\(answer.complaint)")
    #expect(answer.out.contains("0 created, 1 updated, 0 unchanged, 1 rejected"), "\(answer.out)")
    #expect(
      try place.scalar("select person || post || level from readiness") == "1HeadteacherReady now")
  }

  @Test func `a designation says where somebody else's home is, a cluster is one in any capitals`()
    throws
  {
    let place = try county()
    defer { place.remove() }
    try place.write(
      "designated.csv",
      """
      Name,TRN,Home school URN,Designation,Designated on,Specialisms,Alliance
      Ann Ashby,1111111,990003,SLE,01/09/2025,,Ouse Valley Alliance
      Aisha Llewellyn,1111112,990003,SLE,01/09/2025,,ouse  valley alliance

      """)
    let answer = try place.talent("load", "designations", "designated.csv")
    #expect(answer.code == 0, "\(answer.complaint)")
    #expect(
      answer.complaint.contains("designated.csv:2:Home school URN: note: P2 is stored at "),
      "\(answer.complaint)")
    try place.write(
      "clusters.csv", "Cluster,Kind,School URN\nOUSE VALLEY ALLIANCE,alliance,990001\n")
    #expect(try place.talent("load", "clusters", "clusters.csv").code == 0)
    #expect(try place.scalar("select string_agg(name, ',') from cluster") == "Ouse Valley Alliance")
  }

  @Test func `a number with half the name and another school renames nobody`() throws {
    let place = try county()
    defer { place.remove() }
    try place.write("w.csv", "Surname,Forename,School URN,Person\nAshby,Sara,990004,P2\n")
    let answer = try place.talent("load", "people", "w.csv")
    #expect(answer.code == 3)
    #expect(
      answer.complaint.contains(
        "this is P2, of another school and with another forename or surname"),
      "\(answer.complaint)")
    try place.write("same.csv", "Name,TRN,School URN\nAshby Ann,1111111,990002\n")
    let same = try place.talent("load", "people", "same.csv")
    #expect(same.code == 0 && same.out.contains("1 unchanged"), "\(same.out)")
  }

  @Test func `a post whose holder was renamed by hand goes out by the new name, and loads again`()
    throws
  {
    let place = try county()
    defer { place.remove() }
    try place.write(
      "posts.csv", "School URN,Post,Incumbent TRN,Incumbent\n990002,Headteacher,1111111,Ann Ashby\n"
    )
    #expect(try place.talent("load", "posts", "posts.csv").code == 0)
    let edit = try place.talent(
      "person", "edit", "P2", "--name", "Zara Adams")
    #expect(edit.code == 0, "\(edit.complaint)")
    #expect(try place.talent("export", "posts", "--out", "out.csv").code == 0)
    let again = try place.talent("load", "posts", "out.csv")
    #expect(
      again.code == 0 && again.out.contains("1 updated"), "\(again.out)\(again.complaint)")
  }

  @Test func `a row marked new makes one person, also when it is edited afterwards`() throws {
    let place = try county()
    defer { place.remove() }
    for (role, isTaken) in [("Teacher", true), ("Middle leader", false)] {
      try place.write(
        "new.csv", "Name,School URN,Person,Current role\nPriya Brown,990001,new,\(role)\n")
      let answer = try place.talent("load", "people", "new.csv")
      #expect((answer.code == 0) == isTaken, "\(answer.out)\(answer.complaint)")
      #expect(
        isTaken
          || answer.complaint.contains(
            "P1, P4 of this name are stored at this school, and new would"),
        "\(answer.complaint)")
    }
  }
}
