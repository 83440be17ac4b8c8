import Testing

/// A cell that says what it said when it was loaded last undoes no edit and no merge: each is a statement of its own.
@Suite struct `A cell that says what it said before` {
  private static let headings =
    "Name,TRN,School URN,Current role,Aspiration,Readiness,Readiness judged on,Strengths,Next career step,Next step due,Max travel (miles),Notes\n"

  private func row(
    _ name: String = "Bo Cray", _ trn: String = "1000001", role: String = "Headteacher",
    wants: String = "Executive headteacher", ready: String = "1-2 years", on: String = "01/09/2026",
    strengths: String = "Phonics", due: String = "01/02/2027", travel: String = "10",
    notes: String = ""
  ) -> String {
    "\(name),\(trn),990001,\(role),\(wants),\(ready),\(on),\(strengths),NPQH,\(due),\(travel),\(notes)\n"
  }

  private func load(_ place: Workspace, _ text: String, as kind: String = "people") throws
    -> Workspace.Answer
  {
    try place.write("again.csv", text)
    return try place.talent("load", kind, "again.csv")
  }

  private static let stored = """
    select concat_ws('|', p.name, p.role, p.aspiration, r.post, r.level, r.judged_on, s.due, p.travel_miles, p.notes)
    from person p left join readiness r on r.person = p.number left join career_step s on s.person = p.number
    where p.number = 1 order by r.post
    """

  private static let edits = [
    "--name", "Bo Lee", "--role", "Executive headteacher", "--aspiration", "Trust leader",
    "--readiness", "Executive headteacher=now", "--step", "NPQH", "--step-due", "01/03/2027",
    "--travel", "25",
  ]

