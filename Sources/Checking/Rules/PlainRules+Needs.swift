import Domain

extension PlainRules {
  /// No need gets more people than it asks for, nobody twice, and pinned lines stay.
  func brokenNeeds(_ plan: Plan) -> [BrokenRule] {
    var broken: [BrokenRule] = []
    let proposals = Dictionary(grouping: plan.proposals, by: \.need)
    for open in snapshot.needs {
      let reference = open.need.reference
      let people = (proposals[reference] ?? []).map(\.person)
      if people.count > Int(open.open) {
        broken.append(
          BrokenRule(.need(reference), "Gets \(people.count) people and asks for \(open.open)"))
      }
      for person in Set(people.filter { person in people.count { $0 == person } > 1 }).sorted() {
        broken.append(BrokenRule(.need(reference), "Gets \(person) more than once"))
      }
    }
    for line in snapshot.standing where line.isPinned {
      let isKept = proposals[line.need]?.contains { $0.person == line.person } ?? false
      if isKept || isExcused(line, by: plan.notes) { continue }
      broken.append(
        BrokenRule(
          .proposal(need: line.need, person: line.person),
          "Is pinned in plan \(line.plan), and neither kept nor named as one that cannot be kept"))
    }
    return broken
  }

  /// Whether a note names it as one that cannot be kept.
  private func isExcused(_ line: StandingLine, by notes: [String]) -> Bool {
    notes.contains { $0.contains(line.need) && $0.contains(line.person.description) }
  }

  /// Nobody does two things for one secondment, and nobody new supervises where their own first deployment is.
  func brokenCompany(_ doings: [Doing]) -> [BrokenRule] {
    Dictionary(grouping: doings, by: \.need).sorted { $0.key < $1.key }.flatMap { need, doings in
      byPerson(doings).compactMap { person, doings in
        sentence(doings, of: snapshot.people[person]).map {
          BrokenRule(
            .proposal(
              need: snapshot.needs[need].need.reference, person: snapshot.people[person].number), $0
          )
        }
      }
    }
  }

  /// What is wrong with all that one person does for one need.
  private func sentence(_ doings: [Doing], of candidate: Candidate) -> String? {
    if doings.count > 1, doings.contains(where: { $0.what == .cover }) {
      return "Cannot be in two places for one secondment"
    }
    let isFirst = doings.contains { doing in
      doing.what == .placement && isOn(.supervisedFirst)
        && doing.designation.map { isNew(candidate, as: $0.role) } ?? false
    }
    return isFirst && doings.contains { $0.what == .supervising }
      ? "Cannot supervise where their own first deployment is" : nil
  }
}
