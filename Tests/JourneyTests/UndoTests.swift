import Foundation
import Postgres
import Testing

/// Loads taken back out of order, and loads that could not be stored.
@Suite("Undo and refused loads", .serialized)
struct UndoTests {
  private static let people =
    "Surname,Forename,TRN,School URN,Current role,Aspiration,Readiness,Readiness judged on,Max travel (miles)"
  private static let designations =
    "Surname,Forename,TRN,School URN,Designation,Designated on,Until,Specialisms,Verified on,Phases,Days a year,Max travel (miles),Completed deployments,Supervises"

  /// Schools are load 1, one person load 2, the person's designation load 3.
  private func designatedPerson() throws -> Workspace {
    let work = try Workspace()
    try work.sample()
    try work.write(
      "people.csv",
      """
      \(Self.people)
      Okoro,Ada,1234567,990001,Middle leader,Headteacher,Ready now,01/09/2026,10

      """)
    try work.write(
      "designations.csv",
      """
      \(Self.designations)
      Okoro,Ada,1234567,990001,SLE,01/09/2026,31/08/2030,Phonics,02/09/2026,Primary,10,10,3,no

      """)
    for (kind, file) in [
      ("schools", "sheets/schools.csv"), ("people", "people.csv"),
      ("designations", "designations.csv"),
    ] {
      let answer = try work.talent("load", kind, file)
      #expect(answer.code == 0, "\(answer.out)\(answer.complaint)")
    }
    return work
  }

