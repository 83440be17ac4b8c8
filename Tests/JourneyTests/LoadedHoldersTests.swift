import Testing

/// Who holds a post: never guessed from a name, and nobody where a sheet says so.
@Suite struct `Loaded holders` {
  private func county() throws -> Workspace {
    try Workspace(
      people: """
        Name,TRN,School URN
        Anna Smith,1234567,990001
        Bo Elm,,990002
        Cy Dow,1234569,990003
        Cyril Dow,1234570,990003

        """)
  }

  private func load(_ place: Workspace, _ text: String) throws -> Workspace.Answer {
    try place.write("posts.csv", text)
    let answer = try place.talent("load", "posts", "posts.csv")
    #expect(answer.code == 0, "\(answer.complaint)")
    return answer
  }

  private func post(_ place: Workspace, _ school: Int = 990_001) throws -> String? {
    try place.scalar(
      """
      select concat_ws('|', coalesce('P' || incumbent, '-'), coalesce(incumbent_name, '-'),
        coalesce(incumbent_trn, '-'), coalesce(vacant_from::text, '-'), coalesce(why, '-'))
      from post where school = \(school)
      """)
  }

  @Test func `a name that is somebody's at the school is asked about and not linked`() throws {
    let place = try county()
    defer { place.remove() }
    let answer = try load(
      place,
      """
      School URN,Post,Incumbent
      990001,Headteacher,Mrs A Smith
      990002,Headteacher,ELM Bo
      990003,Headteacher,C Dow
      990004,Headteacher,Anna Smith
      990005,Headteacher,Vacant

      """)
    for said in [
      "posts.csv:2:Incumbent: note: there is P1 \"Anna Smith\" at this school, and the post is linked to nobody",
      "if that is who is meant, put 1234567 under Incumbent TRN or P1 under Person",
      "posts.csv:3:Incumbent: note: there is P2 \"Bo Elm\" at this school",
      "if that is who is meant, put P2 under Person",
      "posts.csv:4:Incumbent: note: there are P3 \"Cy Dow\", P4 \"Cyril Dow\" at this school",
    ] { #expect(answer.complaint.contains(said), "\(said) in \(answer.complaint)") }
    #expect(!answer.complaint.contains("posts.csv:5") && !answer.complaint.contains("posts.csv:6"))
    #expect(try place.scalar("select count(*) from post where incumbent is not null") == "0")
    let linked = try load(
      place, "School URN,Post,Incumbent,Person\n990001,Headteacher,Mrs A Smith,P1\n")
    #expect(!linked.complaint.contains("note"), "\(linked.complaint)")
    #expect(try post(place) == "P1|Mrs A Smith|-|-|-")
  }

  @Test(arguments: ["Vacant", "TBC", "-", "To be appointed"])
  func `nobody holds a post whose incumbent is no name`(_ word: String) throws {
    let place = try county()
    defer { place.remove() }
    _ = try load(
      place,
      "School URN,Post,Incumbent TRN,Incumbent,Expected vacant from\n990001,Headteacher,1234567,Anna Smith,31/08/2026\n"
    )
    let answer = try load(place, "School URN,Post,Incumbent\n990001,Headteacher,\(word)\n")
    #expect(
      answer.complaint.contains(
        "P1 \"Anna Smith\" was the incumbent and no longer is: the row says nobody is"),
      "\(answer.complaint)")
    #expect(try post(place) == "-|-|-|2026-08-31|-")
    #expect(try place.talent("loads", "undo", "4").code == 0)
    #expect(try post(place) == "P1|Anna Smith|1234567|2026-08-31|-")
  }

