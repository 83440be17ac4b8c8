import ArgumentParser
import Reporting
import Storing

struct LoadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loads", abstract: "What was loaded, and taking it back.",
    subcommands: [LoadsList.self, LoadsShow.self, LoadsUndo.self],
    defaultSubcommand: LoadsList.self)
}

struct LoadsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List loads, the newest first.")

  @OptionGroup var output: Output

  func run() throws {
    let loads = try Session().store().loads()
    var table = Table(
      [
        .init("Load", .trailing), .init("Kind"), .init("File", canShrink: true), .init("Loaded at"),
        .init("Created", .trailing), .init("Updated", .trailing), .init("Unchanged", .trailing),
        .init("Rejected", .trailing), .init("Undone at"),
      ], whenEmpty: "Nothing was loaded yet. Try: talent load schools FILE")
    for load in loads {
      table.add([
        String(load.number), load.kind, load.fileName, load.loadedAt, Phrase.number(load.created),
        Phrase.number(load.updated), Phrase.number(load.unchanged), Phrase.number(load.rejected),
        load.undoneAt ?? "",
      ])
    }
    try output.print(table, json: .array(loads.map(json)))
  }
}

struct LoadsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one load: what it was, what it replaced, what was typed.")

  @Argument(help: "Its number.") var number: Int
  @Flag(help: "The values it replaced, row by row.") var changes = false
  @Flag(help: "The rows it refused, and why.") var rejected = false
  @Option(help: "The row that starts on this line, as it was typed.") var line: Int?
  @OptionGroup var output: Output

  func run() throws {
    let store = try Session().store()
    let load = try store.load(numbered: number)
    if changes {
      return try LoadChangesPage(try store.changes(ofLoad: number), of: load).show(output)
    }
    if rejected {
      return try RefusedRowsPage(try store.refusedRows(ofLoad: number), of: load).show(output)
    }
    if let line {
      if let forgotten = load.forgottenRows { throw Failure(.refused, forgotten) }
      return try TypedRowPage(try store.typedRow(ofLoad: number, line: line)).show(output)
    }
    var table = Table([.init("What"), .init("Is")], whenEmpty: "")
    table.add(["load", String(load.number)])
    table.add(["kind", load.kind])
    table.add(["file", load.fileName])
    table.add(["SHA-256", load.fileHash ?? "not kept"])
    table.add(["mapping", load.mapping ?? "none used"])
    table.add(["policy", load.policy])
    table.add(["loaded at", load.loadedAt])
    table.add(["rows read", Phrase.number(load.read)])
    table.add(["created", Phrase.number(load.created)])
    table.add(["updated", Phrase.number(load.updated)])
    table.add(["unchanged", Phrase.number(load.unchanged)])
    let areListed = load.rejected > 0 && load.keepsRows
    let place = areListed ? ": talent loads show \(load.number) --rejected lists them" : ""
    table.add(["rejected", Phrase.number(load.rejected) + place])
    table.add(["undone", load.undoneAt.map { "at \($0)" } ?? "no"])
    try output.print(table, json: json(load))
  }
}

extension LoadRecord {
  /// That what was typed went with the undo; nil where it did not.
  var forgottenRows: String? {
    if keepsRows { return nil }
    return undoneAt.map { "load \(number) was undone at \($0), and its rows as typed went with it" }
  }
}

private func json(_ load: LoadRecord) -> JSON {
  [
    "load": .int(load.number), "kind": .string(load.kind), "file": .string(load.fileName),
    "file_hash": .optional(load.fileHash), "mapping": .optional(load.mapping),
    "policy": .string(load.policy), "loaded_at": .string(load.loadedAt),
    "undone_at": load.undoneAt.map { .string($0) } ?? .null,
    "read": .int(load.read), "created": .int(load.created), "updated": .int(load.updated),
    "unchanged": .int(load.unchanged), "rejected": .int(load.rejected),
  ]
}
