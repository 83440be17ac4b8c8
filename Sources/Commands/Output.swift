import ArgumentParser
import Reporting

/// How results are printed: for a person, or for a program.
struct Output: ParsableArguments {
  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @Option(
    name: .long, help: "With --json: only these fields, separated by commas (a.b reaches inside).")
  var fields: String?

  @Flag(name: .long, help: "Print CSV, safe to open in a spreadsheet.")
  var csv = false

  @Flag(name: .long, help: "Print tab-separated lines without decoration.")
  var plain = false

  init() {}

  mutating func validate() throws {
    if [json, csv, plain].filter({ $0 }).count > 1 {
      throw ValidationError("choose one of --json, --csv and --plain")
    }
    if fields != nil, !json { throw ValidationError("--fields goes with --json") }
  }

  /// Prints JSON with the fields asked for; pretty for a person's terminal.
  func print(json value: JSON) throws {
    var value = value
    if let fields {
      do {
        value = try value.picking(fields.split(separator: ",").map(String.init))
      } catch {
        throw Failure(.usage, error.description)
      }
    }
    try Terminal.print(value.text(pretty: Terminal.isTerminal))
  }

  /// Prints a table in the form asked for; `json` says the same for programs.
  func print(_ table: Table, json value: @autoclosure () -> JSON) throws {
    if json { return try print(json: value()) }
    if csv { return try Terminal.write(table.csv()) }
    if plain { return try Terminal.write(Array(table.plainText().utf8)) }
    try Terminal.write(
      Array(table.text(width: Terminal.width, colour: Terminal.style.isOn).utf8))
  }

  /// Whether a person reads: sentences around a table are for them alone.
  var isForPeople: Bool { !json && !csv && !plain }
}
