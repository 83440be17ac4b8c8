import ArgumentParser
import Domain
import Reporting
import Storing

struct SchoolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "school", abstract: "Schools and settings, and the URNs that name them.",
    subcommands: [SchoolFind.self])
}

struct SchoolFind: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Look up a URN, or a setting's reference, by name.",
    discussion: """
      Every word has to be in the name; accents and capitals do not matter, and a typing error is \
      forgiven when nothing has the words as typed.

        talent school find goldington --la Bedford
      """)

  @Argument(help: "Words of the name.") var words: [String]
  @Option(help: "In this local authority (name or code).") var la: String?
  @Option(help: "Of this phase.") var phase: String?
  @Option(help: "Show so many at most.") var limit = 30
  @OptionGroup var output: Output

  func validate() throws {
    guard (1...10_000).contains(limit) else {
      throw ValidationError("--limit is from 1 to 10,000")
    }
    guard words.count <= PlaceQuestion.mostWords else {
      throw ValidationError("at most \(PlaceQuestion.mostWords) words can be looked for at once")
    }
  }

  func run() throws {
    let session = try Session()
    let typed = try words.map { try Typed.words($0, for: "a word", atMost: 100) }
    let question = PlaceQuestion(
      words: typed, authority: la, phase: try session.name(phase, in: .phases, for: "--phase"),
      limit: Int32(limit))
    let store = try session.store()
    let answer = try store.places(question)
    if answer.places.isEmpty, let la, try !store.knowsAuthority(la) {
      let nearest = try store.nearest(la, .authority)
      throw Failure(
        .refused,
        "there is no local authority \(Typed.quoted(la))\n"
          + "  Try: \(nearest.map { shown($0) } ?? "its name or three-digit code in GIAS")")
    }
    try output.print(FoundPlacesPage.table(answer), json: FoundPlacesPage.json(answer))
    guard !answer.places.isEmpty else { return }
    if output.isForPeople {
      try Terminal.print(FoundPlacesPage.summary(answer))
    } else if answer.places.count < answer.total {
      Terminal.complain(FoundPlacesPage.summary(answer))
    }
  }
}
