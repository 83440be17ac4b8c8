/// Which people could possibly answer which needs, before any distance is looked at.
///
/// A deployment is answered by the people of its role and specialism, a secondment by the people
/// ready for its post. A rule that is off opens the group its need looks in. Groups nobody asks for
/// have no members.
struct Groups: Sendable {
  /// The group of each need; nil when nobody can answer it.
  private(set) var groupOfNeed: [Int?] = []
  private(set) var count = 0

  /// Groups by role and specialism (a blank is any), then by post; nil where no need asks.
  private var numbers: [Int?]
  private let specialisms: Int
  private let firstPost: Int

  init(_ facts: Facts) {
    specialisms = facts.names.specialisms.count + 1
    firstPost = (facts.names.roles.count + 1) * specialisms
    numbers = Array(repeating: nil, count: firstPost + facts.names.rungs.count)
    for index in facts.needs.facts.indices { open(slot(of: facts.needs.facts[index], facts)) }
    for rung in facts.names.rungsToCover { open(slot(ofPost: rung, facts)) }
    groupOfNeed = groups(ofNeeds: facts)
  }

  /// The same groups, looked up for the needs of other facts of the same people.
  func regrouped(for facts: Facts) -> Groups {
    var copy = self
    copy.groupOfNeed = groups(ofNeeds: facts)
    return copy
  }

  private func groups(ofNeeds facts: Facts) -> [Int?] {
    facts.needs.facts.indices.map { index in
      slot(of: facts.needs.facts[index], facts).flatMap { numbers[$0] }
    }
  }

  private mutating func open(_ slot: Int?) {
    guard let slot, numbers[slot] == nil else { return }
    numbers[slot] = count
    count += 1
  }

  /// The groups the person of a row belongs to, some perhaps twice.
  func forEachGroup(of row: Int, _ facts: Facts, _ body: (Int) -> Void) {
    func visit(_ role: Int32, _ specialism: Int32) {
      if let group = numbers[slot(role, specialism)] { body(group) }
    }
    visit(NameTable.blank, NameTable.blank)
    for index in facts.people.designations.range(row) {
      let role = facts.people.designations.items[index].role
      visit(role, NameTable.blank)
      for held in facts.people.held.range(index) {
        let specialism = facts.people.held.items[held].specialism
        visit(role, specialism)
        visit(NameTable.blank, specialism)
      }
    }
    for index in facts.people.readiness.range(row) {
      let readiness = facts.people.readiness.items[index]
      guard readiness.counts(facts.ages) else { continue }
      if let group = numbers[firstPost + Int(readiness.rung)] { body(group) }
    }
  }

  private func slot(of need: NeedFacts, _ facts: Facts) -> Int? {
    let readinessIsOn = facts.policy.rulesOff[.readiness] == nil
    if !need.isDeployment && readinessIsOn { return slot(ofPost: need.role, facts) }
    let role = need.isDeployment && facts.designationIsOn ? need.role : NameTable.blank
    let specialismIsOn = facts.policy.rulesOff[.specialism] == nil
    return slot(role, specialismIsOn ? need.specialism : NameTable.blank)
  }

  /// People ready for a post; while the readiness rule is off, everybody.
  private func slot(ofPost rung: Int32, _ facts: Facts) -> Int? {
    guard facts.policy.rulesOff[.readiness] == nil else {
      return slot(NameTable.blank, NameTable.blank)
    }
    return rung >= 0 ? firstPost + Int(rung) : nil
  }

  private func slot(_ role: Int32, _ specialism: Int32) -> Int {
    Int(role + 1) * specialisms + Int(specialism + 1)
  }
}
