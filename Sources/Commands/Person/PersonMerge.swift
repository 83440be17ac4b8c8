import ArgumentParser
import Domain
import Reporting
import Storing

struct PersonMerge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Make two records one person, because you know they are.",
    discussion: """
      The first stays, the second becomes part of it: blanks are filled, lists are joined, designations, \
      steps and placements move; what both say the first says. A sheet or a command that still names the \
      second, by number or TRN, finds the first, which is said. talent person unmerge takes it back.
      """)

  @Argument(help: "Who stays: number (P17) or TRN.") var kept: String
  @Argument(help: "Who becomes part of them: number or TRN.") var gone: String
  @Option(help: "Who decided it.") var by: String
  @Option(help: "How they know.") var reason: String
  @Flag(name: .long, help: "Print JSON.") var json = false

  func run() throws {
    let name = try Typed.words(by, for: "--by", atMost: 200)
    let why = try Typed.words(reason, for: "--reason")
    let store = try Session().store()
    let first = try store.whom(try Typed.person(kept))
    let second = try store.whom(try Typed.person(gone))
    guard first != second else {
      throw Failure(.refused, "both are \(first): there is nothing to merge")
    }
    let outcome = try store.merge(second, into: first, by: name, because: why)
    if json {
      return try Terminal.print(
        JSON.object([
          ("merge", .int(outcome.number)), ("kept", .string(first.description)),
          ("gone", .string(second.description)),
          (
            "differing",
            .array(
              outcome.differing.map {
                ["column": .string($0.column), "kept": .string($0.kept), "gone": .string($0.gone)]
              })
          ),
        ]).text(pretty: false))
    }
    for value in outcome.differing {
      try Terminal.print(MergedValue(value, store).sentence)
    }
    try Terminal.print(
      "\(second) is now part of \(first). To take it back: "
        + "talent person unmerge \(second) --by NAME --reason WHY")
  }
}

/// What both records of a merge said differently, under the heading it has in a sheet.
private struct MergedValue {
  private static let headings = [
    "name": "Name", "family_name": "Surname", "given_name": "Forename", "trn": "TRN",
    "home_school": "School", "home_setting": "Setting", "role": "Current role",
    "aspiration": "Aspiration", "travel_miles": "Max travel (miles)",
    "half_days_a_year": "Days a year", "performance": "Performance (1-3)",
    "potential": "Potential (1-3)", "available_from": "Available from",
    "available_until": "Available until", "vetted_on": "Vetted on", "vetted_by": "Vetted by",
  ]
  private let value: DifferingValue
  private let store: Store

  init(_ value: DifferingValue, _ store: Store) {
    self.value = value
    self.store = store
  }

  var sentence: String {
    "\(Self.headings[value.column] ?? value.column): "
      + "\(shown(spoken(value.kept))) stays, \(shown(spoken(value.gone))) goes"
  }

  private func spoken(_ text: String) -> String {
    switch value.column {
    case "home_school": URN(text).flatMap { try? store.place(.school($0)) }?.spoken ?? text
    case "home_setting": (try? store.place(.setting(text)))?.spoken ?? text
    case "half_days_a_year": Int32(text).map { $0 % 2 == 0 ? "\($0 / 2)" : "\($0 / 2).5" } ?? text
    case "available_from", "available_until", "vetted_on": Day(iso: text)?.spoken ?? text
    default: text
    }
  }
}

struct PersonUnmerge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmerge", abstract: "Take a merge back: both records are as they were.",
    discussion: """
      When who stayed was changed since, nothing is done (exit 5). Merges of theirs made since are taken back \
      first, the last of them before all.
      """)

  @Argument(help: "The number of who became part of another: P33.") var gone: String
  @Option(help: "Who decided it.") var by: String
  @Option(help: "Why.") var reason: String

  func run() throws {
    let name = try Typed.words(by, for: "--by", atMost: 200)
    let why = try Typed.words(reason, for: "--reason")
    guard case .number(let number) = try Typed.person(gone) else {
      throw Failure(
        .usage, "who went is named by number\n  Try: P33, as talent person merge said it")
    }
    let kept = try Session().store().unmerge(number, by: name, because: why)
    try Terminal.print("\(number) and \(kept) are two people again, as they were.")
  }
}
