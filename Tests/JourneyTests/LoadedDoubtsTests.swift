import Testing

/// Rows that could be taken for something they are not: each is named, and none loaded by guessing.
@Suite struct `Loaded doubts` {
  private func county() throws -> Workspace {
    try Workspace(
      people: """
        Name,TRN,School URN
        Ann Lee,1111111,990001
        Bo Fox,1111112,990002

        """)
  }

  @Test func `an incumbent by another name is refused, one of two posts is noted`() throws {
    let place = try county()
    defer { place.remove() }
    try place.write(
      "posts.csv",
      """
      School URN,Post,Incumbent TRN,Person,Incumbent
      990001,Headteacher,1111111,,Lee A
      990002,Headteacher,1111111,,Ann Lee
      990003,Headteacher,1111112,,Wrong Name
      990004,Headteacher,1111112,P1,
      990005,Headteacher,,,Wrong Name

      """)
    let first = try place.talent("load", "posts", "posts.csv", "--accept-good")
    #expect(first.code == 3)
    for said in [
      "posts.csv:3:Incumbent: note: P1 is the incumbent on line 2 as well",
      "posts.csv:4:Incumbent: P2 has another name, no word of it in common with this one",
      "posts.csv:5:Incumbent TRN: this TRN belongs to P2, and the row says it is P1",
    ] { #expect(first.complaint.contains(said), "\(said) in \(first.complaint)") }
    #expect(first.out.contains("3 created, 0 updated, 0 unchanged, 2 rejected"), "\(first.out)")
    try place.write("more.csv", "School URN,Post,Person\n990006,Deputy headteacher,P1\n")
    let more = try place.talent("load", "posts", "more.csv")
    #expect(more.code == 0)
    #expect(
      more.complaint.contains(
        "note: P1 is stored as the incumbent of another post: Headteacher at 990001"),
      "\(more.complaint)")
    let moved = try place.talent("load", "posts", "posts.csv", "--dry-run")
    #expect(moved.complaint.contains("P1 is stored as the incumbent of another post: Deputy"))
  }

  @Test func `a good row that a refused one contradicts is not taken`() throws {
    let place = try county()
    defer { place.remove() }
    try place.write(
      "needs.csv",
      """
      Reference,School URN,Kind,Role wanted,Days,From,To,Priority
      R1,990001,deployment,SLE,3,04/01/2027,25/03/2027,must-fill
      R1,990002,deployment,SLE,3,04/01/2027,25/03/2027,urgent
      R2,990002,deployment,SLE,3,04/01/2027,25/03/2027,Must-Fill

      """)
    let answer = try place.talent("load", "needs", "needs.csv", "--accept-good")
    #expect(answer.code == 3)
    for said in [
      "needs.csv:2: a later row for the same record contradicts this one",
      "needs.csv:3: the reference \"R1\" is also on line 2, and the two rows differ",
    ] { #expect(answer.complaint.contains(said), "\(said) in \(answer.complaint)") }
    #expect(
      try place.scalar("select string_agg(reference || priority, ',') from need") == "R2must fill")
  }

  @Test func `dates typed month first are not taken for days first`() throws {
    let place = try county()
    defer { place.remove() }
    try place.write(
      "dates.csv",
      """
      TRN,Available from,Available until
      1111111,03/04/2027,
      1111112,04/13/2027,

      """)
    let answer = try place.talent("load", "availability", "dates.csv", "--accept-good")
    #expect(answer.code == 3)
    #expect(
      answer.complaint.contains(
        "dates.csv:3:Available from: 1 date here is month/day/year and 0 clearly day/month/year"),
      "\(answer.complaint)")
    #expect(answer.out.contains("the file is refused. Nothing was changed."), "\(answer.out)")
    #expect(try place.scalar("select count(*) from person where available_from is not null") == "0")
  }
}
