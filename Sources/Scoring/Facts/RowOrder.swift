import Domain

/// The order people's facts are laid out in: those one search walks through lie side by side.
///
/// Designated people come first, then those ready for each post asked for, each in the order of the
/// grid; then everybody else. Judging a million pairs waits for memory more than for anything else:
/// measured, people out of order cost more than twice as long. It decides nothing.
struct RowOrder: Sendable {
  /// The person in each row, by index into the snapshot.
  let personOfRow: Flat<Int32>
  let rowOfPerson: Flat<Int32>

  init(
    _ snapshot: Snapshot, _ policy: Policy, _ names: Names, _ ages: Ages, _ places: PlaceTable,
    in arena: Arena
  ) {
    let reach = Reach(policy)
    var walked: [(key: UInt64, person: Int32)] = []
    var others: [Int32] = []
    for index in snapshot.people.indices {
      guard let block = RowOrder.block(of: snapshot.people[index], policy, names, ages) else {
        others.append(Int32(index))
        continue
      }
      let miles = snapshot.people[index].travelMiles ?? policy.defaultTravelMiles
      let home = snapshot.people[index].home.map { places.facts[$0] }
      let cell = Cell(home, reach: reach.straightMetres(withinMiles: miles))
      walked.append((block << 48 | cell.key, Int32(index)))
    }
    walked.sort { ($0.key, $0.person) < ($1.key, $1.person) }
    let people = walked.map(\.person) + others
    var rows = [Int32](repeating: 0, count: people.count)
    for (row, person) in people.enumerated() { rows[Int(person)] = Int32(row) }
    personOfRow = arena.flat(people)
    rowOfPerson = arena.flat(rows)
  }

  /// 0 for designated people, from 1 by the first post somebody is ready for; nil for everybody else.
  private static func block(
    of person: Candidate, _ policy: Policy, _ names: Names, _ ages: Ages
  ) -> UInt64? {
    if !person.designations.isEmpty { return 0 }
    for entry in person.readiness {
      guard let judgedOn = entry.judgedOn, judgedOn >= ages.oldestReadiness,
        policy.readinessForSecondment.contains(entry.level)
      else { continue }
      let rung = names.rungs.number(entry.post)
      if rung >= 0 { return UInt64(1 + min(rung, 0xFFF0)) }
    }
    return nil
  }
}
