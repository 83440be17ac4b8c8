import ArgumentParser
import Domain
import Reporting
import Storing

struct ConflictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflict", abstract: "Declared conflicts of interest.",
    subcommands: [ConflictAdd.self])
}

struct ConflictAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Record a place a person may not be sent to.",
    discussion: "talent conflict add P17 109443 --because 'married to the head'")

  @Argument(help: "Number (P17) or TRN.") var person: String
  @Argument(help: "A school's URN or a setting's reference.") var place: String
  @Option(help: "The reason declared.") var because: String
  @OptionGroup var output: Output

  func run() throws {
    let reference = try Typed.person(person)
    let key = try Typed.place(place, for: "the place")
    let why = try Typed.words(because, for: "--because", atMost: 400)
    let store = try Session().store()
    let number = try store.whom(reference)
    let named = try store.place(key)
    let isNew = try store.addBarrier(person: number, key, isWish: false, because: why)
    if output.json {
      return try output.print(
        json: [
          "person": .string(number.description), "place": .string(key.description),
          "place_name": .string(named.name), "because": .string(why), "new": .bool(isNew),
        ])
    }
    try Terminal.print(
      isNew
        ? "\(number) will not be sent to \(shown(named.spoken))."
        : "A conflict of \(number) with \(shown(named.spoken)) stands already; nothing was changed."
    )
  }
}
