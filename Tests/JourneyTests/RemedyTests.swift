import Testing

/// What a sentence tells somebody to do can be done, and what it counts adds up.
@Suite struct `A remedy` {
  @Test func `names the words there are, the headings and the schools`() throws {
    let place = try Workspace()
    defer { place.remove() }
    try place.loadCounty(people: 40, designated: 10, needs: 4)
    let boss = try place.talent("find", "--ready-for", "Boss")
    #expect(boss.code == 3)
    for rung in ["Headteacher", "Deputy headteacher", "Middle leader"] {
      #expect(boss.complaint.contains(rung), "\(boss.complaint)")
    }
    let programme = try place.talent("find", "--programme", "NPQX").complaint
    #expect(programme.contains("NPQH") && programme.contains("NPQSL"), "\(programme)")

    let people = try [("101", "990001"), ("102", "990002")].map { days, home in
      let added = try place.talent(
        "person", "add", "--name", "Zed New", "--home", home, "--days-a-year", days, "--another")
      #expect(added.code == 0, "\(added.complaint)")
      return try #require(
        try place.scalar("select 'P' || max(number) from person where name = 'Zed New'"))
    }
    let merged = try place.talent([
      "person", "merge", people[0], people[1], "--by", "Ann", "--reason", "one",
    ])
    let school = try #require(try place.scalar("select name from school where urn = 990001"))
    #expect(merged.out.contains("Days a year: 101 stays, 102 goes\n"), "\(merged.out)")
    #expect(merged.out.contains("School: \(school) (990001) stays, "), "\(merged.out)")
  }

  @Test func `accounts for every row of a refused file, and for a load that is not kept`() throws {
    let place = try Workspace()
    defer { place.remove() }
    try place.sample()
    #expect(try place.talent("load", "schools", "sheets/schools.csv").code == 0)
    try place.write(
      "people.csv", "Name,TRN,School URN\nAda Okoro,1234567,990001\nAna Reed,1231231,123456\n")
    let refused = try place.talent("load", "people", "people.csv", "--json").json()
    let parts = ["created", "updated", "unchanged", "rejected", "held_back"].map {
      refused[$0] as? Int ?? -1
    }
    #expect(parts == [0, 0, 0, 1, 1] && refused["read"] as? Int == 2)
    let missing = try place.talent("loads", "show", "2")
    #expect(missing.code == 3)
    #expect(missing.complaint.contains("refused or changed nothing is not kept"))
    let shown = try place.talent("loads", "show", "1").out
    #expect(shown.contains("none used"), "\(shown)")
    #expect(
      shown.split(separator: "\n").contains { $0.hasPrefix("undone  ") && $0.hasSuffix(" no") })
  }

  @Test func `is given for a day that is none, whatever is asked`() throws {
    let place = try Workspace()
    defer { place.remove() }
    let answer = try place.start(["loads"], environment: ["TALENT_TODAY": "foo"]).answer()
    #expect(answer.code == 64)
    #expect(answer.complaint.contains("TALENT_TODAY is not a date like 2027-01-18"))
  }
}
