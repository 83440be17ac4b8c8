import Foundation
import Testing

/// What a load replaces, takes for granted and doubts is said in the words of its sheet.
@Suite struct `A load says` {
  private static let pool = """
    Surname,Forename,TRN,School URN,Days a year,Strengths
    Ashworth,Tom,4600010,990002,2.5,Maths
    Ashworth,Jill,4600011,990002,4,Art

    """

  @Test func `what it would put in the place of what is stored, before and after`() throws {
    let place = try Workspace(people: Self.pool)
    defer { place.remove() }
    try place.write(
      "moved.csv",
      "Name,TRN,School URN,Days a year,Strengths\nTom Ashworth,4600010,990009,3,Numeracy; Art\n")
    let rehearsed = try place.talent("load", "people", "moved.csv", "--dry-run")
    for line in [
      "3 stored values would be replaced:", "  Days a year\n    line 2, P1: 2.5 -> 3\n",
      "  School URN\n    line 2, P1: 990002 -> 990009\n",
      "  Strengths\n    line 2, P1: Maths -> Maths; Art\n",
    ] { #expect(rehearsed.out.contains(line), "\(rehearsed.out)") }
    #expect(rehearsed.complaint.contains("Strengths: \"Numeracy\" is read as Maths (1 cell)"))
    let told = try place.talent("load", "people", "moved.csv", "--dry-run", "--json").json()
    #expect(told["replaced_count"] as? Int == 3)
    #expect(((told["replaced"] as? [[String: Any]])?.first?["becomes"] as? String) == "3")

    let loaded = try place.talent("load", "people", "moved.csv").out
    let number = try #require(loaded.firstMatch(of: /This is load (\d+)/)).output.1
    #expect(
      loaded.contains("talent loads show \(number) --changes lists what it replaced."), "\(loaded)")
    let changes = try place.talent("loads", "show", String(number), "--changes", "--plain").out
    #expect(changes.contains("2\tperson P1\tDays a year\t2.5\t3"), "\(changes)")
    #expect(try place.talent("person", "edit", "P1", "--days-a-year", "7").code == 0)
    #expect(
      try place.talent("loads", "show", String(number), "--changes", "--plain").out == changes,
      "what somebody typed since is not what the load wrote")
    try place.write("later.csv", "Name,TRN,School URN,Days a year\nTom Ashworth,4600010,990009,9\n")
    #expect(try place.talent("load", "people", "later.csv").code == 0)
    #expect(
      try place.talent("loads", "show", String(number), "--changes", "--plain").out == changes)
  }

  @Test func `what it takes where a cell is blank`() throws {
    let place = try Workspace(people: Self.pool)
    defer { place.remove() }
    for (kind, sheet, says) in [
      (
        "conflicts", "TRN,School URN,Kind,Why\n4600010,990010,conflict,Married to the head\n",
        "Recorded on: note: is blank for a new record: today is taken"
      ),
      (
        "vetting", "TRN,Vetted on,Vetted by\n4600010,01/02/2026,HR\n",
        "Prohibited: note: is blank for a new record: no prohibition is taken"
      ),
      (
        "posts", "School URN,Post\n990002,Headteacher\n",
        "Critical: note: is blank for a new record: no is taken"
      ),
      (
        "designations",
        "Name,TRN,Home school URN,Designation,Designated on,Specialisms\nTom Ashworth,4600010,990002,SLE,01/09/2024,Maths\n",
        "Supervises: note: is blank for a new record: no is taken"
      ),
    ] {
      try place.write("blank.csv", sheet)
      let first = try place.talent("load", kind, "blank.csv")
      #expect(first.code == 0 && first.complaint.contains(says), "\(first.complaint)")
      let again = try place.talent("load", kind, "blank.csv")
      #expect(!again.complaint.contains("is blank for"), "\(again.complaint)")
    }
  }

  @Test func `that somebody was full time in two places, or lent to their own school`() throws {
    let place = try Workspace(people: Self.pool)
    defer { place.remove() }
    let heading = "TRN,School URN,Kind,Role,FTE,From,To,Outcome\n"
    let one = "4600010,990006,secondment,Headteacher,1,01/02/2024,31/07/2024,completed\n"
    let other = "4600010,990007,secondment,Headteacher,0.5,01/07/2024,31/08/2024,completed\n"
    let next = "4600010,990002,secondment,Headteacher,1,31/08/2024,31/12/2024,completed\n"
    try place.write("past.csv", heading + one + other + next)
    let both = try place.talent("load", "placements", "past.csv")
    #expect(both.code == 0)
    for says in [
      "past.csv:2:FTE: note: P1 is seconded to 990007 in the same days (line 3): together FTE 1.5\n",
      "past.csv:3:FTE: note: P1 is seconded to 990006 in the same days (line 2): together FTE 1.5",
      "past.csv:4:School URN: note: is where P1 works",
    ] { #expect(both.complaint.contains(says), "\(both.complaint)") }
    #expect(!both.complaint.contains("past.csv:4:FTE"))
    try place.write("later.csv", heading + other.replacing("0.5", with: "0.6"))
    let later = try place.talent("load", "placements", "later.csv")
    #expect(
      later.complaint.contains("P1 is seconded to 990006 in the same days, as stored: together"),
      "\(later.complaint)")
  }

  @Test func `which dates a spreadsheet may have turned round, and takes them when told to`() throws
  {
    let place = try Workspace(people: Self.pool)
    defer { place.remove() }
    try FileManager.default.copyItem(
      at: WorkbookTests.fixtures.appendingPathComponent("turned-dates.xlsx"),
      to: place.folder.appendingPathComponent("turned.xlsx"))
    let refused = try place.talent("load", "people", "turned.xlsx", "--json")
    #expect(refused.code == 3)
    let told = try refused.json()
    #expect(told["rejected"] as? Int == 3 && told["finding_count"] as? Int == 3)
    let cells = (told["findings"] as? [[String: Any]])?.compactMap { $0["cell"] as? String }
    #expect(cells == ["E3", "E5", "E7"])
    let good = try place.talent("load", "people", "turned.xlsx", "--accept-good")
    #expect(good.out.contains("6 rows read: 3 created, 0 updated, 0 unchanged, 3 rejected"))
    let trusted = try place.talent("load", "people", "turned.xlsx", "--trust-dates")
    #expect(trusted.code == 0 && trusted.out.contains("3 created"), "\(trusted.complaint)")
    #expect(trusted.complaint.contains("may have changed day and month"))
  }
}
