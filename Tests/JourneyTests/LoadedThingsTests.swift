import Foundation
import Testing

/// A load is a thing: what it was given, what it replaced, and what a dry run promised.
@Suite struct `A load` {
  private func town() throws -> Workspace {
    let place = try Workspace()
    try place.sample(people: 30, designated: 10, needs: 12)
    _ = try place.talent("load", "schools", "sheets/schools.csv")
    try place.write("pool.csv", Self.pool)
    return place
  }

  private static let pool = """
    Surname,Forename,TRN,School URN,School,Current role
    Reed,Ana,1000001,990001,Elm," Deputy head "
    Hale,Tom,1000002,990002,Oak,Headteacher

    """

  @Test func `keeps the rows it refused, as typed and with the reason`() throws {
    let place = try town()
    defer { place.remove() }
    try place.write(
      "pool.csv",
      Self.pool + "Moss,Kit, 12 ,990001,Elm,Headteacher\nWren,Jo,1000004,999999,,\n"
        + "Rook,Al,1000005,990001,Elm,a \"b\" c\nHale,Tim,1000002,990002,Oak,\n")
    let answer = try place.talent("load", "people", "pool.csv", "--accept-good", "--json")
    #expect(answer.code == 3)
    #expect(try answer.json()["rejected"] as? Int == 5)
    let refused = try place.talent("loads", "show", "2", "--rejected", "--plain").out
    for (line, words) in [
      ("3", "contradicts"), ("4", "TRN"), ("5", "no school"), ("6", "quote"), ("7", "line 3"),
    ] {
      let row = refused.split(separator: "\n").first { $0.hasPrefix("\(line)\t") }
      #expect(row?.contains(words) == true, "line \(line): \(refused)")
    }
    let typed = try place.talent("loads", "show", "2", "--line", "4", "--json")
    #expect(typed.out.contains(#"" 12 ""#), "\(typed.out)")
    #expect(typed.complaint.contains("This row was refused"))
    #expect(try place.talent("loads", "show", "2").out.contains("talent loads show 2 --rejected"))
    #expect(try place.talent("loads", "undo", "2").code == 0)
    #expect(try place.scalar("select count(*) from load_row where load = 2") == "0")
    #expect(try !place.talent("loads", "show", "2").out.contains("--rejected"))
    let gone = "oad 2 was undone at "
    let forgotten = try place.talent("loads", "show", "2", "--rejected").out
    #expect(
      forgotten.contains(gone) && forgotten.contains("its rows as typed went with it"),
      "\(forgotten)")
    let line = try place.talent("loads", "show", "2", "--line", "4")
    #expect(line.code == 3 && line.complaint.contains(gone), "\(line.complaint)")
  }

  @Test func `keeps its file's hash, its rows as typed, and what it replaced`() throws {
    let place = try town()
    defer { place.remove() }
    #expect(try place.talent("load", "people", "pool.csv").code == 0)
    try place.write(
      "pool.csv", Self.pool.replacing("Headteacher", with: "HT").replacing("Hale", with: "Hail"))
    #expect(try place.talent("load", "people", "pool.csv").code == 0)

    let shown = try place.talent("loads", "show", "3", "--json").json()
    #expect((shown["file_hash"] as? String)?.count == 64)
    #expect(shown["policy"] as? String == "all or nothing")
    #expect(shown["read"] as? Int == 2 && shown["updated"] as? Int == 1)
    #expect(shown["unchanged"] as? Int == 1)
    let row = try place.talent("loads", "show", "2", "--line", "2", "--plain").out
    #expect(row.contains("School\tElm"))
    #expect(row.contains("Current role\t Deputy head "))
    let changes = try place.talent("loads", "show", "3", "--changes", "--plain").out
    #expect(changes.contains("3\tperson P2\tSurname\tHale\tHail"), "\(changes)")
    #expect(changes.contains("3\tperson P2\tName\tTom Hale\tTom Hail"))
    #expect(try place.talent("loads", "show", "3", "--line", "9").code == 3)

    #expect(try place.talent("loads", "undo", "3").code == 0)
    #expect(try place.scalar("select count(*) from load_row where load = 3") == "0")
    #expect(try place.scalar("select name from person where number = 2") == "Tom Hale")
    let back = try place.talent("loads", "show", "3", "--changes").out
    #expect(
      back.contains("It was undone at ") && back.contains("no value stays replaced"), "\(back)")
  }

  @Test func `with a token does what the dry run said, or names the rows that changed`() throws {
    let place = try town()
    defer { place.remove() }
    let rehearsed = try place.talent("load", "people", "pool.csv", "--dry-run", "--json").json()
    let token = try #require(rehearsed["token"] as? String)
    #expect(rehearsed["created"] as? Int == 2)

    try place.write(
      "one.csv", "Name,TRN,School URN\nTom Hale,1000002,990002\n")
    #expect(try place.talent("load", "people", "one.csv").code == 0)
    let refused = try place.talent("load", "people", "pool.csv", "--token", token)
    #expect(refused.code == 5)
    #expect(
      refused.complaint.contains(
        "line 3: at the dry run it would make a new record, now it would change a stored record"),
      "\(refused.complaint)")
    #expect(try place.scalar("select count(*) from person") == "1")

    let again = try place.talent("load", "people", "pool.csv", "--dry-run", "--json").json()
    let second = try #require(again["token"] as? String)
    let wrong = try place.talent("load", "people", "one.csv", "--token", second)
    #expect(wrong.code == 5)
    #expect(wrong.complaint.contains("the file has changed since"))
    #expect(try place.talent("person", "edit", "1000002", "--role", "Teacher").code == 0)
    let edited = try place.talent("load", "people", "pool.csv", "--token", second)
    #expect(edited.code == 5)
    #expect(edited.complaint.contains("line 3: the record it changes is not what it was"))

    let third = try place.talent("load", "people", "pool.csv", "--dry-run", "--json").json()
    let good = try #require(third["token"] as? String)
    #expect(try place.talent("load", "people", "pool.csv", "--token", good).code == 0)
    let used = try place.talent("load", "people", "pool.csv", "--token", good)
    #expect(used.code == 5 && used.complaint.contains("a token is used once, within a week"))
  }

  @Test func `is taken back where what was edited was put back by hand`() throws {
    let place = try town()
    defer { place.remove() }
    #expect(try place.talent("load", "people", "pool.csv").code == 0)
    #expect(try place.talent("person", "edit", "1000002", "--role", "Teacher").code == 0)
    let kept = try place.talent("loads", "undo", "2")
    #expect(kept.out.contains("Tom Hale: edited by hand since"), "\(kept.out)")
    #expect(try place.talent("person", "edit", "1000002", "--role", "Headteacher").code == 0)
    let undone = try place.talent("loads", "undo", "2")
    #expect(undone.code == 0 && undone.out.contains("0 kept"), "\(undone.out)\(undone.complaint)")
    #expect(try place.scalar("select count(*) from person") == "0")
  }

  @Test func `is made by the mapping whose headings the sheet has exactly`() throws {
    let place = try town()
    defer { place.remove() }
    let folder = place.folder.appendingPathComponent("config/talent/mappings")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let mapping = """
      kind: people
      about: Elm's own list
      columns: {Name: Who, TRN: Ref, School URN: Place, Strengths: Good at}
      separators: {Strengths: ","}
      values:
        Strengths: {Maths: [sums], "": [none]}
      """
    try mapping.write(
      to: folder.appendingPathComponent("elm.yaml"), atomically: true, encoding: .utf8)
    try place.write(
      "elm.csv",
      "Who,Ref,Place,Good at\nAna Reed,1000001,990001,\"sums, Art\"\nTom Hale,,990002,none\n")
    let answer = try place.talent("load", "people", "elm.csv")
    #expect(answer.code == 0, "\(answer.complaint)")
    #expect(answer.complaint.contains("the headings are those of the mapping elm, which is used"))
    #expect(
      try place.scalar("select strengths::text from person where number = 1") == "{Maths,Art}")
    let shown = try place.talent("loads", "show", "2", "--json").json()
    #expect(shown["mapping"] as? String == "elm")
    #expect(try place.scalar("select mapping_text from load where number = 2") == mapping)
    #expect(try place.talent("map", "check", "elm", "elm.csv").code == 0)
    let other = try place.talent("load", "posts", "elm.csv", "--map", "elm")
    #expect(other.code == 64)
    #expect(try place.talent("load", "people", "elm.csv", "--map", "oak").code == 64)

    try place.write("bad.csv", "Who,Ref,Place,Good at\nBo Bell,12,990001,none\n")
    let refused = try place.talent(
      "load", "people", "bad.csv", "--map", "elm", "--accept-good", "--rejects", "mend.csv")
    #expect(refused.out.contains("mend them and load that file with --map elm."), "\(refused.out)")
    let again = try place.talent("load", "people", "mend.csv")
    #expect(again.complaint.contains("the mapping elm, which is used"), "\(again.complaint)")
    #expect(again.complaint.contains("the TRN 12"), "\(again.complaint)")
  }

  @Test func `takes what a draft of its mapping proposes`() throws {
    let place = try town()
    defer { place.remove() }
    try place.write(
      "odd.csv",
      """
      Talent pool 2026,,,,,,
      Full name,Teacher ref,School,DfE URN,Post held,How ready?,Next role
      Ann Lee,1234567,Elm,990001,DHT,RN,HT
      Bob Ray,0034567,Oak,990002,AHT,1-2 years,DHT
      Cy Dow,1234599,Oak,990002,Phase leader,RN,AHT

      """)
    #expect(try place.talent("map", "draft", "odd.csv", "--out", "odd.yaml").code == 0)
    #expect(try place.talent("map", "check", "odd.yaml", "odd.csv").code == 0)
    let answer = try place.talent("load", "people", "odd.csv", "--map", "odd.yaml", "--json")
    #expect(answer.code == 0, "\(answer.complaint)")
    let counts = try answer.json()
    #expect(counts["created"] as? Int == 3 && counts["mapping"] as? String == "odd")
    #expect(try place.scalar("select role from person where number = 3") == "Middle leader")
  }
}
