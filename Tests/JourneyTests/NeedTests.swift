import Foundation
import Testing

/// Needs, release, clusters and conflicts kept by hand.
struct NeedTests {
  @Test("what is taken for a blank priority is said; a blank one erases nothing")
  func blankPriority() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.sample(people: 5, designated: 2, needs: 1)
    #expect(try work.talent("load", "schools", "sheets/schools.csv").code == 0)
    let headings = "Reference,School URN,Kind,Role wanted,Days,FTE,From,To"
    let rows = [
      "N1,990001,deployment,SLE,2,,18/01/2027,18/02/2027",
      "N2,990001,secondment,Headteacher,,60%,18/01/2027,18/02/2027",
    ]
    try work.write(
      "some.csv", "\(headings),Priority,People\n\(rows[0]),must fill,2\n\(rows[1]),,\n")
    let some = try work.talent("load", "needs", "some.csv")
    #expect(some.code == 0, "\(some.complaint)")
    for note in [
      "some.csv:3:Priority: note: is blank for a new record: normal is taken",
      "some.csv:3:People: note: is blank for a new record: one person is taken",
      "FTE: percentages are read as shares, 60% as 0.6 (1 cell)",
    ] { #expect(some.complaint.contains(note), "\(note) in \(some.complaint)") }
    let stored =
      "select string_agg(concat_ws(' ', reference, half_days, fte_hundredths, priority, people), ',' order by reference) from need"
    #expect(try work.scalar(stored) == "N1 4 must fill 2,N2 60 normal 1")
    try work.write("all.csv", "\(headings)\n\(rows[0].replacing(",2,", with: ",3,"))\n\(rows[1])\n")
    let all = try work.talent("load", "needs", "all.csv")
    #expect(all.code == 0 && !all.complaint.contains("Priority: is blank"), "\(all.complaint)")
    #expect(try work.scalar(stored) == "N1 6 must fill 2,N2 60 normal 1")
  }

  @Test("a sheet nobody knows is drafted, and the draft is tried on it")
  func drafted() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.write(
      "pool.csv",
      """
      Wer,Ref,Ort,When
      Ann Lee,1234567,109461,now
      Bob Ray,0034567,109462,1-2 years
      Cy Dow,1234599,109463,Not yet
      Di Fox,123459,109463,Not yet

      """)
    let drafted = try work.talent("map", "draft", "pool.csv", "--out", "pool.yaml")
    #expect(drafted.code == 0, "\(drafted.complaint)")
    #expect(
      drafted.complaint.contains("Tried on pool.csv: 4 rows, 1 is refused as it stands"),
      "\(drafted.complaint)")
    let checked = try work.talent("map", "check", "pool.yaml", "pool.csv")
    #expect(checked.code == 3 && checked.complaint.contains("TRN 123459"), "\(checked.complaint)")
    try work.write("empty.csv", "Wer,Ref\nAnn Lee,1234567\nBob Ray,7654321\nCy Dow,1234599\n")
    let lacking = try work.talent("map", "draft", "empty.csv")
    #expect(!lacking.complaint.contains("Tried"), "\(lacking.complaint)")
  }

  @Test func `needs are added, listed, shown and closed`() throws {
    let town = try Workspace.town()
    defer { town.remove() }
    try expectGolden(
      try town.transcript([
        ["need", "list"],
        [
          "need", "add", "--at", "100001", "--kind", "deployment", "--role", "SLE", "--specialism",
          "numeracy", "--days", "2.5", "--from", "04/01/2027", "--to", "2027-03-25", "--priority",
          "must-fill", "--behaviour", "resilience", "--asked-by", "O Hall",
        ],
        [
          "need", "add", "--at", "S1", "--kind", "secondment", "--role", "DHT", "--fte", "0.6",
          "--from", "04/01/2027", "--to", "25/03/2027", "--reference", "EY-1",
        ],
        ["need", "show", "n003"], ["need", "show", "N001"],
        ["need", "close", "N002", "--because", "filled from outside"],
        ["need", "close", "N002", "--because", "again"],
        ["need", "close", "N001", "--because", "one is enough"],
        ["need", "list", "--all"], ["need", "list", "--within", "family 1"],
        ["need", "list", "--within", "Famly"],
      ]), "need")
  }

  @Test func `what cannot be is refused with a remedy`() throws {
    let town = try Workspace.town()
    defer { town.remove() }
    let add = ["need", "add", "--at", "100001", "--from", "04/01/2027", "--to", "25/03/2027"]
    try expectGolden(
      try town.transcript([
        add + ["--kind", "deployment"], add + ["--kind", "secondment", "--fte", "0.5"],
        add + ["--kind", "deployment", "--days", "0.3"], add + ["--kind", "visit", "--days", "1"],
        add + ["--kind", "deployment", "--days", "2", "--reference", "N001"],
        add + ["--kind", "deployment", "--days", "2", "--priority", "urgent"],
        [
          "need", "add", "--at", "1", "--kind", "deployment", "--days", "2", "--from", "31/02/2027",
          "--to", "01/03/2027",
        ],
        add.map { $0 == "100001" ? "Upland" : $0 } + ["--kind", "deployment", "--days", "2"],
        [
          "need", "add", "--at", "100001", "--kind", "deployment", "--days", "2", "--from",
          "04/01/2025", "--to", "25/03/2025",
        ],
        ["need", "show", "N099"],
      ]), "need-refused")
    #expect(try town.scalar("select count(*) from need") == "2")
  }

  @Test func `release, clusters and conflicts are recorded`() throws {
    let town = try Workspace.town()
    defer { town.remove() }
    try expectGolden(
      try town.transcript([
        [
          "release", "set", "100001", "--days", "6", "--out", "1", "--cover", "yes", "--agreed-by",
          "O Hall",
        ],
        [
          "release", "set", "100001", "--days", "2.5", "--out", "2", "--cover", "no", "--agreed-by",
          "O Hall", "--json",
        ],
        ["cluster", "add", "Family 2", "--kind", "family", "100001", "100002"],
        ["cluster", "add", "family 2", "--kind", "family", "100002", "S1"],
        ["cluster", "add", "Family 2", "--kind", "trust", "100003"],
        ["cluster", "add", "Family 2", "--kind", "family", "999999"],
        ["conflict", "add", "P2", "100001", "--because", "married to the head"],
        ["conflict", "add", "P2", "100001", "--because", "married to the head"],
      ]), "by-hand")
  }
}
