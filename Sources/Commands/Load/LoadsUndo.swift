import ArgumentParser
import Reporting
import Storing

struct LoadsUndo: ParsableCommand {
  /// Kept records printed before the rest is only counted; JSON has them all.
  private static let keptShown = 20

  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take a load back; what people or later loads changed since is kept and listed.",
    discussion: """
      It can be run again, when what kept a record has gone, for what is left of the load. When nothing \
      can be taken back, nothing is changed (exit 5).
      """)

  @Argument(help: "Its number.") var number: Int
  @Flag(name: .customLong("json"), help: "Print JSON.") var asJSON = false

  func run() throws {
    let store = try Session().store()
    let before = try store.load(numbered: number)
    let rows = try store.undo(load: number)
    let reversed = rows.reduce(0) { $0 + $1.reversed }
    let kept = rows.filter { $0.key != nil }
    if asJSON {
      try Terminal.print(json(before, reversed, kept).text(pretty: false))
    } else {
      try show(before, rows, kept)
    }
    if reversed == 0, !kept.isEmpty { throw try nothingTakenBack(store) }
  }

  private func json(_ before: LoadRecord, _ reversed: Int, _ kept: [UndoneRow]) -> JSON {
    let list: [JSON] = kept.map {
      [
        "table": .string($0.table), "key": .string($0.key ?? ""), "record": .string(record($0)),
        "why": .string($0.why ?? ""),
      ]
    }
    return [
      "load": .int(number), "already_undone": .bool(before.undoneAt != nil),
      "reversed": .int(reversed), "kept": .array(list),
    ]
  }

  private func show(_ before: LoadRecord, _ rows: [UndoneRow], _ kept: [UndoneRow]) throws {
    let reversed = rows.reduce(0) { $0 + $1.reversed }
    if reversed == 0, kept.isEmpty, let at = before.undoneAt {
      return try Terminal.print("Load \(number) was undone at \(at). Nothing was changed.")
    }
    for row in kept.prefix(Self.keptShown) {
      try Terminal.print("kept: \(shown(record(row))): \(shown(row.why ?? ""))")
    }
    if kept.count > Self.keptShown {
      try Terminal.print("... and \(Phrase.number(kept.count - Self.keptShown)) more")
    }
    if reversed == 0, !kept.isEmpty { return }
    try Terminal.print(
      "Load \(number) (\(before.kind), \(shown(before.fileName))) was taken back: "
        + "\(Phrase.count(reversed, "record")) reversed\(byTable(rows)), "
        + "\(Phrase.number(kept.count)) kept.")
  }

  /// A row of a sheet can make several records: where they are of several tables, how many of each.
  private func byTable(_ rows: [UndoneRow]) -> String {
    var counts: [(table: String, reversed: Int)] = []
    for row in rows where row.reversed > 0 {
      if let at = counts.firstIndex(where: { $0.table == row.table }) {
        counts[at].reversed += row.reversed
      } else {
        counts.append((row.table, row.reversed))
      }
    }
    guard counts.count > 1 else { return "" }
    let parts = counts.sorted { $0.table < $1.table }.map {
      "\($0.table.replacing("_", with: " ")) \(Phrase.number($0.reversed))"
    }
    return " (\(parts.joined(separator: ", ")))"
  }

  private func record(_ row: UndoneRow) -> String {
    "\(row.table.replacing("_", with: " ")) \(row.name ?? "")"
  }

  /// Names what stands in the way, in the order it has to go.
  private func nothingTakenBack(_ store: Store) throws -> Failure {
    let blockers = try store.blockers(ofUndoing: number)
    let plans = blockers.compactMap { if case .plan(let plan) = $0 { plan } else { nil } }
    let loads = blockers.compactMap { if case .load(let load) = $0 { load } else { nil } }
    let merges = blockers.compactMap { if case .merge(let gone) = $0 { gone } else { nil } }
    let steps =
      plans.map { "talent plan discard \($0)" }
      + merges.map { "talent person unmerge \($0) --by NAME --reason WHY" }
      + loads.map { "talent loads undo \($0)" }
    let remedy = steps.isEmpty ? "" : "\n  Try: \(steps.joined(separator: ", then ")) first"
    return Failure(.conflict, "nothing of load \(number) could be taken back\(remedy)")
  }
}
