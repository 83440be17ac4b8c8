import ArgumentParser
import Loading
import Reporting
import Storing

/// Writes what is stored of a kind as the sheet that loads it again.
struct Export: ParsableCommand, SheetKindVisitor {
  static let configuration = CommandConfiguration(
    abstract: "Write what is stored as a sheet (CSV) that loads again exactly.",
    discussion: """
      The columns are those talent load reads. Loaded into the same database it changes nothing; \
      loaded into an empty one, in the order talent load --help lists the kinds, it gives back what \
      was stored. With --out the file is readable by you alone, and nothing is ever overwritten. \
      Treat it as the personal data it is.
      """)

  @Argument(help: "\(SheetKind.list).") var kind: SheetKind
  @Option(name: .long, help: "The file to write; standard output when not given.") var out: String?

  func run() throws { try kind.visited(by: self) }

  func visit<K: LoadKind>(_ kind: K.Type, _ layout: Layout<K.Draft>) throws {
    let file = try out.map { try OutputFile($0) }
    let store = try Session().store()
    var sheet = CSVWriter(header: K.export.columns.map(\.heading))
    var rows = 0
    func writeAll(_ write: ([UInt8]) throws -> Void) throws {
      try store.export(kind) { cells in
        sheet.write(cells)
        rows += 1
        if rows % 500 == 0 { try write(sheet.drain()) }
      }
      try write(sheet.drain())
    }
    if let file {
      try file.write { write in try writeAll { try $0.withUnsafeBytes { try write($0) } } }
      try Terminal.print("\(K.name): \(Phrase.count(rows, "row")) in \(shown(file.path)).")
    } else {
      try writeAll { try Terminal.write($0) }
    }
    if self.kind == .designations { try sayWhatIsElsewhere(store) }
  }

  private func sayWhatIsElsewhere(_ store: Store) throws {
    let apart = try store.specialismsApart()
    guard apart > 0 else { return }
    Terminal.complain(
      "\(Phrase.count(apart, "specialism")) with a day of verification or expiry of their own: "
        + "talent export specialisms has them")
  }
}
