import ArgumentParser
import Domain
import Explaining
import Matching
import Reporting
import Storing

/// Answers a head's question about a plan: why this person, who else could, and why not her.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a plan's choice: why this person, the runners-up, why not somebody else.",
    discussion: """
      What choosing somebody else would cost the plan is found by making the whole plan again with \
      that choice forced. It answers from the data the plan was made from, years later too.
      """)

  @Argument(help: "The plan's number.") var plan: Int
  @Argument(help: "The need's reference.") var need: String
  @Option(name: .long, help: "Why not this person: P17, 17 or a TRN.") var person: String?
  @Option(name: .long, help: "How many runners-up.") var runnersUp = 3
  @Flag(name: .long, help: "Print JSON.") var json = false

  func run() throws {
    let stored = try Session().store().plan(plan)
    guard stored.isIntact else { throw Failure.altered(plan: plan) }
    let work = try PlanWork(rebuilding: stored.plan)
    guard let index = work.index(ofNeed: need) else {
      throw Failure(
        .refused,
        "plan \(plan) has no need \(need)\n  Try: talent plan show \(plan) --all lists its needs")
    }
    guard case .success(let solution) = work.model.solution(claimedBy: stored.plan) else {
      throw Failure.altered(plan: plan)
    }
    var explanation = NeedExplanation(stored.plan, work, need: index, solution)
    if let person {
      try explanation.addWhyNot(work.index(ofPerson: person, plan: plan))
    } else {
      try explanation.addRunnersUp(limit: runnersUp)
    }
    try Terminal.print(json ? explanation.json.text(pretty: false) : explanation.text)
  }
}

extension PlanWork {
  func index(ofNeed reference: String) -> Int? {
    snapshot.needs.firstIndex { $0.need.reference.lowercased() == reference.lowercased() }
  }

  /// Somebody of the plan's data by number or TRN.
  func index(ofPerson typed: String, plan: Int) throws -> Int {
    let found = snapshot.people.firstIndex {
      $0.number.description.lowercased() == typed.lowercased()
        || String($0.number.number) == typed || $0.trn?.description == typed
    }
    guard let found else {
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
