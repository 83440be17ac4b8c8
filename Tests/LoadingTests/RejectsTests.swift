import Domain
import Testing

@testable import Loading

/// The rejected rows come back as typed, to be mended and loaded again.
@Suite struct RejectsTests {
  private func rejects(_ bytes: [UInt8], pieces: Int = 1 << 20, reason: String? = nil) throws
    -> String
  {
    let all = try reading(.people, bytes)
    let shape = try #require(all.report.shape)
    let refused = all.found.filter { $0.weight == .refusal }
    var output: [UInt8] = []
    var left = refused[...]
    try writeRejects(
      of: shape, from: sheetFile(bytes, pieces: pieces),
      rejected: { left.popFirst().map { ($0.line, reason ?? $0.says) } },
      write: { output.append(contentsOf: $0) })
    return String(decoding: output, as: UTF8.self)
  }

  private static let sheet = #"""
    Talent database;;
    Name ;School URN;Notes
    A One;109461;
    "B; Two";1;"said ""yes"""
    C Three;109463
    D "Four";109464;

    """#

  @Test func `headings and refused records are copied behind their reasons`() throws {
    for pieces in [1, 7, 4096] {
      #expect(
        try rejects(Array(RejectsTests.sheet.utf8), pieces: pieces)
          == "\u{FEFF}Talent database;;\r\n"
          + "\"Reason\";Name ;School URN;Notes\r\n"
          + "\"\"\"1\"\" is not a URN\";\"B; Two\";1;\"said \"\"yes\"\"\"\r\n"
          + "\"the row has 2 cells where the headings have 3\";C Three;109463\r\n"
          + "\"a quote stands inside a cell that does not start with one: the row cannot be read\";D \"Four\";109464;\r\n"
      )
    }
  }

  @Test func `what was refused is refused again until it is mended`() throws {
    let first = try rejects(Array(RejectsTests.sheet.utf8))
    let again = try reading(.people, first)
    #expect(again.rows.isEmpty && again.report.rejected == 3)
    let mended = first.replacing(";1;", with: ";109462;")
    #expect(try reading(.people, mended).drafts.map(\.person.name) == ["B; Two"])
    #expect(try rejects(Array(first.utf8)).contains("\r\n\"Reason\";Name ;"))
  }

  @Test func `a reason that a spreadsheet would run is neutralised`() throws {
    let copy = try rejects(Array(RejectsTests.sheet.utf8), reason: "=1+1")
    #expect(copy.contains("\r\n\"'=1+1\";\"B; Two\""))
  }

  @Test func `what a spreadsheet would run is neutralised, and read again as typed`() throws {
    for (heading, row, copied) in [
      ("Name,School URN,Notes", "Ann,1,=1+1", #"Ann,1,"'=1+1""#),
      ("Name,School URN,Notes", #"Ann,1,"@a, ""b""""#, #"Ann,1,"'@a, ""b""""#),
      ("Name,School URN,Notes", "Ann,1,'+1", "Ann,1,'+1"),
      ("Name,School URN,Notes", "Ann,1, -1 ", #"Ann,1,"'-1""#),
      ("'Name','School URN','Notes'", "'Ann','1','=1+1'", "'Ann','1','''=1+1'"),
    ] {
      let copy = try rejects(Array("\(heading)\n\(row)\n".utf8))
      #expect(copy.hasSuffix(",\(copied)\r\n"), "\(copy)")
      let mend = { (text: String) in
        text.replacing(",1,", with: ",109461,").replacing("'1'", with: "'109461'")
      }
      let meant = try reading(.people, mend("\(heading)\n\(row)\n"))
      let again = try reading(.people, mend(copy))
      #expect(meant.rows.count == 1 && again.rows.map(\.typed) == meant.rows.map(\.typed))
    }
  }

  @Test func `Windows-1252 comes back as UTF-8`() throws {
    let bytes = Array("Name,School URN\nZo".utf8) + [0xEB] + Array(",1\n".utf8)
    #expect(try rejects(bytes).hasSuffix(",Zoë,1\r\n"))
  }
}
