import Testing

/// Possible duplicates are listed with reasons, merged by a person, and taken apart again.
@Suite struct `Duplicates` {
  @Test func `are listed, merged by name and taken back`() throws {
    let place = try Workspace()
    defer { place.remove() }
    try place.loadCounty()
    try place.write(
      "twice.csv",
      """
      Name,TRN,School URN,Person
      Siân Tregowan-Pryce,1112223,990001,new
      Tregowan-Pryce Sian,,990001,new
      """)
    #expect(try place.talent("load", "people", "twice.csv").code == 0)
    let first = try #require(
      try place.scalar("select 'P' || number from person where trn = '1112223'"))
    let second = try #require(
      try place.scalar("select 'P' || number from person where name = 'Tregowan-Pryce Sian'"))

    let listed = try place.talent("duplicates")
    #expect(listed.code == 0, "\(listed.complaint)")
    #expect(listed.out.contains("\(first) ") && listed.out.contains("\(second) "), "\(listed.out)")
    let merged = try place.talent(
      "person", "merge", first, second, "--by", "Ann Example", "--reason", "met her")
    #expect(merged.code == 0, "\(merged.complaint)")
    #expect(merged.out.contains("\(second) is now part of \(first)."))
    #expect(try place.talent("person", "show", second).code == 3)
    #expect(try !place.talent("duplicates", "--plain").out.contains("\(second)\t"))
    let apart = try place.talent(
      "person", "unmerge", second, "--by", "Ann Example", "--reason", "twins")
    #expect(apart.code == 0, "\(apart.complaint)")
    #expect(try place.talent("person", "show", second).code == 0)
    #expect(
      try place.talent("person", "merge", first, first, "--by", "A", "--reason", "B").code == 3)
  }

  @Test func `in a plan stay where the plan names them`() throws {
    let place = try Workspace()
    defer { place.remove() }
    try place.loadCounty()
    #expect(try place.talent("propose").code == 0)
    let named = try #require(try place.scalar("select 'P' || min(person) from proposal"))
    let other = try #require(
      try place.scalar(
        "select 'P' || max(number) from person where number not in (select person from proposal)"))
    let refused = try place.talent(
      "person", "merge", other, named, "--by", "Ann", "--reason", "one person")
    #expect(refused.code == 5)
    #expect(refused.complaint.contains("plan 1 speaks of \(named)"), "\(refused.complaint)")
  }
}
