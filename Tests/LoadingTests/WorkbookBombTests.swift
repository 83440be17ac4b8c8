import Domain
import Testing

@testable import Loading

/// What is made to exhaust its reader is refused before it does: by counting, not by believing.
@Suite(.serialized) struct WorkbookBombTests {
  private func refusal(of book: WorkbookBytes, limits: Limits = .default) throws -> String {
    try refusal(of: book.bytes, limits: limits)
  }

  private func refusal(of bytes: [UInt8], limits: Limits = .default) throws -> String {
    let started = ContinuousClock.now
    let all = try reading(.people, bytes, name: "x.xlsx", limits: limits)
    // A second when optimised; the tests are not.
    #expect(ContinuousClock.now - started < .seconds(10))
    #expect(all.report.isFatal)
    return all.found.last?.says ?? ""
  }

  @Test(arguments: ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "[Content_Types].xml"])
  func `a part that swells a thousandfold is refused`(_ name: String) throws {
    var zip = ZipBytes()
    for file in WorkbookRefusalTests.book().files() where file.name != name {
      zip.add(file.name, file.content)
    }
    let whole = WorkbookRefusalTests.book().files().first { $0.name == name }!.content
    let head = String(decoding: whole, as: UTF8.self).split(separator: "</sheetData>")[0]
    zip.addSpaces(name, after: String(head), megabytes: 64)
    #expect(
      try refusal(of: zip.finished()).hasPrefix("a part of the workbook swells to more than 150"))
  }

  @Test func `a part that swells past what it claims is damaged`() throws {
    var zip = ZipBytes()
    for file in WorkbookRefusalTests.book().files() where !file.name.hasSuffix("sharedStrings.xml")
    {
      zip.add(file.name, file.content)
    }
    zip.addSpaces("xl/sharedStrings.xml", after: "<sst>", megabytes: 40, saying: 1_000)
    #expect(try refusal(of: zip.finished()) == "the workbook is damaged or was cut short")
  }

  @Test func `hundreds of sheets, each of them endless, are not looked through`() throws {
    var book = WorkbookRefusalTests.book()
    for number in 0..<255 { book.sheets.append(.init(name: "S\(number)")) }
    #expect(try refusal(of: book) == "the workbook has more than 255 sheets")
    book = WorkbookRefusalTests.book()
    book.sheets.append(.init(name: "Endless"))
    var zip = ZipBytes()
    for file in book.files() where !file.name.hasSuffix("sheet2.xml") {
      zip.add(file.name, file.content)
    }
    zip.addSpaces("xl/worksheets/sheet2.xml", after: "<worksheet><sheetData>", megabytes: 30)
    let all = try reading(.people, zip.finished(), name: "x.xlsx")
    #expect(all.rows.count == 1 && all.findings == [])
  }

  @Test func `entities are never expanded`() throws {
    let laughs = (1...9).map {
      "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">"
    }.joined()
    for declared in ["<!ENTITY l0 \"ha\">\(laughs)", "<!ENTITY l9 SYSTEM \"file:///etc/passwd\">"] {
      var book = WorkbookRefusalTests.book()
      book.parts["xl/sharedStrings.xml"] = Array(
        "<!DOCTYPE sst [\(declared)]><sst><si><t>&l9;</t></si></sst>".utf8)
      #expect(
        try refusal(of: book)
          == "the workbook declares a document type, which no spreadsheet writes")
    }
  }

  @Test func `ten thousand parts are refused`() throws {
    var zip = ZipBytes()
    for number in 0..<10_000 { zip.add("xl/media/image\(number).png", "") }
    #expect(
      try refusal(of: zip.finished()) == "the file holds more than 2000 parts: no workbook does")
  }

  @Test func `sizes past their caps are refused`() throws {
    var limits = Limits()
    limits.workbookBytes = 1_000
    #expect(
      try refusal(of: WorkbookRefusalTests.book(), limits: limits).contains("larger than 0 MB"))
    limits = Limits()
    limits.sharedBytes = 10
    #expect(
      try refusal(of: WorkbookRefusalTests.book(), limits: limits).contains("longer than 0 MB"))
    limits = Limits()
    limits.cellBytes = 100
    let long = String(repeating: "x", count: 101)
    let inline = "<row r=\"2\"><c t=\"inlineStr\"><is><t>\(long)</t></is></c></row>"
    #expect(
      try refusal(of: WorkbookRefusalTests.book(inline), limits: limits)
        == "a cell is longer than 100 bytes")
    limits = Limits()
    limits.rows = 2
    let rows = (2..<6).map { "<row r=\"\($0)\"><c t=\"str\"><v>A\($0)</v></c></row>" }.joined()
    #expect(
      try refusal(of: WorkbookRefusalTests.book(rows), limits: limits)
        == "the sheet has more than 2 rows")
    limits = Limits()
    limits.sharedTexts = 1
    #expect(
      try refusal(of: WorkbookRefusalTests.book(), limits: limits).contains("more than 1 text"))
  }

  @Test func `merged areas cannot multiply`() throws {
    var book = WorkbookRefusalTests.book()
    book.sheets[0].merged = (0..<200).map { "A\($0 + 1):XFD1048576" }
    #expect(try refusal(of: book) == "the sheet has too many merged cells")
  }

  @Test func `blank rows with looks and no values are no rows`() throws {
    let blank = String(repeating: "<row><c s=\"1\"/><c s=\"1\"/></row>", count: 200_000)
    var rows = WorkbookBytes()
    let first = rows.row(2, ["i:A", "n:109461"])
    let all = try reading(.people, WorkbookRefusalTests.book(first + blank).bytes, name: "x.xlsx")
    #expect(all.rows.count == 1 && all.report.read == 1 && all.findings == [])
  }
}
