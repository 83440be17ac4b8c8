import ArgumentParser
import Domain
import Reporting
import Storing

struct PersonMerge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Make two records one person, because you know they are.",
    discussion: """
      The first stays, the second becomes part of it: blanks are filled, lists are joined, designations, \
      steps and placements move; what both say the first says. A sheet that still names the second finds \
      the first. talent person unmerge takes it back.
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
    let first = try store.person(try Typed.person(kept))
    let second = try store.person(try Typed.person(gone))
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
      try Terminal.print(
        "\(value.column.replacing("_", with: " ")): \(shown(value.kept)) stays, \(shown(value.gone)) goes"
      )
    }
    try Terminal.print(
      "\(second) is now part of \(first). talent person unmerge \(second) takes it back.")
  }
}

struct PersonUnmerge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmerge", abstract: "Take a merge back: both records are as they were.",
    discussion: "When who stayed was changed since, nothing is done (exit 5).")

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
