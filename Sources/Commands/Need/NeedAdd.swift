import ArgumentParser
import Domain
import Reporting
import Storing

struct NeedAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Record what a school asks for.",
    discussion: """
        talent need add --at 109443 --kind deployment --role SLE --specialism phonics --days 5 \
      --from 18/01/2027 --to 17/07/2027
        talent need add --at 109494 --kind secondment --role Headteacher --fte 0.6 \
      --from 01/03/2027 --to 28/08/2027 --priority 'must fill'
      """)

  @Option(help: "Where: a school's URN or a setting's reference.") var at: String
  @Option(help: "deployment (days of support) or secondment (fill a post for a term).")
  var kind: String
  @Option(help: "Deployments: the designation wanted; secondments: the post to fill.")
  var role: String?
  @Option(help: "The specialism wanted.") var specialism: String?
  @Option(help: "The phase (default: the school's own).") var phase: String?
  @Option(help: "Deployments: days each person gives.") var days: Double?
  @Option(help: "Secondments: share of full time, such as 0.6.") var fte: Double?
  @Option(help: "First day.") var from: String
  @Option(help: "Last day.") var to: String
  @Option(help: "must fill, high or normal.") var priority = "normal"
  @Option(help: "How many people.") var people = 1
  @Option(help: "A behaviour wanted; may be repeated.") var behaviour: [String] = []
  @Option(help: "Who asked.") var askedBy: String?
  @Option(help: "When they asked (default: today).") var askedOn: String?
  @Option(help: "Its reference (default: the next free N number).") var reference: String?
  @OptionGroup var output: Output

  func run() throws {
    let session = try Session()
    let need = try need(session)
    let store = try session.store()
    let reference = try store.addNeed(need)
    let stored = try store.needRecord(reference)
    if output.json { return try output.print(json: NeedPage.json(stored)) }
    try Terminal.print("Added need \(shown(reference)): \(NeedPage.sentence(stored)).")
  }

  private func need(_ session: Session) throws -> Need {
    let kind = try typedKind()
    let window = try Typed.span(
      from: Typed.day(from, for: "--from"), to: Typed.day(to, for: "--to"))
    if window.to < (try Session.today()) {
      throw Failure(
        .refused, "the window ended on \(window.to.spoken), before today\n  Try: check the years")
    }
    let roles =
      kind == .deployment
      ? try session.name(role, in: .roles, for: "--role")
      : try session.name(role, in: .rungs, for: "--role")
    var need = Need(
      reference: try reference.map { try Typed.words($0, for: "--reference", atMost: 40) } ?? "",
      place: try Typed.place(at, for: "--at"), kind: kind, role: roles, window: window)
    need.specialism = try session.name(specialism, in: .specialisms, for: "--specialism")
    need.phase = try session.name(phase, in: .phases, for: "--phase")
    need.priority = try typedPriority()
    need.people = try Typed.whole(people, for: "--people", in: 1...100)
    need.behaviours = try session.names(behaviour, in: .behaviours, for: "--behaviour")
    need.askedBy = try askedBy.map { try Typed.words($0, for: "--asked-by", atMost: 200) }
    need.askedOn = try askedOn.map { try Typed.day($0, for: "--asked-on") } ?? Session.today()
    try size(&need)
    return need
  }

  /// A deployment asks for days, a secondment for a post and a share of full time.
  private func size(_ need: inout Need) throws {
    switch need.kind {
    case .deployment:
      guard let days, fte == nil else {
        let wrong = fte == nil ? "" : ", not for a share of full time"
        throw Failure(.refused, "a deployment asks for days\(wrong)\n  Try: --days 5")
      }
      need.halfDays = try Typed.halfDays(days, for: "--days", in: 0.5...195)
    case .secondment:
      guard days == nil else {
        throw Failure(
          .refused, "a secondment asks for a share of full time, not for days\n  Try: --fte 0.6")
      }
      guard need.role != nil else {
        throw Failure(
          .refused,
          "a secondment fills a post, and none is named\n  Try: --role 'Deputy headteacher'")
      }
      need.fte = try Typed.fte(fte ?? 1, for: "--fte")
    }
  }

  private func typedKind() throws -> Need.Kind {
    guard let kind = Need.Kind(rawValue: kind.lowercased()) else {
      throw Typed.refused(
        kind, for: "--kind", "is no kind of need", "deployment or secondment")
    }
    return kind
  }

  private func typedPriority() throws -> Need.Priority {
    let folded = Vocabulary.folded(priority)
    guard
      let known = Need.Priority.allCases.first(where: { Vocabulary.folded($0.rawValue) == folded })
    else {
      throw Typed.refused(
        priority, for: "--priority", "is no priority", "'must fill', high or normal")
    }
    return known
  }
}
