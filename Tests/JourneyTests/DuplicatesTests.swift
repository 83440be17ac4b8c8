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
    #expect(
      merged.out.contains("To take it back: talent person unmerge \(second) --by NAME --reason WHY")
    )
    let shown = try place.talent("person", "show", second)
    #expect(
      shown.code == 0 && shown.complaint.contains("note: \(second) is part of \(first) since "),
      "\(shown.complaint)")
    #expect(try !place.talent("duplicates", "--plain").out.contains("\(second)\t"))
    let load = try #require(try place.scalar("select max(number) from load"))
    let kept = try place.talent("loads", "undo", load)
    #expect(kept.code == 5, "\(kept.out)")
    #expect(
      kept.out.contains("kept: person \(second) Tregowan-Pryce Sian: is part of \(first)\n"),
      "\(kept.out)")
    #expect(
      kept.complaint.contains("Try: talent person unmerge \(second) --by NAME --reason WHY first"),
      "\(kept.complaint)")
    #expect(try place.talent("load", "people", "twice.csv").out.contains("2 unchanged"))
    let apart = try place.talent(
      "person", "unmerge", second, "--by", "Ann Example", "--reason", "twins")
    #expect(apart.code == 0, "\(apart.complaint)")
    #expect(try place.talent("person", "show", second).code == 0)
    #expect(
      try place.talent("person", "merge", first, first, "--by", "A", "--reason", "B").code == 3)
  }

  @Test func `of two people are dismissed, listed, and shown again when taken back`() throws {
    let place = try Workspace()
    defer { place.remove() }
    try place.loadCounty(people: 40, designated: 10, needs: 4)
    try place.write(
      "twins.csv",
      """
      Name,TRN,School URN,Person
      Siân Tregowan-Pryce,1112223,990001,new
      Tregowan-Pryce Sian,,990001,new
      """)
    #expect(try place.talent("load", "people", "twins.csv").code == 0)
    let pair = try ["trn = '1112223'", "name = 'Tregowan-Pryce Sian'"].map {
      try #require(try place.scalar("select 'P' || number from person where \($0)"))
    }
    let said = ["--by", "Ann Example", "--reason", "twins"]
    let before = try place.talent("duplicates", "--plain").out
    #expect(before.contains("Tregowan-Pryce"))
    let dismissed = try place.talent(["duplicates", "dismiss", pair[1], pair[0]] + said)
    #expect(dismissed.code == 0, "\(dismissed.complaint)")
    #expect(
      dismissed.out.contains(
        "talent duplicates restore \(pair[0]) \(pair[1]) --by NAME --reason WHY")
        || dismissed.out.contains(
          "talent duplicates restore \(pair[1]) \(pair[0]) --by NAME --reason WHY"),
      "\(dismissed.out)")
    #expect(try !place.talent("duplicates", "--plain").out.contains("Tregowan-Pryce"))
    #expect(try place.talent("duplicates").out.contains("1 pair dismissed"))
    #expect(try place.talent(["duplicates", "dismiss"] + pair + said).code == 5)
    let listed = try place.talent("duplicates", "dismissed", "--plain").out
    #expect(listed.contains("\(pair[0])\tSiân") && listed.contains("twins"), "\(listed)")
    let refused = try place.talent(["person", "merge"] + pair + said)
    #expect(refused.code == 5)
    #expect(refused.complaint.contains("two people, says Ann Example"), "\(refused.complaint)")
    #expect(try place.talent(["duplicates", "restore"] + pair + said).code == 0)
    #expect(try place.talent(["duplicates", "restore"] + pair + said).code == 3)
    #expect(try place.talent("duplicates", "--plain").out == before)
    #expect(try place.talent(["person", "merge"] + pair + said).code == 0)
  }

  @Test func `whom a plan names are merged, and the plan stays as it was made`() throws {
    let place = try Workspace()
    defer { place.remove() }
    try place.loadCounty()
    #expect(try place.talent("propose").code == 0)
    let named = try #require(try place.scalar("select 'P' || min(person) from proposal"))
    let need = try #require(
      try place.scalar("select min(need) from proposal where 'P' || person = '\(named)'"))
    let other = try #require(
      try place.scalar("select 'P' || max(person) from proposal where 'P' || person <> '\(named)'"))
    func told() throws -> [String] {
      try [
        ["plan", "show", "1", "--all"], ["explain", "1", need, "--person", named],
        ["plan", "verify", "1"],
      ].map {
        // That the data has changed since is a remark of the verification.
        try place.talent($0).out.split(separator: "\n").filter { !$0.hasPrefix("remark") }
          .joined(separator: "\n")
      }
    }
    let before = try told()
    #expect(try place.talent("plan", "publish", "1", "--by", "Ann").code == 0)
    let published = try told()
    let said = ["--by", "Ann", "--reason", "one person"]
    let merged = try place.talent(["person", "merge", other, named] + said)
    #expect(merged.code == 0, "\(merged.complaint)")
    for (now, then) in zip(try told(), published) { #expect(now == then) }
    let refused = try place.talent(
      "decide", "1", need, "--person", other, "--accept", "--by", "Ann")
    #expect(refused.code == 5)
    #expect(
      refused.complaint.contains("\(named), whom plan 1 proposes, is now part of \(other)"),
      "\(refused.complaint)")
    #expect(try place.talent("propose", "--again", "1").code == 0)
    #expect(try place.talent(["person", "unmerge", named] + said).code == 0)
    #expect(try told()[1...] == before[1...])
    #expect(
      try place.talent("decide", "1", need, "--person", named, "--accept", "--by", "Ann").code == 0)
  }
}
