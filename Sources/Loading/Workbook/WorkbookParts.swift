/// Where a workbook keeps what: its sheets in order, its shared texts, its styles.
struct WorkbookParts {
  struct Sheet {
    let name: String
    let part: String
    let isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  private(set) var sharedStrings: String?
  private(set) var styles: String?
  /// Whether day 0 is 1 January 1904.
  private(set) var countsFrom1904 = false

  init(_ archive: ZipArchive) throws {
    let main = try WorkbookParts.mainPart(of: archive)
    let relations = try WorkbookParts.relations(of: main, in: archive)
    let book = BookHandler()
    try XMLScan.run(try archive.open(main), book)
    countsFrom1904 = book.countsFrom1904
    for relation in relations.all {
      if relation.type.hasSuffix("/sharedStrings") { sharedStrings = relation.target }
      if relation.type.hasSuffix("/styles") { styles = relation.target }
    }
    for sheet in book.sheets {
      guard let relation = relations.all.first(where: { $0.id == sheet.id }),
        relation.type.hasSuffix("/worksheet")
      else { continue }
      if relations.all.count(where: { $0.id == sheet.id }) > 1 {
        throw SheetFault(
          "the workbook says twice where its sheet \(quoted(sheet.name)) is: it is damaged",
          hint: "Try: open it in a spreadsheet and save it again")
      }
      sheets.append(Sheet(name: sheet.name, part: relation.target, isHidden: sheet.isHidden))
    }
    if sheets.isEmpty { throw SheetFault("the workbook has no sheet with cells") }
  }

  /// Refuses by name what is another kind of zip.
  private static func mainPart(of archive: ZipArchive) throws -> String {
    if archive.has("mimetype") {
      let kind = try String(decoding: firstBytes(of: archive.open("mimetype")), as: UTF8.self)
      if kind.contains("opendocument.spreadsheet") { throw other("an OpenDocument sheet (.ods)") }
      if kind.contains("opendocument") { throw other("an OpenDocument file") }
    }
    if archive.has("Index/Document.iwa") || archive.has("index.zip") {
      throw other("a Numbers or Pages document")
    }
    guard archive.has("[Content_Types].xml"), archive.has("_rels/.rels") else {
      throw SheetFault(
        "the file is a zip, but no workbook",
        hint: "Try: unpack it and name the workbook or CSV inside")
    }
    let types = TypesHandler()
    try XMLScan.run(try archive.open("[Content_Types].xml"), types)
    if types.all.contains(where: { $0.contains("sheet.binary") }) || archive.has("xl/workbook.bin")
    {
      throw other("a binary workbook (.xlsb)")
    }
    if types.all.contains(where: { $0.contains("macroEnabled") || $0.contains("vbaProject") }) {
      throw other("a workbook with macros (.xlsm)")
    }
    let top = try relations(of: "", in: archive)
    guard let main = top.all.first(where: { $0.type.hasSuffix("/officeDocument") })?.target,
      archive.has(main)
    else {
      throw SheetFault("the file is a zip, but no workbook")
    }
    if main.hasPrefix("word/") { throw other("a Word document (.docx)") }
    if main.hasPrefix("ppt/") { throw other("a presentation (.pptx)") }
    return main
  }

  private static func other(_ what: String) -> SheetFault {
    SheetFault("the file is \(what)", hint: "Try: open it and save it as .xlsx")
  }

  private static func firstBytes(of source: ByteSource) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = try bytes.withUnsafeMutableBytes { try source($0) }
    return Array(bytes[..<count])
  }

  private static func relations(of part: String, in archive: ZipArchive) throws -> RelationsHandler
  {
    let folder =
      part.contains("/") ? String(part[..<(part.lastIndex(of: "/") ?? part.endIndex)]) : ""
    let name = part.split(separator: "/").last.map(String.init) ?? ""
    let relations = RelationsHandler(folder: folder)
    let place = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
    if archive.has(place) { try XMLScan.run(try archive.open(place), relations) }
    return relations
  }
}

/// `[Content_Types].xml`: which kinds of parts there are.
private final class TypesHandler: XMLHandler {
  var all: [String] = []
  func start(_ element: XMLElement) {
    if let type = element.text("ContentType"), all.count < 10_000 { all.append(type) }
  }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: XMLName) {}
}

/// A `.rels` part: which parts belong to another, by what they are.
private final class RelationsHandler: XMLHandler {
  struct Relation {
    let id: String
    let type: String
    let target: String
  }

  private(set) var all: [Relation] = []
  private let folder: String

  init(folder: String) { self.folder = folder }

  func start(_ element: XMLElement) {
    guard case "Relationship" = element.name, let id = element.text("Id"),
      let type = element.text("Type"), let target = element.text("Target"),
      element.text("TargetMode") != "External", all.count < 10_000
    else { return }
    all.append(Relation(id: id, type: type, target: resolved(target)))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: XMLName) {}

  /// From the archive's top: a target is relative to the part's own folder unless it starts with `/`. Some
  /// writers turn the slashes.
  private func resolved(_ typed: String) -> String {
    let target = typed.replacing("\\", with: "/")
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(String(step)) }
    }
    return steps.joined(separator: "/")
  }
}

/// `workbook.xml`: the sheets in the order of their tabs.
private final class BookHandler: XMLHandler {
  private(set) var sheets: [(name: String, id: String, isHidden: Bool)] = []
  private(set) var countsFrom1904 = false

  func start(_ element: XMLElement) {
    switch element.name {
    case "workbookPr": countsFrom1904 = element.flag("date1904")
    case "sheet":
      guard let name = element.text("name"), let id = element.text("id"), sheets.count < 1_000
      else { return }
      let state = element.text("state") ?? "visible"
      sheets.append((name, id, state != "visible"))
    default: return
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: XMLName) {}
}
