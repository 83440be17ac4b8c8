import Foundation
import Testing

/// Workbooks as people send them, and everything that is doubtful in a sheet in one go.
@Suite("Workbooks and findings", .serialized)
struct WorkbookTests {
  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../Fixtures/workbooks/written-by")

  private func county() throws -> Workspace {
    let work = try Workspace()
    try work.sample()
    #expect(try work.talent("load", "schools", "sheets/schools.csv").code == 0)
    try FileManager.default.copyItem(
      at: Self.fixtures.appendingPathComponent("openpyxl.xlsx"),
      to: work.folder.appendingPathComponent("rising-stars.xlsx"))
    return work
  }

  @Test("every doubtful cell of a workbook is named by sheet and cell, in text and in files")
  func namedCells() throws {
    let work = try county()
    defer { work.remove() }
    let answer = try work.talent("load", "people", "rising-stars.xlsx", "--findings", "found.csv")
    #expect(answer.code == 3)
    try expectGolden(
      answer.complaint + answer.out + (try work.read("found.csv")), "workbook-refused")
    let json = try work.talent("load", "people", "rising-stars.xlsx", "--json").json()
    #expect(json["sheet"] as? String == "Candidates")
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.map { $0["cell"] as? String } == ["D3", "D4", "D5", "C6"])
    #expect(json["finding_count"] as? Int == 4)
    #expect(
      findings[3]["place"] as? String == "rising-stars.xlsx, sheet Candidates, C6")
  }

  @Test("a note stands at its cell, and that cell is marked")
  func notesAtTheirCells() throws {
    let work = try county()
    defer { work.remove() }
    try work.write(
      "notes.csv", "Name,School URN,TRN,Notes\nAnn Zed*,990001,,N/A\n\"Bo Ash, Cy Elm\",990001,,\n")
    let marked = try work.talent(
      "load", "people", "notes.csv", "--dry-run", "--findings", "notes.xlsx")
    #expect(
      marked.complaint.contains("notes.csv:2:Notes: note: \"N/A\" says nothing: it is kept"),
      "\(marked.complaint)")
    let answer = try work.talent(
      "load", "people", "notes.xlsx", "--dry-run", "--json", "--findings", "found.csv")
    let findings = try #require(try answer.json()["findings"] as? [[String: Any]])
    #expect(findings.map { $0["cell"] as? String } == ["A2", "D2", "A3"], "\(findings)")
    #expect(findings.map { $0["column"] as? String } == ["Name", "Notes", "Name"])
    #expect(findings[1]["place"] as? String == "notes.xlsx, sheet Sheet, D2")
    let list = try work.read("found.csv")
    #expect(
      list.contains("\"notes.xlsx, sheet Sheet, D2\",2,Notes,N/A,note,"), "\(list)")
  }

  @Test("a drafted mapping's file that cannot be read is refused in the words of load")
  func unreadableDraft() throws {
    let work = try county()
    defer { work.remove() }
    for (name, text) in [("empty.csv", ""), ("nul.csv", "Name,School URN\nA\u{0}B,990001\n")] {
      try work.write(name, text)
    }
    try FileManager.default.copyItem(
      at: work.folder.appendingPathComponent("rising-stars.xlsx"),
      to: work.folder.appendingPathComponent("zip.csv"))
    for arguments in [
      ["empty.csv"], ["nul.csv"], ["zip.csv"], ["rising-stars.xlsx", "--sheet", "Nowhere"],
      ["sheets/schools.csv", "--sheet", "Nowhere"],
    ] {
      let drafted = try work.talent(["map", "draft"] + arguments)
      let loaded = try work.talent(["load", "people"] + arguments)
      #expect(drafted.code == 3 && drafted.out.isEmpty)
      #expect(
        loaded.complaint.hasPrefix(drafted.complaint), "\(drafted.complaint)\(loaded.complaint)")
    }
  }

  @Test("good rows are taken, and the rest come back as a CSV to mend")
  func acceptGood() throws {
    let work = try county()
    defer { work.remove() }
    try work.sql("update school set urn = 109461 where urn = 990001")
    let answer = try work.talent("load", "people", "rising-stars.xlsx", "--accept-good")
    #expect(answer.code == 3)
    #expect(answer.out.contains("4 rows read: 3 created"), "\(answer.out)\(answer.complaint)")
    let rejects = try work.read("rising-stars.xlsx.rejects.csv")
    #expect(rejects.contains("12345,109461,Teacher,04/03/2026"), "\(rejects)")
    try work.write("mended.csv", rejects.replacing("Max,12345,", with: "Max,0012346,"))
    #expect(try work.talent("load", "people", "mended.csv").code == 0)
    #expect(try work.scalar("select count(*) from person") == "4")
    #expect(
      try work.scalar("select trn from person where family_name = 'Ward'") == "0012345")
  }

  @Test("a sheet marked in a workbook is the same sheet: loaded, it changes nothing")
  func markedWorkbook() throws {
    let work = try county()
    defer { work.remove() }
    let first = try work.talent(
      "load", "people", "sheets/rising-stars.csv", "--findings", "marked.xlsx")
    #expect(first.code == 0, "\(first.complaint)")
    let again = try work.talent("load", "people", "marked.xlsx")
    #expect(again.code == 0, "\(again.complaint)")
    #expect(again.out.contains("160 unchanged, 0 rejected. Nothing to do."), "\(again.out)")
    let copied = try work.talent("load", "people", "marked.xlsx", "--findings", "again.xlsx")
    #expect(copied.code == 0)
    let third = try work.talent("load", "people", "again.xlsx")
    #expect(third.out.contains("160 unchanged, 0 rejected. Nothing to do."), "\(third.out)")
  }

  @Test("hidden sheets and merged titles of a marked workbook are as they were")
  func hiddenSheets() throws {
    let work = try county()
    defer { work.remove() }
    try FileManager.default.copyItem(
      at: Self.fixtures.appendingPathComponent("hidden.xlsx"),
      to: work.folder.appendingPathComponent("hidden.xlsx"))
    let first = try work.talent(
      "load", "people", "hidden.xlsx", "--dry-run", "--findings", "marked.xlsx")
    let hidden = "the hidden sheet Last year has the same headings and is not read"
    #expect(first.complaint.contains(hidden), "\(first.complaint)")
    let again = try work.talent(
      "load", "people", "marked.xlsx", "--dry-run", "--findings", "again.csv")
    func told(_ answer: Workspace.Answer) -> [String] {
      answer.complaint.replacing("marked.xlsx", with: "hidden.xlsx").split(separator: "\n")
        .map(String.init)
    }
    #expect(told(again) == told(first))
    let draft = try work.talent("map", "draft", "marked.xlsx", "--sheet", "Candidates")
    #expect(draft.out.contains("  - Rising Stars\n"), "\(draft.out)")
    #expect(!draft.out.contains("MERGED"))
  }

  @Test("what a cell says is the same in the marked workbook, whatever it looks like")
  func strangeCells() throws {
    let work = try county()
    defer { work.remove() }
    let notes = [
      "a _x0041_ b", "=1+1", "007", "_x005F_x0041_", "\"\"quoted\"\" & <b>", "31/12/2026", "é😀",
    ]
    let rows = notes.enumerated().map { "Odd,P\($0),765432\($0),990001,\"\($1)\"\n" }
    try work.write("odd.csv", "Surname,Forename,TRN,School URN,Notes\n" + rows.joined())
    let first = try work.talent("load", "people", "odd.csv", "--findings", "odd.xlsx")
    #expect(first.out.contains("7 created"), "\(first.complaint)\(first.out)")
    let again = try work.talent("load", "people", "odd.xlsx")
    #expect(again.out.contains("7 unchanged"), "\(again.complaint)\(again.out)")
  }

  @Test("a formula that was never calculated is a finding in the marked workbook too")
  func uncalculated() throws {
    let work = try county()
    defer { work.remove() }
    try FileManager.default.copyItem(
      at: Self.fixtures.appendingPathComponent("formula.xlsx"),
      to: work.folder.appendingPathComponent("formula.xlsx"))
    let answer = try work.talent("load", "people", "formula.xlsx", "--findings", "marked.xlsx")
    #expect(answer.code == 3 && answer.complaint.contains("never calculated"))
    let marked = try work.talent("load", "people", "marked.xlsx")
    #expect(marked.code == 3, "\(marked.complaint)")
    #expect(marked.complaint.contains("holds the error #FORMULA!"), "\(marked.complaint)")
  }

  /// A number in letters: names have no digits.
  private static func letters(_ number: Int) -> String {
    String(number).map { "ABCDEFGHIJ".map { String($0) }[$0.wholeNumberValue ?? 0] }.joined()
  }

  @Test("thousands of findings are grouped for a person, and all there in the files")
  func thousands() throws {
    let work = try county()
    defer { work.remove() }
    let rows = (0..<12_000).map {
      "A\(Self.letters($0)) B\(Self.letters($0)),\($0 % 2 == 0 ? 999_000 + $0 % 7 : 12)\n"
    }
    try work.write("many.csv", "Name,School URN\n" + rows.joined())
    let answer = try work.talent("load", "people", "many.csv", "--findings", "all.csv")
    #expect(answer.code == 3)
    try expectGolden(answer.complaint + answer.out, "many-findings")
    #expect(try work.read("all.csv").split(separator: "\r\n").count == 12_001)
    let json = try work.talent("load", "people", "many.csv", "--json", "--dry-run").json()
    #expect((json["findings"] as? [Any])?.count == 12_000)
    #expect(json["finding_count"] as? Int == 12_000 && json["rejected"] as? Int == 12_000)
    _ = try work.talent("load", "people", "many.csv", "--accept-good")
    let rejects = try work.read("many.csv.rejects.csv").split(separator: "\r\n")
    #expect(rejects.count == 12_001)
    #expect(rejects.last?.hasSuffix("ABBJJJ BBBJJJ,12") == true)
  }

  @Test("a workbook that cannot be read leaves nothing behind, and --sheet names another")
  func refusedWorkbooks() throws {
    let work = try county()
    defer { work.remove() }
    let absent = try work.talent("load", "people", "rising-stars.xlsx", "--sheet", "Nobody")
    #expect(absent.code == 3)
    #expect(absent.complaint.contains("there is no sheet \"Nobody\" in the workbook"))
    #expect(absent.complaint.contains("Its sheets: \"Notes\", \"Candidates\""))
    #expect(absent.out == "people: the file is refused. Nothing was changed.\n")
    try work.write("cut.xlsx", "PK\u{3}\u{4} and no more")
    let cut = try work.talent("load", "people", "cut.xlsx", "--findings", "cut-found.xlsx")
    #expect(cut.code == 3)
    #expect(cut.complaint.contains("cut.xlsx: the workbook is damaged or was cut short"))
    let ending = try work.talent("load", "people", "cut.xlsx", "--findings", "found.doc")
    #expect(ending.code == 64)
    let text = try work.talent("load", "people", "sheets/rising-stars.csv", "--sheet", "A")
    #expect(text.code == 3 && text.complaint.contains("a text file has no sheets"))
  }
}