  @Test func `leaves what somebody edited since, and says so at the cell`() throws {
    let place = try Workspace(people: Self.headings + row())
    defer { place.remove() }
    let edited = try place.talent(["person", "edit", "P1"] + Self.edits)
    #expect(edited.code == 0, "\(edited.complaint)")
    let before = try place.scalar(Self.stored)
    let again = try load(place, Self.headings + row(notes: "met"))
    #expect(again.out.contains("1 updated"), "\(again.out)\(again.complaint)")
    #expect(try place.scalar(Self.stored) == before.map { $0 + "|met" })
    let said = again.complaint.replacing(/on \d+ \w+ \d{4}/, with: "on DAY")
    for note in [
      "again.csv:2:Current role: note: \"Headteacher\" is what was loaded before, and \"Executive headteacher\" is stored since somebody edited it on DAY: that stays\n  Try: talent person edit P1 changes it by hand\n",
      "again.csv:2:Name: note: \"Bo Cray\"",
      "again.csv:2:Aspiration: note: \"Executive headteacher\"",
      "again.csv:2:Readiness: note: \"1-2 years\" is what was loaded before, and \"Ready now\" is stored",
      "again.csv:2:Next step due: note: \"01/02/2027\" is what was loaded before, and \"01/03/2027\"",
      "again.csv:2:Max travel (miles): note: \"10\" is what was loaded before, and \"25\"",
    ] { #expect(said.contains(note), "\(note)\n\(said)") }
    let third = try load(place, Self.headings + row(travel: "11", notes: "met twice"))
    #expect(third.code == 0, "\(third.complaint)")
    #expect(try place.scalar("select role from person") == "Executive headteacher")
    #expect(try place.scalar("select travel_miles || notes from person") == "11met twice")
    #expect(try place.talent("loads", "undo", "4").code == 0)
    #expect(try place.scalar(Self.stored) == before.map { $0 + "|met" })
  }

  @Test func `is a new statement when it says something else, or a load has said so since`() throws
  {
    let place = try Workspace(people: Self.headings + row())
    defer { place.remove() }
    #expect(
      try place.talent("person", "edit", "P1", "--role", "Trust leader", "--travel", "25").code == 0
    )
    let newer = try load(
      place,
      Self.headings + row(role: "Deputy head", ready: "Ready now", on: "01/10/2026", travel: "30"))
    #expect(newer.out.contains("1 updated"), "\(newer.complaint)")
    #expect(!newer.complaint.contains("loaded before"), "\(newer.complaint)")
    #expect(try place.scalar("select role || travel_miles from person") == "Deputy headteacher30")
    #expect(try place.talent("loads", "show", "3", "--changes").out.contains("Trust leader"))
    let back = try load(place, Self.headings + row(travel: "40", notes: "x"))
    #expect(back.code == 0, "\(back.complaint)")
    #expect(
      try place.scalar("select role || travel_miles from person") == "Headteacher40",
      "\(back.complaint)")
    #expect(try place.talent("person", "edit", "P1", "--clear", "notes").code == 0)
    let cleared = try load(place, Self.headings + row(travel: "41", notes: "x"))
    #expect(
      cleared.complaint.contains(
        "Notes: note: \"x\" is what was loaded before, and nothing is stored since"),
      "\(cleared.complaint)")
    #expect(try place.scalar("select notes is null from person") == "t")
  }

  @Test func `judged anew is a new judgement although its level is as before`() throws {
    let place = try Workspace(people: Self.headings + row())
    defer { place.remove() }
    #expect(
      try place.talent("person", "edit", "P1", "--readiness", "Executive headteacher=now").code
        == 0)
    try place.sql("update readiness set judged_on = '2026-09-15'")
    let anew = try load(place, Self.headings + row(on: "01/11/2026"))
    #expect(!anew.complaint.contains("loaded before"), "\(anew.complaint)")
    #expect(
      try place.scalar("select level || judged_on from readiness") == "1-2 years2026-11-01")
  }

  private static let said = ["--by", "Ann", "--reason", "the same"]

  @Test func `leaves what a merge settled, whichever of the two it is of`() throws {
    let other = row("Bob Cray", "1000002", strengths: "Maths", travel: "20", notes: "shy")
    let place = try Workspace(people: Self.headings + row(notes: "calm") + other)
    defer { place.remove() }
    #expect(try place.talent(["person", "merge", "P2", "P1"] + Self.said).code == 0)
    let merged = "select concat_ws('|', travel_miles, strengths, notes) from person"
    #expect(try place.scalar(merged) == "20|{Maths,Phonics}|shy\ncalm")
    let gone = try load(place, Self.headings + row(due: "01/06/2027", notes: "calm"))
    #expect(gone.code == 0, "\(gone.complaint)")
    #expect(try place.scalar(merged) == "20|{Maths,Phonics}|shy\ncalm", "\(gone.complaint)")
    #expect(try place.scalar("select due from career_step") == "2027-06-01")
    #expect(
      gone.complaint.contains(
        "Max travel (miles): note: \"10\" is what was loaded before, and \"20\" is stored since P1 became part of P2 on "
      ), "\(gone.complaint)")
    let kept = try load(
      place,
      Self.headings
        + row(
          "Bob Cray", "1000002", strengths: "Maths", due: "01/07/2027", travel: "20", notes: "shy"))
    #expect(try place.scalar(merged) == "20|{Maths,Phonics}|shy\ncalm", "\(kept.complaint)")
    #expect(
      kept.complaint.contains(
        "Strengths: note: \"Maths\" is what was loaded before, and \"Maths; Phonics\" is stored since P1 became part of P2"
      ), "\(kept.complaint)")
    let newer = try load(
      place, "Person,Name,School URN,Max travel (miles)\nP1,Bo Cray,990001,30\n")
    #expect(newer.code == 0, "\(newer.complaint)")
    #expect(try place.scalar("select travel_miles from person") == "30")
    let older = try load(
      place, "Person,Name,School URN,Max travel (miles),Notes\nP1,Bo Cray,990001,10,old\n")
    #expect(try place.scalar("select travel_miles from person") == "10", "\(older.complaint)")
  }

  @Test func `is known in the sheets of steps, judgements, release and availability`() throws {
    let place = try Workspace(people: Self.headings + row())
    defer { place.remove() }
    let sheets = [
      ("steps", "Person,Career step,Due,Owner,Source\nP1,NPQEL,01/02/2027,Ann,", "SIP", "HR"),
      (
        "readiness", "Person,TRN,Post,Readiness,Judged on\nP1,",
        ",Trust leader,3-5 years,01/09/2026", "1000001,Trust leader,3-5 years,01/09/2026"
      ),
      (
        "availability", "Person,Available from,Available until\nP1,01/02/2027,", "01/07/2027",
        "01/08/2027"
      ),
      (
        "release",
        "School URN,Days per half-term,Out at once,Cover needed,Agreed by\n990001,5,2,yes,", "Ann",
        "Bo"
      ),
    ]
    for (kind, text, last, _) in sheets {
      #expect(try load(place, "\(text)\(last)\n", as: kind).code == 0, "\(kind)")
    }
    for edit in [
      ["person", "edit", "P1", "--step", "NPQEL", "--step-due", "01/04/2027"],
      [
        "person", "edit", "P1", "--readiness", "Trust leader=now", "--available-from",
        "01/05/2027",
      ],
      [
        "release", "set", "990001", "--days", "7", "--out", "3", "--cover", "no", "--agreed-by",
        "Ann",
      ],
    ] {
      let answer = try place.talent(edit)
      #expect(answer.code == 0, "\(edit): \(answer.complaint)")
    }
    for (kind, text, _, last) in sheets {
      let answer = try load(place, "\(text)\(last)\n", as: kind)
      #expect(answer.code == 0, "\(kind): \(answer.complaint)")
      #expect(
        answer.complaint.contains("is what was loaded before"), "\(kind): \(answer.complaint)")
    }
    #expect(
      try place.scalar("select due || owner || source from career_step where what = 'NPQEL'")
        == "2027-04-01AnnHR")
    #expect(
      try place.scalar("select level from readiness where post = 'Trust leader'") == "Ready now")
    #expect(
      try place.scalar("select concat(available_from, available_until) from person")
        == "2027-05-012027-08-01")
    #expect(
      try place.scalar(
        "select concat(half_days_per_half_term, '|', out_at_once, cover_needed, agreed_by) from release"
      )
        == "14|3fBo")
  }
}
