import ArgumentParser
import Domain
import Explaining
import Matching
import Reporting
import Storing

/// Answers a head's question about a plan: why this person, who else could, why not her, what would have to change.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Explain a plan: why this person, the runners-up, why not somebody else, what would change it.",
    discussion: """
      talent explain 1 N039                      why this person, and what each runner-up would cost
      talent explain 1 --person P36              why not her: what stands in the way, need by need
      talent explain 1 N039 --person P36         why not her at this need
      talent explain 1 N039 --person P36 --change  the smallest changes that would place her there

      What somebody else would cost, and what would have to change, is found by making the plan again with it: a \
      large plan only around what is asked about, with the rest held as it is. It answers from the data the plan was made from, years later too. For a head to read, \
      --reader head says only what a head may know.
      """)

  @Argument(help: "The plan's number.") var plan: Int
  @Argument(help: "The need's reference.") var need: String?
  @Option(name: .long, help: "Why not this person: P17, 17 or a TRN.") var person: String?
  @Flag(name: .long, help: "What would have to change so that the plan places this person there.")
  var change = false
  @Option(name: .long, help: "How many runners-up, or needs of a person.") var runnersUp = 3
  @Option(name: .long, help: "Who reads it: lead, or head (only what a head may know).")
  var reader = Reader.lead
  @Flag(name: .long, help: "Print JSON.") var json = false

  enum Reader: String, ExpressibleByArgument, CaseIterable { case lead, head }

  func validate() throws {
    if need == nil, person == nil {
      throw ValidationError("name a need, or --person, or both")
    }
    if change, need == nil || person == nil {
      throw ValidationError("--change takes a need and --person")
    }
    if reader == .head, need == nil || change {
      throw ValidationError("a head is told about a need: leave out --change and name the need")
    }
  }

  func run() throws {
    let store = try Session().store()
    let whole = try WholePlan(plan, in: store)
    let found = try need.map(whole.index(ofNeed:))
    if reader == .head, let found {
      let asked = try person.map { try whole.asked($0, in: store) }
      let question = try whole.question(about: [found], people: [])
      let answer = HeadExplanation(question, need: try question.at(found, whole), person: asked)
      return try Terminal.print(json ? answer.json.text(pretty: false) : answer.text)
    }
    let index = try person.map(whole.index(ofPerson:))
    guard let found else {
      guard let index else { return }
      let answer = try PersonExplanation(whole, index, limit: runnersUp)
      return try Terminal.print(json ? answer.json.text(pretty: false) : answer.text)
    }
    let question = try whole.question(about: [found], people: index.map { [$0] } ?? [])
    let need = try question.at(found, whole)
    let who = index.flatMap { question.person(whole.snapshot.people[$0].number) }
    if change, let who {
      let answer = try ChangeExplanation(question, need: need, person: who)
      return try Terminal.print(json ? answer.json.text(pretty: false) : answer.text)
    }
    let answer = try NeedExplanation(question, need: need, person: who, limit: runnersUp)
    try Terminal.print(json ? answer.json.text(pretty: false) : answer.text)
  }
}

extension PlanInQuestion {
  /// Where a need of the whole plan stands in this piece of it.
  func at(_ need: Int, _ whole: WholePlan) throws -> Int {
    let reference = whole.snapshot.needs[need].need.reference
    guard let found = self.need(reference) else {
      throw Failure(.fault, "\(reference) is missing from what was cut out of the plan")
    }
    return found
  }
}

extension WholePlan {
  /// Somebody by number or TRN, whether or not the plan looked at them: that would tell whether they are ready.
  fileprivate func asked(_ typed: String, in store: Store) throws -> HeadExplanation.Asked {
    if let known = person(typed: typed).map({ snapshot.people[$0] }) {
      return .init(number: known.number, name: known.name)
    }
    let record = try store.profile(.number(store.whom(try Typed.person(typed)))).record
    return .init(number: record.number, name: record.name)
  }
}
