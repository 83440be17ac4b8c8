import Reporting
import Storing

/// The values a load replaced, as a table and as JSON.
struct LoadChangesPage {
  private let changes: [ReplacedValue]
  private let undoneAt: String?

  init(_ changes: [ReplacedValue], of load: LoadRecord) {
    self.changes = changes
    undoneAt = load.undoneAt
  }

  func show(_ output: Output) throws {
    var table = Table(
      [
        .init("Line", .trailing), .init("Record"), .init("Column"),
        .init("Was", canShrink: true, minimumWidth: 10),
        .init("Became", canShrink: true, minimumWidth: 10),
      ],
      whenEmpty: undoneAt.map { "It was undone at \($0): no value stays replaced." }
        ?? "It replaced no value.")
    for change in changes {
      let words = SheetWords(change)
      table.add([
        change.line.map { "\($0)" } ?? "", record(change), words.heading, words.value(change.was),
        words.value(change.became),
      ])
    }
    try output.print(table, json: .array(changes.map(json)))
  }

  private func record(_ change: ReplacedValue) -> String {
    "\(change.table.replacing("_", with: " ")) \(change.record)"
  }

  private func json(_ change: ReplacedValue) -> JSON {
    [
      "line": .optional(change.line), "table": .string(change.table),
      "record": .string(change.record), "column": .string(change.column),
      "heading": .string(SheetWords(change).heading),
      "was": .optional(change.was), "became": .optional(change.became),
    ]
  }
}

/// The rows a load refused, and why.
struct RefusedRowsPage {
  private let rows: [RefusedRow]
  private let forgotten: String?

  init(_ rows: [RefusedRow], of load: LoadRecord) {
    self.rows = rows
    forgotten = load.forgottenRows
  }

  func show(_ output: Output) throws {
    var table = Table(
      [
        .init("Line", .trailing), .init("Refused because", canShrink: true, minimumWidth: 30),
      ], whenEmpty: forgotten.map { "It keeps no refused row: \($0)." } ?? "It kept no refused row."
    )
    for row in rows { table.add([String(row.line), row.because]) }
    let json = rows.map { row -> JSON in
      [
        "line": .int(row.line), "because": .string(row.because),
        "cells": .array(row.cells.map { .string($0) }),
      ]
    }
    try output.print(table, json: .array(json))
  }
}

/// A row of a load as it was typed, cell by cell.
struct TypedRowPage {
  private let cells: [(heading: String, cell: String)]
  private let refused: String?

  init(_ row: TypedRow) {
    refused = row.refused
    cells = row.cells.enumerated().map { at, cell in
      (heading: at < row.headings.count ? row.headings[at] : "", cell: cell)
    }
  }

  func show(_ output: Output) throws {
    var table = Table([.init("Heading"), .init("As typed")], whenEmpty: "The row has no cells.")
    for cell in cells { table.add([cell.heading, cell.cell]) }
    try output.print(
      table,
      json: .array(cells.map { ["heading": .string($0.heading), "cell": .string($0.cell)] }))
    if let refused { Terminal.complain("This row was refused: \(shown(refused))") }
  }
}
