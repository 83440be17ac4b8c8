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

      What somebody else would cost, and what would have to change, is found by making the whole plan again \
      with it. It answers from the data the plan was made from, years later too. For a head to read, \
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
    let question = try PlanInQuestion(plan, in: store)
    let found = try need.map(question.index(ofNeed:))
    if reader == .head, let found {
      let asked = try person.map { try question.asked($0, in: store) }
      let answer = HeadExplanation(question, need: found, person: asked)
      return try Terminal.print(json ? answer.json.text(pretty: false) : answer.text)
    }
    let index = try person.map { try question.work.index(ofPerson: $0, plan: plan) }
    guard let found else {
      guard let index else { return }
      let answer = try PersonExplanation(question, index, limit: runnersUp)
      return try Terminal.print(json ? answer.json.text(pretty: false) : answer.text)
    }
    if change, let index {
      let answer = try ChangeExplanation(question, need: found, person: index)
      return try Terminal.print(json ? answer.json.text(pretty: false) : answer.text)
    }
    let answer = try NeedExplanation(question, need: found, person: index, limit: runnersUp)
    try Terminal.print(json ? answer.json.text(pretty: false) : answer.text)
  }
}

extension PlanInQuestion {
  func index(ofNeed reference: String) throws -> Int {
    let found = work.snapshot.needs.firstIndex {
      $0.need.reference.lowercased() == reference.lowercased()
    }
    guard let found else {
      throw Failure(
        .refused,
        "plan \(number) has no need \(reference)\n"
          + "  Try: talent plan show \(number) --all lists its needs")
    }
    return found
  }
}

extension PlanInQuestion {
  /// Somebody by number or TRN, whether or not the plan looked at them: that would tell whether they are ready.
  fileprivate func asked(_ typed: String, in store: Store) throws -> HeadExplanation.Asked {
    if let known = work.index(ofPerson: typed).map({ work.person($0) }) {
      return .init(number: known.number, name: known.name)
    }
    let record = try store.profile(try Typed.person(typed)).record
    return .init(number: record.number, name: record.name)
  }
}

extension PlanWork {
  fileprivate func index(ofPerson typed: String) -> Int? {
    snapshot.people.firstIndex {
      $0.number.description.lowercased() == typed.lowercased()
        || String($0.number.number) == typed || $0.trn?.description == typed
    }
  }

  /// Somebody of the plan's data by number or TRN.
  func index(ofPerson typed: String, plan: Int) throws -> Int {
    guard let found = index(ofPerson: typed) else {
      guard PersonReference(typed) != nil else {
        throw Failure(.usage, "\(typed) is not a person\n  Try: P17, 17 or a seven-digit TRN")
      }
      throw Failure(
        .refused,
        "plan \(plan) did not look at a person \(typed): they hold no designation and are not ready for a post asked for\n"
          + "  Try: talent person show \(typed)")
    }
    return found
  }
}

extension Failure {
  /// What is stored of a plan is not what was saved.
  static func altered(plan: Int) -> Failure {
    Failure(
      .conflict,
      "plan \(plan) was altered since it was made\n  Try: talent plan verify \(plan) says where")
  }
}
