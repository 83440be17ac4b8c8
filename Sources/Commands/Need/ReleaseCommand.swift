import ArgumentParser
import Domain
import Reporting
import Storing

struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "What a home head lets go.", subcommands: [ReleaseSet.self])
}

struct ReleaseSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Record what a home head lets go, over what was recorded.",
    discussion:
      "talent release set 109489 --days 6 --out 1 --cover yes --agreed-by 'Grace Mitchell'")

  @Argument(help: "The home: a school's URN or a setting's reference.") var home: String
  @Option(help: "Days per half-term, deployments and supervising together.") var days: Double
  @Option(help: "People out at once.") var out: Int
  @Option(help: "Whether a seconded person's post must be covered: yes or no.") var cover: String
  @Option(help: "The head who agreed.") var agreedBy: String
  @Option(help: "When they agreed (default: today).") var agreedOn: String?
  @OptionGroup var output: Output

  func run() throws {
    let draft = ReleaseDraft(
      place: try Typed.place(home, for: "the home"),
      halfDaysPerHalfTerm: try Typed.halfDays(days, for: "--days", in: 0...100),
      outAtOnce: try Typed.whole(out, for: "--out", in: 0...100),
      coverNeeded: try Typed.yes(cover, for: "--cover"),
      agreedBy: try Typed.words(agreedBy, for: "--agreed-by", atMost: 200),
      agreedOn: try agreedOn.map { try Typed.day($0, for: "--agreed-on") } ?? Session.today())
    let place = try Session().store().setRelease(draft)
    if output.json { return try output.print(json: json(draft, place)) }
    let cover = draft.coverNeeded ? "cover needed" : "no cover needed"
    try Terminal.print(
      "\(shown(place.spoken)) lets go \(draft.halfDaysPerHalfTerm.spoken) a half-term, "
        + "\(Phrase.count(Int(draft.outAtOnce), "person", plural: "people")) out at once, \(cover)."
    )
    if place.isClosed { Terminal.complain("note: this school is closed") }
  }

  private func json(_ draft: ReleaseDraft, _ place: NamedPlace) -> JSON {
    [
      "place": .string(place.key.description), "place_name": .string(place.name),
      "days_per_half_term": .days(draft.halfDaysPerHalfTerm),
      "out_at_once": .int(Int(draft.outAtOnce)), "cover_needed": .bool(draft.coverNeeded),
      "agreed_by": .optional(draft.agreedBy), "agreed_on": .day(draft.agreedOn),
    ]
  }
}
