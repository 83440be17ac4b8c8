import ArgumentParser
import Domain
import Loading
import Reporting
import Storing

/// Makes an empty sheet of a kind, and says what may stand in it.
struct Template: ParsableCommand, SheetKindVisitor {
  static let configuration = CommandConfiguration(
    abstract: "Make an empty sheet with the headings of a kind, and say what may stand in it.")

  @Argument(help: "\(SheetKind.list).") var kind: SheetKind
  @Option(
    name: .long,
    help:
      "The file to make, FILE.csv, or FILE.xlsx with a sheet of notes; else only the notes are printed."
  )
  var out: String?

  mutating func validate() throws {
    if let out, FindingsFile.Form(path: out) == nil {
      throw ValidationError("--out makes FILE.csv or FILE.xlsx, by its ending")
    }
  }

  func run() throws { try kind.visited(by: self) }

  func visit<K: LoadKind>(_ kind: K.Type, _ layout: Layout<K.Draft>) throws {
    let outline = layout.outline(try Session().configuration.vocabulary())
    if let out {
      try write(outline, to: out)
      try Terminal.print("An empty sheet for \(outline.noun) is in \(shown(out)).\n")
    }
    try Terminal.write(
      Array(notes(outline).text(width: Terminal.width, colour: Terminal.style.isOn).utf8))
    try Terminal.print(hints(outline))
  }

  private func write(_ outline: SheetOutline, to path: String) throws {
    let file = try OutputFile(path)
    guard FindingsFile.Form(path: path) == .xlsx else {
      var sheet = CSVWriter(header: outline.columns.map(\.heading), byteOrderMark: true)
      let bytes = sheet.drain()
      return try file.write { write in try bytes.withUnsafeBytes { try write($0) } }
    }
    try file.write(at: { draft in
      let book = try KindWorkbook(outline, headings: outline.columns.map(\.heading), at: draft)
      try book.addNotes(
        outline.columns.map { [$0.heading, needed($0, outline), $0.inWords] })
      try book.close()
    })
  }

  private func notes(_ outline: SheetOutline) -> Table {
    var table = Table(
      [
        .init("Heading"), .init("Needed"),
        .init("What may stand in it", canShrink: true, minimumWidth: 30),
      ], whenEmpty: "")
    for column in outline.columns {
      table.add([column.heading, needed(column, outline), column.inWords])
    }
    return table
  }

  private func needed(_ column: SheetOutline.Column, _ outline: SheetOutline) -> String {
    if column.isRequired { return "yes" }
    if column.isHeadingNeeded { return "heading" }
    let isAlternative = outline.alternatives.contains {
      $0.contains { $0.contains(column.heading) }
    }
    return isAlternative ? "or" : ""
  }

  private func hints(_ outline: SheetOutline) -> String {
    let groups = outline.alternatives.map { need in
      "Needed too: " + need.map { $0.joined(separator: " and ") }.joined(separator: ", or ") + "."
    }
    let headings =
      outline.columns.contains { $0.isHeadingNeeded && !$0.isRequired }
      ? ["Where it says heading, the column has to be there and its cells may be blank."] : []
    return
      (groups + headings + [
        "Columns may come in any order and be left out where they are not needed.",
        "Load it with: talent load \(outline.noun) FILE",
      ]).joined(separator: "\n")
  }
}

extension SheetOutline.Column {
  /// What may stand in the column, on one line.
  var inWords: String {
    guard !allowed.isEmpty else { return note }
    let several = takesSeveral ? "several, with semicolons between: " : ""
    return several + allowed.joined(separator: ", ")
  }
}
