import Domain
import Testing

@testable import Loading

/// What is no workbook, or one that nobody should open, is named and refused in little time.
@Suite struct WorkbookRefusalTests {
  static let head = ["Name", "School URN"]

  static func book(_ rows: String = "") -> WorkbookBytes {
    var book = WorkbookBytes()
    var sheet = WorkbookBytes.Sheet(name: "Candidates")
    sheet.rows = book.row(1, head) + (rows.isEmpty ? book.row(2, ["A", "n:109461"]) : rows)
    book.sheets = [sheet]
    return book
  }

  private func fatal(
    _ bytes: [UInt8], name: String = "sheet.xlsx", limits: Limits = .default
  ) throws -> String {
    let all = try reading(.people, bytes, name: name, limits: limits)
    #expect(all.report.isFatal)
    return all.found.last.map { "\($0.line): \($0.says)" } ?? "nothing"
  }

  @Test func `a workbook is known by its bytes, and a name that says otherwise is refused`() throws
  {
    let book = WorkbookRefusalTests.book().bytes
    #expect(try reading(.people, book, name: "export").rows.count == 1)
    for ending in ["xls", "xlsm", "xlsb", "ods"] {
      #expect(
        try fatal(book, name: "export.\(ending)")
          == "0: the file is named .\(ending), and it holds an .xlsx workbook")
    }
    #expect(
      try fatal(book, name: "Export.CSV")
        == "0: the file is named .csv, but it holds a workbook or zip file, not text")
    #expect(
      try fatal(Array("Name,School URN\nA,109461\n".utf8))
        == "0: the file is named .xlsx, but it is no workbook: it holds text")
    #expect(
      try fatal(Array("Name,School URN\nA,109461\n".utf8), name: "x.xls")
        == "0: the file is named .xls, but it is no workbook: it holds text")
    #expect(
      try reading(.people, Array("Name,School URN\n".utf8), name: "a.csv", sheet: "B").found[0].says
        == "\"B\" is asked for, and a text file has no sheets")
  }

  @Test func `other files are named`() throws {
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let padding = [UInt8](repeating: 0, count: 70_000)
    #expect(try fatal(compound + padding) == "0: the file is an old Excel workbook (.xls)")
    let locked: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }
    #expect(
      try fatal(compound + padding + locked + padding)
        == "0: the workbook is locked with a password")
    for (first, name) in [
      ("%PDF-1.7", "a PDF"), ("<html><table>", "a web page"), ("{\\rtf1", "a text document (RTF)"),
    ] {
      #expect(try fatal(Array(first.utf8), name: "x.csv") == "0: the file is \(name), not a sheet")
    }
    #expect(try fatal([]) == "0: the file is empty")
  }

  private func zip(_ parts: (String, String)...) -> [UInt8] {
    var zip = ZipBytes()
    for part in parts { zip.add(part.0, part.1) }
    return zip.finished()
  }

  @Test func `other zips are named`() throws {
    #expect(try fatal(zip(("a.txt", "x"))) == "0: the file is a zip, but no workbook")
    #expect(try fatal(ZipBytes().finished()) == "0: the file is a zip, but no workbook")
    let sheet = "application/vnd.oasis.opendocument.spreadsheet"
    #expect(
      try fatal(zip(("mimetype", sheet)), name: "x.ods")
        == "0: the file is an OpenDocument sheet (.ods)")
    #expect(
      try fatal(zip(("Index/Document.iwa", ""))) == "0: the file is a Numbers or Pages document")
    var book = WorkbookRefusalTests.book()
    book.parts["[Content_Types].xml"] = Array(
      "<Types><Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"
        .utf8)
    #expect(
      try fatal(book.bytes, name: "x.xlsm") == "0: the file is a workbook with macros (.xlsm)")
    book = WorkbookRefusalTests.book()
    book.parts["xl/workbook.bin"] = [1]
    #expect(try fatal(book.bytes) == "0: the file is a binary workbook (.xlsb)")
    book = WorkbookRefusalTests.book()
    book.parts["_rels/.rels"] = Array(
      "<R><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></R>".utf8)
    book.parts["word/document.xml"] = Array("<d/>".utf8)
    #expect(try fatal(book.bytes) == "0: the file is a Word document (.docx)")
  }

  @Test func `a workbook cut short anywhere is refused`() throws {
    let book = WorkbookRefusalTests.book().bytes
    for end in stride(from: 5, to: book.count - 22, by: 101) {
      #expect(
        try fatal(Array(book[..<end])) == "0: the workbook is damaged or was cut short", "\(end)")
    }
  }

  @Test func `damage is met wherever it is`() throws {
    func part(_ name: String, _ text: String) throws -> String {
      var book = WorkbookRefusalTests.book()
      book.parts[name] = Array(text.utf8)
      return try fatal(book.bytes)
    }
    let broken = try part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c")
    #expect(broken == "0: the workbook is damaged: line 1 of its XML cannot be read")
    #expect(try part("xl/sharedStrings.xml", "<sst><si></sst>").contains("XML cannot be read"))
    #expect(try part("xl/workbook.xml", "<workbook/>") == "0: the workbook has no sheet with cells")
    #expect(
      try part("xl/_rels/workbook.xml.rels", "<R/>") == "0: the workbook has no sheet with cells")
    let elsewhere =
      "<R><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"../../etc/passwd\"/></R>"
    #expect(
      try part("xl/_rels/workbook.xml.rels", elsewhere)
        == "0: the workbook lacks its part \"etc/passwd\": it is damaged")
    var zip = ZipBytes()
    for file in WorkbookRefusalTests.book().files() {
      zip.add(file.name, file.content, crc: file.name.hasSuffix("sheet1.xml") ? 1 : nil)
    }
    #expect(try fatal(zip.finished()) == "0: the workbook is damaged or was cut short")
    var locked = ZipBytes()
    for file in WorkbookRefusalTests.book().files() {
      locked.add(file.name, file.content, flags: 1)
    }
    #expect(try fatal(locked.finished()) == "0: the workbook is locked with a password")
  }

  @Test func `rows and cells that are out of place are refused`() throws {
    func rows(_ xml: String) throws -> String { try fatal(WorkbookRefusalTests.book(xml).bytes) }
    let cell = "<c r=\"A3\"><v>1</v></c>"
    #expect(
      try rows("<row r=\"3\">\(cell)</row><row r=\"2\"/>")
        == "0: the workbook is damaged: row 2 stands after row 3")
    #expect(
      try rows("<row r=\"3\">\(cell)\(cell)</row>")
        == "3: the workbook is damaged: the cell A3 stands twice")
    #expect(
      try rows("<row r=\"4\">\(cell)</row>")
        == "4: the workbook is damaged: a cell of row 4 says it is elsewhere")
    #expect(try rows("<row r=\"1048577\"/>").contains("row 1048577"))
    #expect(
      try rows("<row r=\"3\"><c r=\"XFE3\"><v>1</v></c></row>").contains("says it is elsewhere"))
    #expect(
      try rows("<row r=\"3\"><c r=\"XFD3\"><v>1</v></c></row>")
        == "3: column XFD holds something, and a sheet may have 10000 columns")
  }

  @Test func `a part that is there twice is refused, whatever its case and slashes`() throws {
    for name in [
      "xl/worksheets/sheet1.xml", "XL/Worksheets/sheet1.xml", "xl\\worksheets\\sheet1.xml",
    ] {
      var zip = ZipBytes()
      for file in WorkbookRefusalTests.book().files() { zip.add(file.name, file.content) }
      zip.add(name, Array("<worksheet/>".utf8))
      #expect(
        try fatal(zip.finished())
          == "0: the file holds its part \"xl/worksheets/sheet1.xml\" twice: it is damaged")
    }
    var folders = ZipBytes()
    for file in WorkbookRefusalTests.book().files() { folders.add(file.name, file.content) }
    for _ in 0..<2 { folders.add("xl/media/", []) }
    #expect(try !reading(.people, folders.finished(), name: "sheet.xlsx").report.isFatal)
    var book = WorkbookRefusalTests.book()
    let relations = try #require(book.files().first { $0.name == "xl/_rels/workbook.xml.rels" })
    let text = String(decoding: relations.content, as: UTF8.self)
    let other = "<Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"styles.xml\"/></R"
    book.parts[relations.name] = Array(text.replacing("</R", with: other).utf8)
    #expect(
      try fatal(book.bytes)
        == "0: the workbook says twice where its sheet \"Candidates\" is: it is damaged")
  }

  @Test(arguments: [
    "<v>109461</v><v>2</v>", "<v>1</v><is><t>2</t></is>", "<is><t>2</t></is><v>1</v>",
  ])
  func `a cell with two values is refused`(_ values: String) throws {
    let row = "<row r=\"2\"><c r=\"A2\" t=\"str\">\(values)</c></row>"
    #expect(
      try fatal(WorkbookRefusalTests.book(row).bytes)
        == "2: the workbook is damaged: the cell A2 has two values")
  }

  @Test func `a cell of a kind that is none is refused by itself`() throws {
    let kinds = ["zz", "B", "nn", "boolean", "string"]
    let rows = kinds.enumerated().map { at, kind in
      "<row r=\"\(at + 2)\"><c r=\"A\(at + 2)\" t=\"str\"><v>Ann \(kind)</v></c>"
        + "<c r=\"B\(at + 2)\" t=\"\(kind)\"><v>109461</v></c></row>"
    }
    let all = try reading(
      .people, WorkbookRefusalTests.book(rows.joined()).bytes, name: "x.xlsx")
    #expect(
      all.findings
        == kinds.indices.map { "\($0 + 2):School URN: is of a kind that no workbook has" })
  }

  @Test func `of two headings the second is shown, with its sheet and cell`() throws {
    var book = WorkbookBytes()
    var sheet = WorkbookBytes.Sheet(name: "Candidates")
    sheet.rows =
      book.row(3, ["Name", "School URN", "", "Name"]) + book.row(4, ["A", "n:109461", "", "B"])
    book.sheets = [sheet]
    let all = try reading(.people, book.bytes, name: "x.xlsx")
    #expect(all.findings == ["3:Name: the heading Name stands twice, in columns A and D"])
    let shape = try #require(all.report.shape)
    #expect(shape.sheet == "Candidates" && shape.cell(ofColumn: "Name") == 3)
  }

  @Test func `blank cells to the sheet's edge are no cells`() throws {
    let row = """
      <row r="2"><c r="A2" t="str"><v>Ann</v></c><c r="B2"><v>109461</v></c><c r="XFC2" s="1"/>\
      <c r="XFD2" t="str"><v> </v></c></row>
      """
    let all = try reading(.people, WorkbookRefusalTests.book(row).bytes, name: "x.xlsx")
    #expect(all.findings == [] && all.rows.count == 1)
  }

  @Test func `a sheet that cannot be read is not passed over for another`() throws {
    for rows in ["<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>", "<row r=\"2\"><c></row>"] {
      var book = WorkbookRefusalTests.book(rows)
      var other = book.sheets[0]
      other.name = "Last year"
      other.isHidden = true
      other.rows += book.row(2, ["Z", "n:109461"])
      other.rows.replace(rows, with: "")
      book.sheets.append(other)
      #expect(try reading(.people, book.bytes, name: "x.xlsx", sheet: "Last year").rows.count == 1)
      _ = try fatal(book.bytes)
      book.sheets[0].rows.replace(/<row r="1">.*?<\/row>/, with: "")
      #expect(try fatal(book.bytes).contains("sheet Candidates: "))
    }
  }

  @Test func `parts are found whichever way their slashes lean`() throws {
    var book = WorkbookRefusalTests.book()
    let relations = try #require(book.files().first { $0.name == "xl/_rels/workbook.xml.rels" })
    let text = String(decoding: relations.content, as: UTF8.self)
    book.parts[relations.name] = Array(text.replacing("worksheets/", with: "worksheets\\").utf8)
    #expect(try reading(.people, book.bytes, name: "x.xlsx").report.shape != nil)
  }

  @Test func `a workbook without shared texts and styles is read`() throws {
    var book = WorkbookRefusalTests.book(
      "<row><c t=\"str\"><v>A</v></c><c s=\"7\"><v>109461</v></c></row>")
    book.sheets[0].rows = book.sheets[0].rows.replacing(
      /<row r="1">.*?<\/row>/,
      with: "<row><c t=\"str\"><v>Name</v></c><c t=\"str\"><v>School URN</v></c></row>")
    book.parts["xl/_rels/workbook.xml.rels"] = Array(
      "<R><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></R>"
        .utf8)
    let all = try reading(.people, book.bytes, name: "x.xlsx")
    #expect(all.findings == [] && all.drafts.map(\.person.name) == ["A"])
  }

  @Test func `cells out of order, without references and in strange letters are read`() throws {
    let rows = """
      <x:row xmlns:x="y"><x:c r="b2"><x:v>109461</x:v></x:c><x:c r="A2" t="inlineStr"><x:is>\
      <x:t>Zo</x:t><x:t>ë</x:t></x:is></x:c></x:row><row><c t="str"><v><![CDATA[Ann <b>]]></v></c>\
      <c><v>109462</v></c></row>
      """
    let all = try reading(.people, WorkbookRefusalTests.book(rows).bytes, name: "x.xlsx")
    #expect(all.findings == ["3:Name: \"Ann <b>\" holds \"<\", which names do not: it is kept"])
    #expect(all.drafts.map(\.person.name) == ["Zoë", "Ann <b>"])
    #expect(all.rows.map(\.line) == [2, 3])
  }
}
