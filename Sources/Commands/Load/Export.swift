import ArgumentParser
import Loading
import Reporting
import Storing

/// Writes what is stored of a kind as the sheet that loads it again.
struct Export: ParsableCommand, SheetKindVisitor {
  static let configuration = CommandConfiguration(
    abstract: "Write what is stored as a sheet (CSV or .xlsx) that loads again exactly.",
    discussion: """
      The columns are those talent load reads. Loaded into the same database it changes nothing; \
      loaded into an empty one, in the order talent load --help lists the kinds, it gives back what \
      was stored. With --out the file is readable by you alone, and nothing is ever overwritten. \
      Treat it as the personal data it is.
      """)

  @Argument(help: "\(SheetKind.list).") var kind: SheetKind
  @Option(
    name: [.customShort("o"), .long],
    help: "The file to write, CSV or FILE.xlsx; CSV on standard output when not given.")
  var out: String?

  mutating func validate() throws {
    if let out, FindingsFile.Form(path: out) == nil {
      throw ValidationError("--out makes FILE.csv or FILE.xlsx, by its ending")
    }
  }

  func run() throws { try kind.visited(by: self) }

  func visit<K: LoadKind>(_ kind: K.Type, _ layout: Layout<K.Draft>) throws {
    let file = try out.map { try OutputFile($0) }
    let session = try Session()
    let store = try session.store()
    guard let file else {
      _ = try writeCSV(kind, store) { try Terminal.write($0) }
      return try sayWhatIsElsewhere(store)
    }
    var rows = 0
    if FindingsFile.Form(path: file.path) == .xlsx {
      let outline = layout.outline(try session.configuration.vocabulary())
      try file.write(at: { draft in rows = try writeWorkbook(kind, outline, store, at: draft) })
    } else {
      try file.write { write in
        rows = try writeCSV(kind, store) { try $0.withUnsafeBytes { try write($0) } }
      }
    }
    try Terminal.print("\(K.name): \(Phrase.count(rows, "row")) in \(shown(file.path)).")
    try sayWhatIsElsewhere(store)
  }

  private func writeCSV<K: LoadKind>(
    _ kind: K.Type, _ store: Store, _ write: ([UInt8]) throws -> Void
  ) throws -> Int {
    var sheet = CSVWriter(header: K.export.columns.map(\.heading))
    var rows = 0
    try store.export(kind) { cells in
      sheet.write(cells)
      rows += 1
      if rows % 500 == 0 { try write(sheet.drain()) }
    }
    try write(sheet.drain())
    return rows
  }

  private func writeWorkbook<K: LoadKind>(
    _ kind: K.Type, _ outline: SheetOutline, _ store: Store, at draft: String
  ) throws -> Int {
    let book = try KindWorkbook(outline, headings: K.export.columns.map(\.heading), at: draft)
    var rows = 0
    try store.export(kind) { cells in
      try book.add(cells)
      rows += 1
    }
    try book.close()
    return rows
  }

  private func sayWhatIsElsewhere(_ store: Store) throws {
    guard kind == .designations else { return }
    let apart = try store.specialismsApart()
    guard apart > 0 else { return }
    Terminal.complain(
      "\(Phrase.count(apart, "specialism")) with a day of verification or expiry of their own: "
        + "talent export specialisms has them")
  }
}
