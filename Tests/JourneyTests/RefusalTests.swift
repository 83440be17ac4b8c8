import Foundation
import Testing

/// Bad input gets a clear sentence, the right exit code, and nothing changed.
@Suite("What is refused", .serialized)
struct RefusalTests {
  private static let people = """
    Surname,Forename,TRN,School URN,Current role,Aspiration,Readiness,Readiness judged on,Max travel (miles)
    """

  @Test(
    "a doubtful cell is named with its line, column and remedy",
    arguments: [
      ("a URN nobody has", "Okoro,Ada,1234567,123456,Teacher,,,,", "there is no school 123456"),
      (
        "a date that is none", "Okoro,Ada,1234567,990001,Teacher,Headteacher,Ready now,31/02/2026,",
        "31/02/2026"
      ),
      ("a TRN without its zeros", "Okoro,Ada,12345,990001,Teacher,,,,", "lost its leading zeros"),
      ("a post that is none", "Okoro,Ada,1234567,990001,Wizard,,,,", "Wizard"),
      ("a row too wide", "Okoro,Ada,1234567,990001,Teacher,,,,,extra", "line"),
    ])
  func doubtfulCell(_ what: String, _ row: String, _ says: String) throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.sample()
    #expect(try work.talent("load", "schools", "sheets/schools.csv").code == 0)
    try work.write("people.csv", "\(Self.people)\n\(row)\n")
    let answer = try work.talent("load", "people", "people.csv")
    #expect(answer.code == 3)
    #expect(answer.complaint.contains("people.csv:2"), "\(answer.complaint)")
    #expect((answer.complaint + answer.out).contains(says), "\(answer.complaint)")
    #expect(answer.out.contains("Nothing was changed"))
    #expect(try work.scalar("select count(*) from person") == "0")
    let json = try work.talent("load", "people", "people.csv", "--json").json()
    #expect(json["read"] as? Int == 1 && json["rejected"] as? Int == 1)
    let finding = try #require((json["findings"] as? [[String: Any]])?.last)
    #expect(Set(finding.keys).isSuperset(of: ["place", "column", "says", "hint"]))
  }

  @Test("a missing column refuses the file and names it")
  func missingColumn() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.write("needs.csv", "Reference,School URN,Kind\nN1,990001,deployment\n")
    let answer = try work.talent("load", "needs", "needs.csv")
    #expect(answer.code == 3)
    #expect(answer.complaint.contains("From"), "\(answer.complaint)")
  }

  @Test("an unknown specialism names the nearest, and the good rows can be taken")
  func unknownSpecialism() throws {
    let work = try Workspace()
    defer { work.remove() }
    try work.sample()
    #expect(try work.talent("load", "schools", "sheets/schools.csv").code == 0)
    let head =
      "Reference,School URN,Kind,Role wanted,Specialism,Phase,Days,FTE,From,To,Priority,Behaviours wanted,People,Asked by,Asked on"
    try work.write(
      "needs.csv",
      """
      \(head)
      N1,990001,deployment,SLE,Fonics,Primary,5,,18/01/2027,17/07/2027,normal,,1,,
      N2,990001,deployment,SLE,Phonics,Primary,5,,18/01/2027,17/07/2027,normal,,1,,

      """)
    let refused = try work.talent("load", "needs", "needs.csv")
    #expect(refused.code == 3)
    #expect(refused.complaint.contains("Phonics"))
    #expect(try work.scalar("select count(*) from need") == "0")
    let taken = try work.talent("load", "needs", "needs.csv", "--accept-good")
    #expect(taken.code == 3)
    #expect(try work.scalar("select string_agg(reference, ' ') from need") == "N2")
    let rejects = try work.read("needs.csv.rejects.csv")
    #expect(rejects.contains("Fonics") && rejects.contains("Reason") && !rejects.contains("N2,"))
    try work.write("mended.csv", rejects.replacing("Fonics", with: "phonics"))
    #expect(try work.talent("load", "needs", "mended.csv").code == 0)
    #expect(try work.scalar("select count(*) from need where specialism = 'Phonics'") == "2")
  }

  @Test(
    "usage, absent things and foreign files end with their own codes",
    arguments: [
      (["load", "people", "nowhere.csv"], 64), (["load", "people", "/dev/null"], 64),
      (["load", "dragons", "x.csv"], 64), (["plan", "show", "77"], 3),
      (["plan", "verify", "77"], 3),
      (["explain", "77", "N1"], 3), (["propose", "--within", "LA:Nowhere"], 3),
      (["loads", "undo", "77"], 3), (["decide", "1", "N1", "--by", "Ann"], 64),
      (["propose", "--from", "31/02/2027"], 64),
    ] as [([String], Int32)])
  func exitCodes(_ arguments: [String], _ code: Int32) throws {
    let work = try Workspace()
    defer { work.remove() }
    let answer = try work.talent(arguments)
    #expect(answer.code == code, "\(answer.complaint)")
    #expect(!answer.complaint.isEmpty)
  }

  @Test("without needs there is no plan, and that is an answer")
  func nothingToPlan() throws {
    let work = try Workspace()
    defer { work.remove() }
    let answer = try work.talent("propose")
    #expect(answer.code == 0)
    #expect(answer.out.contains("no open needs"))
  }
}