  @Test func `an expected vacancy goes with whom it was of, unless the row says it anew`() throws {
    let place = try county()
    defer { place.remove() }
    let headings = "School URN,Post,Incumbent,Incumbent TRN,Expected vacant from,Why\n"
    _ = try load(
      place, headings + "990001,Headteacher,Anna Smith,1234567,31/08/2027,Retirement\n")
    let same = try load(place, "School URN,Post,Incumbent\n990001,Headteacher,Mrs Smith\n")
    #expect(!same.complaint.contains("goes"), "\(same.complaint)")
    let next = try load(place, "School URN,Post,Incumbent TRN\n990001,Headteacher,1234569\n")
    #expect(
      next.complaint.contains(
        "Expected vacant from: note: the expected vacancy (31/08/2027, \"Retirement\") was that of \"Anna Smith\" and goes"
      ), "\(next.complaint)")
    #expect(try post(place) == "P3|Cy Dow|1234569|-|-")
    let told = try load(place, headings + "990001,Headteacher,Zoe Reed,,01/09/2028,Promotion\n")
    #expect(!told.complaint.contains("goes"), "\(told.complaint)")
    #expect(try post(place) == "-|Zoe Reed|-|2028-09-01|Promotion")
    let half = try load(
      place,
      "School URN,Post,Incumbent,Expected vacant from\n990001,Headteacher,Ian Moss,01/09/2029\n")
    #expect(
      half.complaint.contains("(\"Promotion\") was that of \"Zoe Reed\""), "\(half.complaint)")
    #expect(try post(place) == "-|Ian Moss|-|2029-09-01|-")
    let out = try place.talent("export", "posts", "--out", "out.csv")
    #expect(out.code == 0)
    #expect(try place.read("out.csv").contains("Ian Moss,01/09/2029,,no"))
  }

  @Test func `a spouse's name ends the link, half of another's is noted`() throws {
    let place = try county()
    defer { place.remove() }
    _ = try load(
      place, "School URN,Post,Incumbent,Incumbent TRN\n990001,Headteacher,Bob Smith,1234567\n")
    let noted = try load(
      place, "School URN,Post,Incumbent,Incumbent TRN,Why\n990001,Headteacher,Rob Smith,1234567,x\n"
    )
    #expect(
      noted.complaint.contains(
        "note: P1 is stored as \"Anna Smith\", and the row has \"Rob Smith\""),
      "\(noted.complaint)")
    let kept = try load(place, "School URN,Post,Incumbent\n990001,Headteacher,R Smith\n")
    #expect(!kept.complaint.contains("no longer"), "\(kept.complaint)")
    let gone = try load(place, "School URN,Post,Incumbent\n990001,Headteacher,Zoe Smith\n")
    #expect(
      gone.complaint.contains("P1 \"Anna Smith\" was the incumbent and no longer is"),
      "\(gone.complaint)")
  }

  @Test func `somebody who became part of another holds their post by either name`() throws {
    let place = try county()
    defer { place.remove() }
    try place.write("people.csv", "Name,TRN,School URN\nGwen Hall,1200002,990001\n")
    #expect(try place.talent("load", "people", "people.csv").code == 0)
    #expect(
      try place.talent("person", "merge", "P1", "P5", "--by", "Ann", "--reason", "Met her").code
        == 0)
    _ = try load(
      place, "School URN,Post,Incumbent,Incumbent TRN\n990001,Headteacher,Gwen Hall,1200002\n")
    #expect(try post(place) == "P1|Gwen Hall|1200002|-|-")
    let again = try load(place, "School URN,Post,Incumbent,Why\n990001,Headteacher,G Hall,x\n")
    #expect(!again.complaint.contains("no longer"), "\(again.complaint)")
    #expect(try post(place) == "P1|G Hall|1200002|-|x")
  }

  @Test func `readiness as offices type it is read and said; what is not plain is refused`() throws
  {
    let place = try county()
    defer { place.remove() }
    let words = [
      "1-2 yrs", "1-2", "1 to 2 years", "Ready in 1-2 years", "3-5 yrs", "Not Yet Ready", "Now",
      "RN",
      "Ready now",
    ]
    let posts = [
      "Teacher", "Middle leader", "Assistant headteacher", "Deputy headteacher", "Head of school",
      "Headteacher", "Executive headteacher", "Trust leader", "Business manager",
    ]
    let rows = zip(words, posts).map { "P1,\($0.1),\($0.0),01/09/2026\n" }
    try place.write("ready.csv", "Person,Post,Readiness,Judged on\n" + rows.joined())
    let answer = try place.talent("load", "readiness", "ready.csv")
    #expect(answer.code == 0, "\(answer.complaint)")
    #expect(
      answer.complaint.contains(
        "Readiness: \"1-2 yrs\" is read as 1-2 years (1 cell), \"1-2\" as 1-2 years (1 cell),"),
      "\(answer.complaint)")
    #expect(
      try place.scalar("select string_agg(level, ',' order by post) from readiness")
        == "1-2 years,Ready now,1-2 years,Ready now,3-5 years,Not yet,1-2 years,1-2 years,Ready now"
    )
    try place.write(
      "unclear.csv", "Person,Post,Readiness\nP1,Headteacher,Ready\nP2,Vice Principal,Now\n")
    let unclear = try place.talent("load", "readiness", "unclear.csv")
    for said in [
      "Try one of: Ready now, 1-2 years, 3-5 years, Not yet",
      "Try one of: Teaching assistant, Early-career teacher,",
    ] { #expect(unclear.complaint.contains(said), "\(unclear.complaint)") }
  }
}
