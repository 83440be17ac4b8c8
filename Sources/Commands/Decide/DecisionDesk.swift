import ArgumentParser
import Domain
import Placing
import Scoring
import Storing

/// What a decision looks at: the plan's proposal, and both sides as they are today.
struct DecisionDesk {
  let store: Store
  let policy: Policy
  let today: Day

  init(store: Store, policy: Policy, today: Day) {
    self.store = store
    self.policy = policy
    self.today = today
  }

  /// The proposal meant, still undecided; a need with several asks which.
  func proposal(
    plan: Int, need: String, person: String?
  ) throws -> Proposal {
    let head = try store.planHead(plan)
    if head.state == .superseded {
      throw Failure(
        .conflict, "plan \(plan) is superseded by a newer published plan\n  Try: talent plan list")
    }
    let meant = try meant(plan, need, person)
    if meant.now != meant.person {
      throw Failure(
        .conflict,
        "\(meant.person), whom plan \(plan) proposes, is now part of \(meant.now)\nNothing was changed.\n"
          + "  Try: talent propose --again \(plan), or --person \(meant.now) in a plan made since")
    }
    if let earlier = try store.earlierDecision(plan: plan, need: meant.need, person: meant.person) {
      throw Failure(
        .conflict,
        "\(meant.need) with \(meant.person) is decided already: \(earlier)\nNothing was changed.")
    }
    guard
      let whole = try store.proposal(plan: plan, need: meant.need, person: meant.person)
    else { throw StoreError.notFound(what: "proposal", reference: "of \(meant.need)") }
    return whole
  }

  /// The line of a plan that a need and a person name.
  private func meant(
    _ plan: Int, _ need: String, _ person: String?
  ) throws -> (need: String, person: PersonNumber, now: PersonNumber) {
    let proposals = try store.proposals(plan: plan, need: need)
    guard let first = proposals.first else {
      throw Failure(
        .refused,
        "plan \(plan) proposes nobody for \(need)\n  Try: talent explain \(plan) \(need)")
    }
    if let person {
      let number = try self.person(person)
      guard let found = proposals.first(where: { $0.person == number || $0.now == number }) else {
        throw Failure(.refused, "plan \(plan) does not propose \(number) for \(first.need)")
      }
      return found
    }
    guard proposals.count > 1 else { return first }
    let open = try proposals.filter {
      try store.earlierDecision(plan: plan, need: $0.need, person: $0.person) == nil
    }
    guard open.count <= 1 else {
      let names = open.map(\.person.description).joined(separator: " or ")
      throw Failure(.usage, "\(first.need) has several proposals\n  Try: --person \(names)")
    }
    return open.first ?? first
  }

  func person(_ typed: String) throws -> PersonNumber {
    guard let reference = PersonReference(typed) else {
      throw Failure(.usage, "\(typed) is not a person\n  Try: P17, 17 or a seven-digit TRN")
    }
    return try store.whom(reference)
  }

  /// Rules and criteria over today's data.
  func judgement(of person: PersonNumber, for need: String) throws -> Judgement {
    let snapshot = try snapshot(of: [person], for: need)
    return Scorer(snapshot: snapshot, policy: policy).judge(person: 0, need: 0)
  }

  /// A need with a place open, and people, as they are today.
  func snapshot(of people: [PersonNumber], for need: String) throws -> Snapshot {
    let snapshot = try store.snapshot(
      PlanScope(kinds: Need.Kind.allCases, need: need, people: people),
      readiness: policy.readinessForSecondment, today: today)
    guard !snapshot.needs.isEmpty else {
      throw Failure(
        .conflict,
        "\(need) has no place open any more: it is closed, or filled\nNothing was changed.\n"
          + "  Try: talent need show \(need)")
    }
    return snapshot
  }

  /// Refuses a person who is chosen for the need already.
  func refuseTwice(_ person: PersonNumber, for need: String) throws {
    let standing = try store.placements(person: person, need: need).first { $0.isActive }
    guard let standing else { return }
    throw Failure(
      .conflict,
      "\(person) is chosen for \(need) already: placement \(standing.number)\nNothing was changed.")
  }
}

extension BarRule {
  /// Refuses a name no rule has, and says those there are.
  static func check(names: [String]) throws {
    for name in names where BarRule.rules(shownAs: name).isEmpty {
      let known = BarRule.shownNames.joined(separator: ", ")
      throw ValidationError("there is no rule \(name): the rules are \(known)")
    }
  }
}

extension DecisionMade {
  /// The bars overridden by the names people see, once each; nil when none was.
  var overriddenNames: String? {
    let names = BarRule.shownNames.filter { name in overridden.contains { $0.shownName == name } }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
