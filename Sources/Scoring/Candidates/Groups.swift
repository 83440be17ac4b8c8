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
    for index in facts.needs.facts.indices {
      let need = facts.needs.facts[index]
      let slot = slot(of: need, facts)
      if let slot, numbers[slot] == nil {
        numbers[slot] = count
        count += 1
      }
      groupOfNeed.append(slot.flatMap { numbers[$0] })
    }
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
    if !need.isDeployment && readinessIsOn {
      return need.role >= 0 ? firstPost + Int(need.role) : nil
    }
    let role = need.isDeployment && facts.designationIsOn ? need.role : NameTable.blank
    let specialismIsOn = facts.policy.rulesOff[.specialism] == nil
    return slot(role, specialismIsOn ? need.specialism : NameTable.blank)
  }

  private func slot(_ role: Int32, _ specialism: Int32) -> Int {
    Int(role + 1) * specialisms + Int(specialism + 1)
  }
}
