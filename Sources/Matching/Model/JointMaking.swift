import Domain

/// Makes the problem of a joint plan, step by step: every part with its rows, then what each person's parts
/// share, then what each home's people share; parts are put in the order of homes last.
///
/// Nothing here depends on anything but the order of the snapshot's people and needs.
struct JointMaking {
  let snapshot: Snapshot
  let policy: Policy
  let findings: JointFindings
  let calendar: TermCalendar
  let needs: [NeedRecord]
  let fairLoad: FairLoad

  var problem = JointProblem()
  var coversConsidered = 0
  var unkept: [StandingLine] = []
  var parts: [PartRecord] = []
  var rows: [RowRecord] = []
  var limits: [LimitRecord] = []
  var firstPart: [Int32] = []
  var partCount: [Int32] = []
  var standing: [Int: StandingLine] = [:]

  /// - Parameter fairLoad: nil for that of these needs and people.
  init(
    _ snapshot: Snapshot, _ policy: Policy, _ findings: JointFindings, fairLoad: FairLoad? = nil
  ) {
    self.snapshot = snapshot
    self.policy = policy
    self.findings = findings
    calendar = TermCalendar(halfTerms: policy.halfTerms)
    needs = snapshot.needs.map { NeedRecord($0.need) }
    self.fairLoad =
      fairLoad
      ?? FairLoad(
        snapshot, policy, pairStart: findings.pairStart, pairPerson: findings.pairPerson)
  }

  func isOn(_ rule: BarRule) -> Bool { policy.rulesOff[rule] == nil }

  mutating func make() throws(JointModelError) {
    findStanding()
    openNeedRows()
    let chains = CoverChains(self)
    addPlacements(chains)
    addSupervising()
    addCovers(chains)
    guard parts.count <= JointProblem.Bound.parts else { throw .tooManyParts(parts.count) }
    if let wild = parts.first(where: { abs(Int($0.value)) >= JointProblem.Bound.value }) {
      throw .valueOutOfRange(need: snapshot.needs[Int(wild.need)].need.reference)
    }
    sortByPerson()
    let personal = PersonLimits(self)
    let shared = HomeLimits(self, personal)
    lay(out: shared, personal)
    releaseImpossiblePins()
  }

  private mutating func openNeedRows() {
    for (index, open) in snapshot.needs.enumerated() {
      rows.append(.need(Int32(index)))
      problem.rowCapacity.append(open.open)
      problem.constant -= penalty(ofNeed: index) * Int(open.open)
      if open.need.priority == .mustFill { problem.mustFillUnits += Int(open.open) }
    }
  }

  func penalty(ofNeed need: Int) -> Int {
    policy.penalties[snapshot.needs[need].need.priority] ?? 0
  }

  /// A row of something that is asked for and provided.
  mutating func openRow(_ row: RowRecord) -> Int32 {
    rows.append(row)
    problem.rowCapacity.append(0)
    return Int32(rows.count - 1)
  }

  private mutating func findStanding() {
    guard !snapshot.standing.isEmpty else { return }
    let needs = Dictionary(
      snapshot.needs.enumerated().map { ($1.need.reference, $0) }, uniquingKeysWith: { a, _ in a })
    let people = Dictionary(
      snapshot.people.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { a, _ in a })
    for line in snapshot.standing {
      if let need = needs[line.need], let person = people[line.person],
        let pair = findings.pair(need: need, person: person)
      {
        // A line that is both published and pinned is pinned.
        if standing[pair]?.isPinned != true { standing[pair] = line }
      } else {
        unkept.append(line)
      }
    }
  }

  /// Parts of a person side by side, in the order they were made in.
  private mutating func sortByPerson() {
    partCount = [Int32](repeating: 0, count: snapshot.people.count)
    for part in parts { partCount[Int(part.person)] += 1 }
    firstPart = []
    firstPart.reserveCapacity(partCount.count)
    var next: Int32 = 0
    for count in partCount {
      firstPart.append(next)
      next += count
    }
    var place = firstPart
    var order = [Int32](repeating: 0, count: parts.count)
    for (index, part) in parts.enumerated() {
      order[Int(place[Int(part.person)])] = Int32(index)
      place[Int(part.person)] += 1
    }
    parts = order.map { parts[Int($0)] }
  }
}