  @Test("a person whom a later load refers to keeps readiness, programmes and steps")
  func keptWithTheirParts() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty()
    let parts = ["readiness", "participation", "career_step"]
    let referred =
      "(select person from designation union select incumbent from post where incumbent is not null)"
    let before = try parts.map {
      try work.scalar("select count(*) from \($0) where person in \(referred)")
    }
    let load = try #require(try work.scalar("select number from load where kind = 'people'"))
    #expect(try work.talent("loads", "undo", load).code == 0)
    for (part, count) in zip(parts, before) {
      #expect(try work.scalar("select count(*) from \(part)") == count, "\(part)")
    }
    #expect(before.contains { $0 != "0" })
    #expect(
      try work.scalar("select count(*) from person where number not in \(referred)") == "0")
    for later in try loads(of: work) {
      #expect(try work.talent("loads", "undo", later).code == 0, "load \(later)")
    }
    for table in ["person", "designation", "school", "authority"] + parts {
      #expect(try work.scalar("select count(*) from \(table)") == "0", "\(table)")
    }
  }

  /// The last first.
  private func loads(of work: Workspace) throws -> [String] {
    let numbers = try work.scalar(
      "select string_agg(number::text, ' ' order by number desc) from load")
    return try #require(numbers).split(separator: " ").map(String.init)
  }

  @Test("an undo that takes nothing back says so, changes nothing, and can be tried again")
  func nothingTakenBack() throws {
    let work = try designatedPerson()
    defer { work.remove() }
    let refused = try work.talent("loads", "undo", "2")
    #expect(refused.code == 5)
    #expect(
      refused.out.contains("kept: person P1 Ada Okoro: a designation of load 3 refers to it\n"),
      "\(refused.out)")
    #expect(
      refused.out.contains("kept: readiness P1 Headteacher: its person is kept\n"), "\(refused.out)"
    )
    #expect(refused.complaint.contains("nothing of load 2 could be taken back"))
    #expect(refused.complaint.contains("Try: talent loads undo 3 first"), "\(refused.complaint)")
    #expect(try work.scalar("select count(*) from load where undone_at is not null") == "0")
    #expect(try work.scalar("select count(*) from readiness") == "1")
    #expect(try work.talent("loads", "undo", "3").code == 0)
    let undone = try work.talent("loads", "undo", "2")
    #expect(
      undone.code == 0 && undone.out.contains("2 records reversed (person 1, readiness 1), 0 kept"),
      "\(undone.out)")
    #expect(try work.scalar("select count(*) from person") == "0")
    let again = try work.talent("loads", "undo", "2")
    #expect(again.code == 0 && again.out.contains("was undone at"), "\(again.out)")
    #expect(again.out.contains("Nothing was changed."))
  }

  @Test(
    "an authority is kept for its schools of the same load, kept for their people, and that is said"
  )
  func keptForWhatIsKept() throws {
    let work = try designatedPerson()
    defer { work.remove() }
    let undone = try work.talent("loads", "undo", "1")
    #expect(
      undone.out.contains(
        "kept: authority 990 Wexcombe: a school of this load, which is kept, refers to it\n"),
      "\(undone.out)")
    #expect(undone.out.contains("a person of load 2 refers to it\n"), "\(undone.out)")
    try work.sql("update school set edited_at = now()")
    let edited = try work.talent("loads", "undo", "1")
    #expect(
      edited.out.contains(": a school made or edited by hand refers to it\n"), "\(edited.out)")
  }

  @Test("needs in a plan are kept, named as people name them, and the plan is named too")
  func needsInPlan() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.loadCounty()
    #expect(try work.talent("propose").code == 0)
    let load = try #require(try work.scalar("select number from load where kind = 'needs'"))
    let refused = try work.talent("loads", "undo", load)
    #expect(refused.code == 5, "\(refused.out)")
    #expect(refused.complaint.contains("Try: talent plan discard 1 first"), "\(refused.complaint)")
    let count = Int(try work.scalar("select count(*) from need") ?? "") ?? 0
    let lines = refused.out.split(separator: "\n")
    #expect(lines.count == 21 && lines.last == "... and \(count - 20) more", "\(refused.out)")
    let reference = try #require(try work.scalar("select min(reference) from need"))
    #expect(lines.first?.hasPrefix("kept: need \(reference): ") == true)
    let kept = try work.talent("loads", "undo", load, "--json").json()["kept"] as? [[String: Any]]
    #expect(kept?.count == count)
    #expect(kept?.first?["record"] as? String == "need \(reference)")
  }

  private static let contradicting = """
    \(people)
    Okoro,Ada,1234567,990001,Middle leader,Headteacher,Ready now,01/09/2026,10
    Hale,Tom,7654321,990001,Middle leader,Headteacher,Ready now,01/09/2026,10
    Okoro,Ada,1234567,990001,Middle leader,Headteacher,Ready now,01/09/2026,20
    Reed,Ana,1231231,123456,Middle leader,Headteacher,Ready now,01/09/2026,10

    """

  @Test("both rows that contradict each other are refused, counted and in the rejects file")
  func contradiction() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.sample()
    #expect(try work.talent("load", "schools", "sheets/schools.csv").code == 0)
    try work.write("people.csv", Self.contradicting)
    let plain = try work.talent("load", "people", "people.csv")
    #expect(plain.out.contains("4 rows read, 3 refused"), "\(plain.out)")
    #expect(
      plain.complaint.contains(
        "people.csv:2: a later row for the same record contradicts this one"))
    for flag in ["--dry-run", "--accept-good"] {
      let json = try work.talent("load", "people", "people.csv", flag, "--json").json()
      #expect(json["rejected"] as? Int == 3 && json["created"] as? Int == 1, "\(flag)")
    }
    let rejects = try work.read("people.csv.rejects.csv")
    #expect(rejects.split(separator: "\r\n").count == 4, "\(rejects)")
    #expect(rejects.contains("01/09/2026,10") && rejects.contains("01/09/2026,20"))
  }

  @Test("when the rejects file cannot be made nothing is loaded")
  func rejectsNowhere() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.sample()
    #expect(try work.talent("load", "schools", "sheets/schools.csv").code == 0)
    try work.write("people.csv", Self.contradicting)
    let refused = try work.talent(
      "load", "people", "people.csv", "--accept-good", "--rejects", "nowhere/rejects.csv")
    #expect(refused.code == 3)
    #expect(refused.complaint.contains("cannot make nowhere/rejects.csv"), "\(refused.complaint)")
    #expect(refused.complaint.contains("nothing was changed"))
    #expect(try work.scalar("select count(*) from person") == "0")
    try work.write("none.csv", "\(Self.people)\nReed,Ana,1231231,123456,Middle leader,,,,\n")
    let none = try work.talent("load", "people", "none.csv", "--accept-good")
    #expect(none.code == 3 && none.out.contains("Nothing was changed."), "\(none.out)")
    #expect(!none.out.contains("--accept-good"))
    let left = try FileManager.default.contentsOfDirectory(atPath: work.folder.path)
    #expect(!left.contains { $0.contains(".part") }, "\(left)")
  }

  @Test("of two loads of one record at the same time the later is told to try again")
  func twoAtOnce() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.sample()
    #expect(try work.talent("load", "schools", "sheets/schools.csv").code == 0)
    try work.write("people.csv", "\(Self.people)\nOkoro,Ada,1234567,990001,Middle leader,,,,\n")
    let other = try Connection(conninfo: work.conninfo)
    try other.script(
      """
      begin;
      insert into person (organisation, name, trn, home_school)
        select id, 'Ada Okoro', '1234567', 990001 from organisation where in_use;
      """)
    let second = try work.start(["load", "people", "people.csv"])
    try awaitLock(in: work)
    try other.script("commit")
    let answer = try second.answer()
    #expect(answer.code == 5, "\(answer.out)\(answer.complaint)")
    #expect(
      answer.complaint.contains(
        "somebody else changed the same records at the same time; nothing was changed"),
      "\(answer.complaint)")
    #expect(answer.complaint.contains("Try: the same command again"))
  }

  @Test("a load that waited for an undo stores what the undo left it to store")
  func loadBesideUndo() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.sample()
    try work.write("people.csv", "\(Self.people)\nOkoro,Ada,1234567,990001,Middle leader,,,,\n")
    for (kind, file) in [("schools", "sheets/schools.csv"), ("people", "people.csv")] {
      #expect(try work.talent("load", kind, file).code == 0)
    }
    try work.write("later.csv", "\(Self.people)\nOkoro,Ada,1234567,990001,Headteacher,,,,\n")
    let other = try Connection(conninfo: work.conninfo)
    try other.script("begin; select pg_advisory_xact_lock(7415003)")
    let load = try work.start(["load", "people", "later.csv"])
    try awaitLock(in: work)
    try other.script(
      "select from organisation o, undo_load(o.id, 2) where o.in_use; commit")
    let answer = try load.answer()
    #expect(answer.code == 0 && answer.out.contains("1 created, 0 updated"), "\(answer.out)")
    #expect(try work.scalar("select role from person") == "Headteacher")
  }

  @Test("an undo beside somebody who writes of the same person takes nothing back and says so")
  func undoBesideHand() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.sample()
    try work.write("people.csv", "\(Self.people)\nOkoro,Ada,1234567,990001,Middle leader,,,,\n")
    for (kind, file) in [("schools", "sheets/schools.csv"), ("people", "people.csv")] {
      #expect(try work.talent("load", kind, file).code == 0)
    }
    let other = try Connection(conninfo: work.conninfo)
    try other.script(
      """
      begin;
      insert into conflict (organisation, person, school, kind, why)
        select organisation, number, 990002, 'conflict', 'married to the head' from person;
      """)
    let undo = try work.start(["loads", "undo", "2"])
    try awaitLock(in: work)
    try other.script("commit")
    let answer = try undo.answer()
    #expect(answer.code == 5, "\(answer.out)\(answer.complaint)")
    #expect(answer.complaint.contains("Try: the same command again"), "\(answer.complaint)")
    let again = try work.talent("loads", "undo", "2")
    #expect(again.code == 5)
    #expect(
      again.out.contains(
        "kept: person P1 Ada Okoro: a conflict made or edited by hand refers to it"),
      "\(again.out)")
  }

  @Test("what was loaded is said although the rejects could not be put in their place")
  func rejectsTooLate() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.sample()
    #expect(try work.talent("load", "schools", "sheets/schools.csv").code == 0)
    try work.write("people.csv", Self.contradicting)
    let other = try Connection(conninfo: work.conninfo)
    try other.script("begin; lock table person in share row exclusive mode")
    let load = try work.start(["load", "people", "people.csv", "--accept-good"])
    try awaitLock(in: work)
    try work.write("people.csv.rejects.csv", "taken meanwhile")
    try other.script("commit")
    let answer = try load.answer()
    #expect(answer.code == 3)
    #expect(answer.out.contains("This is load 2"), "\(answer.out)")
    #expect(!answer.out.contains("are in people.csv.rejects.csv"), "\(answer.out)")
    #expect(answer.complaint.contains("cannot make people.csv.rejects.csv"))
    #expect(try work.read("people.csv.rejects.csv") == "taken meanwhile")
    #expect(try work.scalar("select count(*) from person") == "1")
  }

  /// Until somebody waits for somebody else in the workspace's database.
  private func awaitLock(in work: Workspace) throws {
    for _ in 0..<200 {
      let waiting = try work.scalar(
        """
        select count(*) from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database()
        """)
      if waiting != "0" { return }
      usleep(50_000)
    }
  }
}
