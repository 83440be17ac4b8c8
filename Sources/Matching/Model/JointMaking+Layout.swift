import Domain

extension JointMaking {
  /// Puts parts and limits in the order of homes, and homes in that of their first people.
  mutating func lay(out shared: HomeLimits, _ personal: PersonLimits) {
    var members = [[Int32]](repeating: [], count: snapshot.people.count)
    for person in snapshot.people.indices where partCount[person] > 0 {
      members[Int(shared.leader(of: Int32(person)))].append(Int32(person))
    }
    var ordered: [PartRecord] = []
    ordered.reserveCapacity(parts.count)
    reserve(personal)
    // Numbers of shared limits in the problem.
    var number = [Int32](repeating: -1, count: shared.limits.count)
    for (leader, people) in members.enumerated() where !people.isEmpty {
      for limit in shared.limits(ofLeader: Int32(leader)) {
        number[limit] = Int32(limits.count)
        add(shared.limits[limit])
      }
      for person in people {
        let before = Int32(limits.count) - personal.start[Int(person)]
        for limit in personal.start[Int(person)]..<personal.start[Int(person) + 1] {
          add(personal.limits[Int(limit)])
        }
        let first = Int(firstPart[Int(person)])
        firstPart[Int(person)] = Int32(ordered.count)
        for index in first..<first + Int(partCount[Int(person)]) {
          ordered.append(parts[index])
          shared.addUses(of: parts[index], numbered: number, to: &problem.uses)
          for use in personal.uses[
            Int(personal.useStart[index])..<Int(personal.useStart[index + 1])]
          {
            problem.uses.append(.init(limit: before + use.limit, amount: use.amount))
          }
          add(parts[index])
        }
      }
      problem.homeStart.append(Int32(ordered.count))
      problem.limitStart.append(Int32(limits.count))
    }
    parts = ordered
  }

  private mutating func reserve(_ personal: PersonLimits) {
    problem.person.reserveCapacity(parts.count)
    problem.value.reserveCapacity(parts.count)
    problem.mustFill.reserveCapacity(parts.count)
    problem.isPinned.reserveCapacity(parts.count)
    problem.useStart.reserveCapacity(parts.count + 1)
    problem.linkStart.reserveCapacity(parts.count + 1)
    problem.uses.reserveCapacity(personal.uses.count)
    problem.links.reserveCapacity(parts.count + parts.count / 2)
  }

  private mutating func add(_ limit: LimitRecord) {
    limits.append(limit)
    problem.limits.append(
      .init(capacity: limit.capacity, countsPeople: limit.kind == .peopleOut))
  }

  /// Closes a part whose uses have been added.
  private mutating func add(_ part: PartRecord) {
    problem.person.append(part.person)
    problem.value.append(part.value)
    problem.mustFill.append(part.mustFill)
    problem.isPinned.append(part.isPinned)
    problem.useStart.append(Int32(problem.uses.count))
    // Rows ascend: a need's come first, and what a cover asks for is opened after what it provides.
    if part.fills >= 0 { problem.links.append(.init(row: part.fills, coefficient: 1)) }
    if part.provides >= 0 { problem.links.append(.init(row: part.provides, coefficient: -1)) }
    if part.asks >= 0 { problem.links.append(.init(row: part.asks, coefficient: 1)) }
    problem.linkStart.append(Int32(problem.links.count))
  }

  /// Pinned lines that cannot stand beside those before them, with whoever they ask for, are no longer pinned.
  mutating func releaseImpossiblePins() {
    guard problem.isPinned.contains(true) else { return }
    var pins = PinnedParts(problem)
    for part in problem.parts where problem.isPinned[part] {
      if pins.addWhole(part) { continue }
      problem.isPinned[part] = false
      parts[part].isPinned = false
      if let line = standing.removeValue(forKey: Int(parts[part].of)) { unkept.append(line) }
    }
  }
}
