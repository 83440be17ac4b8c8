import ArgumentParser
import Domain
import Reporting
import Storing

struct DuplicatesDismiss: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dismiss", abstract: "Keep that two who resemble one another are two people.",
    discussion: "The pair is not shown again. talent duplicates restore takes it back.")

  @Argument(help: "One of the two: number (P17) or TRN.") var one: String
  @Argument(help: "The other.") var other: String
  @Option(help: "Who knows it.") var by: String
  @Option(help: "How they know.") var reason: String

  func run() throws {
    let name = try Typed.words(by, for: "--by", atMost: 200)
    let why = try Typed.words(reason, for: "--reason")
    let store = try Session().store()
    let first = try store.whom(try Typed.person(one))
    let second = try store.whom(try Typed.person(other))
    guard first != second else {
      throw Failure(.refused, "both are \(first): nobody is a duplicate of themselves")
    }
    try store.dismiss(first, second, by: name, because: why)
    try Terminal.print(
      "\(first) and \(second) are two people and are not shown as a pair again. "
        + "To take it back: talent duplicates restore \(first) \(second) --by NAME --reason WHY")
  }
}

struct DuplicatesDismissed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dismissed", abstract: "List the pairs known to be two people, the last first.")

  @OptionGroup var output: Output

  func run() throws {
    let dismissals = try Session().store().dismissals()
    var table = Table(
      [
        .init("Person"), .init("Name", canShrink: true, minimumWidth: 12), .init("And"),
        .init("Name", canShrink: true, minimumWidth: 12), .init("On"), .init("By"),
        .init("Because", canShrink: true, minimumWidth: 20),
      ], whenEmpty: "No pair was dismissed. Try: talent duplicates")
    for pair in dismissals {
      table.add([
        pair.first.description, pair.firstName ?? "(no record)", pair.second.description,
        pair.secondName ?? "(no record)", pair.on, pair.by, pair.reason,
      ])
    }
    try output.print(table, json: .array(dismissals.map(json)))
  }

  private func json(_ pair: Dismissal) -> JSON {
    [
      "people": .array([
        ["person": .string(pair.first.description), "name": .optional(pair.firstName)],
        ["person": .string(pair.second.description), "name": .optional(pair.secondName)],
      ]),
      "by": .string(pair.by), "reason": .string(pair.reason), "on": .string(pair.on),
    ]
  }
}

struct DuplicatesRestore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Take a dismissal back: the pair may be shown again.")

  @Argument(help: "One of the two: number (P17) or TRN.") var one: String
  @Argument(help: "The other.") var other: String
  @Option(help: "Who decided it.") var by: String
  @Option(help: "Why.") var reason: String

  func run() throws {
    let name = try Typed.words(by, for: "--by", atMost: 200)
    let why = try Typed.words(reason, for: "--reason")
    let store = try Session().store()
    let first = try store.person(try Typed.person(one))
    let second = try store.person(try Typed.person(other))
    try store.restore(first, second, by: name, because: why)
    try Terminal.print("\(first) and \(second) may be shown as a pair again.")
  }
}
