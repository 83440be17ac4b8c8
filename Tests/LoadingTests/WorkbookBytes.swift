/// A workbook as a spreadsheet would write it, from rows of typed cells.
struct WorkbookBytes {
  struct Sheet {
    var name: String
    var isHidden = false
    /// Rows as XML.
    var rows = ""
    var merged: [String] = []
    var hiddenColumns: [Int] = []
  }

  var sheets: [Sheet] = []
  var from1904 = false
  var shared: [String] = []
  /// Number formats by style, the general one first.
  private(set) var formats = ["General"]
  /// Parts put in place of those made here, or beside them.
  var parts: [String: [UInt8]] = [:]

  static let main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
  private static let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// The style of a format, made when it is new.
  mutating func style(_ format: String) -> Int {
    if let known = formats.firstIndex(of: format) { return known }
    formats.append(format)
    return formats.count - 1
  }

  /// A row's XML: each cell is `TYPE:VALUE`, as `Cell` says; its text alone is a shared text.
  mutating func row(_ number: Int, _ cells: [String], isHidden: Bool = false) -> String {
    var xml = "<row r=\"\(number)\"\(isHidden ? " hidden=\"1\"" : "")>"
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      xml += self.cell(cell, at: "\(letters(column))\(number)")
    }
    return xml + "</row>"
  }

  private mutating func cell(_ cell: String, at place: String) -> String {
    if cell.hasPrefix("~"), !cell.contains("¦") {
      // Struck out, whatever it is.
      return self.cell(String(cell.dropFirst()), at: place)
        .replacing("r=\"\(place)\"", with: "r=\"\(place)\" s=\"\(style("~"))\"")
    }
    let mark = cell.hasPrefix("n{") ? "}:" : ":"
    let end = cell.firstRange(of: mark)
    let kind = end.map { String(cell[..<$0.lowerBound]) } ?? ""
    let value = end.map { escaped(String(cell[$0.upperBound...])) } ?? ""
    switch kind {
    case "i": return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(value)</t></is></c>"
    case "b": return "<c r=\"\(place)\" t=\"b\"><v>\(value)</v></c>"
    case "e": return "<c r=\"\(place)\" t=\"e\"><v>\(value)</v></c>"
    case "iso": return "<c r=\"\(place)\" t=\"d\"><v>\(value)</v></c>"
    case "f":
      let formula = value.split(separator: "=", maxSplits: 1).map(String.init)
      let result = formula.count == 2 ? "<v>\(formula[1])</v>" : ""
      return "<c r=\"\(place)\" t=\"str\"><f>\(formula[0])</f>\(result)</c>"
        .replacing(formula.count == 2 ? "\u{0}" : " t=\"str\"", with: "")
    case _ where kind == "n" || kind.hasPrefix("n{"):
      let format = kind.dropFirst()
      let number = format.isEmpty ? "" : " s=\"\(style(String(format.dropFirst())))\""
      return "<c r=\"\(place)\"\(number)><v>\(value)</v></c>"
    default:
      shared.append(cell)
      return "<c r=\"\(place)\" t=\"s\"><v>\(shared.count - 1)</v></c>"
    }
  }

  /// The parts by name, in the order they are written.
  func files() -> [(name: String, content: [UInt8])] {
    var files: [(String, String)] = [
      ("[Content_Types].xml", types),
      (
        "_rels/.rels",
        relationships([("rId1", "\(WorkbookBytes.relations)/officeDocument", "xl/workbook.xml")])
      ),
      ("xl/workbook.xml", book),
      (
        "xl/_rels/workbook.xml.rels",
        relationships(
          sheets.indices.map {
            (
              "rId\($0 + 1)", "\(WorkbookBytes.relations)/worksheet",
              "worksheets/sheet\($0 + 1).xml"
            )
          } + [
            ("rIdS", "\(WorkbookBytes.relations)/sharedStrings", "sharedStrings.xml"),
            ("rIdT", "\(WorkbookBytes.relations)/styles", "/xl/styles.xml"),
          ])
      ),
      ("xl/sharedStrings.xml", texts), ("xl/styles.xml", styles),
    ]
    for (index, sheet) in sheets.enumerated() {
      files.append(("xl/worksheets/sheet\(index + 1).xml", xml(sheet)))
    }
    var all = files.map { ($0.0, Array($0.1.utf8)) }
    for (name, content) in parts.sorted(by: { $0.key < $1.key }) {
      if let at = all.firstIndex(where: { $0.0 == name }) {
        all[at].1 = content
      } else {
        all.append((name, content))
      }
    }
    return all
  }

  var bytes: [UInt8] {
    var zip = ZipBytes()
    for file in files() { zip.add(file.name, file.content) }
    return zip.finished()
  }

  private var types: String {
    """
    <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/xl/workbook.xml" ContentType="\(WorkbookBytes.main)"/></Types>
    """
  }

  private var book: String {
    let list = sheets.enumerated().map { index, sheet in
      let state = sheet.isHidden ? " state=\"hidden\"" : ""
      return
        "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index + 1)\"/>"
    }.joined()
    return """
      <workbook xmlns="\(WorkbookBytes.space)" xmlns:r="\(WorkbookBytes.relations)">\
      <workbookPr\(from1904 ? " date1904=\"1\"" : "")/><sheets>\(list)</sheets></workbook>
      """
  }

  private var texts: String {
    let list = shared.map { text in
      // What stands between bars is a run of its own, as where somebody made a word bold.
      let runs = text.split(separator: "¦", omittingEmptySubsequences: false)
      if runs.count == 1 { return "<si><t xml:space=\"preserve\">\(escaped(text))</t></si>" }
      let looks = runs.map { run in
        let isStruck = run.hasPrefix("~")
        let text = escaped(String(isStruck ? run.dropFirst() : run))
        return "<r><rPr><b/>\(isStruck ? "<strike/>" : "")</rPr><t>\(text)</t></r>"
      }
      return "<si>" + looks.joined()
        + "<rPh sb=\"0\" eb=\"1\"><t>aid</t></rPh></si>"
    }.joined()
    return "<sst xmlns=\"\(WorkbookBytes.space)\" count=\"\(shared.count)\">\(list)</sst>"
  }

  private var styles: String {
    let codes = formats.enumerated().dropFirst().map {
      "<numFmt numFmtId=\"\(163 + $0)\" formatCode=\"\(escaped($1))\"/>"
    }.joined()
    let cells = formats.enumerated().map { at, format in
      format == "~"
        ? "<xf numFmtId=\"0\" fontId=\"1\"/>" : "<xf numFmtId=\"\(at == 0 ? 0 : 163 + at)\"/>"
    }.joined()
    return """
      <styleSheet xmlns="\(WorkbookBytes.space)"><numFmts>\(codes)</numFmts>\
      <fonts><font><strike val="0"/></font><font><strike/></font></fonts>\
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>\(cells)</cellXfs></styleSheet>
      """
  }

  private func xml(_ sheet: Sheet) -> String {
    let columns = sheet.hiddenColumns.map {
      "<col min=\"\($0 + 1)\" max=\"\($0 + 1)\" hidden=\"1\"/>"
    }
    let merged = sheet.merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return "<worksheet xmlns=\"\(WorkbookBytes.space)\">"
      + (columns.isEmpty ? "" : "<cols>\(columns.joined())</cols>")
      + "<sheetData>\(sheet.rows)</sheetData>"
      + (merged.isEmpty ? "" : "<mergeCells>\(merged)</mergeCells>") + "</worksheet>"
  }

  private func relationships(_ all: [(String, String, String)]) -> String {
    let list = all.map { "<Relationship Id=\"\($0)\" Type=\"\($1)\" Target=\"\($2)\"/>" }.joined()
    return
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(list)</Relationships>"
  }
}

func letters(_ column: Int) -> String {
  column < 26
    ? String(UnicodeScalar(UInt8(65 + column))) : letters(column / 26 - 1) + letters(column % 26)
}

private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
}
