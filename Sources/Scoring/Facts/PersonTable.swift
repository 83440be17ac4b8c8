import Domain

/// Every person, in rows (see `RowOrder`), with their lists laid end to end, being written.
struct PersonTable: Sendable {
  private(set) var facts: [PersonFacts] = []
  private(set) var designations = Lists<DesignationFacts>()
  /// Verified specialisms and phases of each designation, by its place in `designations.items`.
  private(set) var held = Lists<HeldFacts>()
  private(set) var phases = Lists<Int32>()
  private(set) var readiness = Lists<ReadinessFacts>()
  /// Specialisms named as a strength or held without verification.
  private(set) var claims = Lists<Int32>()
  private(set) var behaviours = Lists<Int32>()
  private(set) var commitments = Lists<CommitmentFacts>()

  init(_ snapshot: Snapshot, _ policy: Policy, _ names: Names, _ order: RowOrder) {
    let covering = Covering(snapshot, policy)
    let ages = Ages(snapshot.today, policy)
    let reach = Reach(policy)
    var steps = StepReader(policy)
    facts.reserveCapacity(snapshot.people.count)
    for row in order.personOfRow.indices {
      let person = snapshot.people[Int(order.personOfRow[row])]
      var fact = PersonFacts(person, names, ages)
      if covering.isAsked { fact.role = names.rungs.number(person.role) }
      fact.leavesPostToCover = covering.leavesPostToCover(person)
      fact.reach = reach.straightMetres(
        withinMiles: person.travelMiles ?? policy.defaultTravelMiles)
      (fact.stepServedByDeployment, fact.stepServedBySecondment) = steps.served(person.openSteps)
      addDesignations(of: person, policy, names, ages, reach)
      fact.farthestReach = designations.items[designations.open]
        .reduce(fact.reach) { max($0, $1.reach) }
      designations.close()
      addReadiness(of: person, policy, names, ages)
      addClaims(of: person, names, ages)
      addCommitments(of: person, names)
      facts.append(fact)
    }
  }

  private mutating func addDesignations(
    of person: Candidate, _ policy: Policy, _ names: Names, _ ages: Ages, _ reach: Reach
  ) {
    for designation in person.designations {
      let miles = designation.travelMiles ?? person.travelMiles ?? policy.defaultTravelMiles
      designations.add(
        DesignationFacts(
          role: names.roles.number(designation.role), since: designation.since.number,
          until: designation.until?.number ?? .max,
          halfDaysAYear: (designation.halfDaysAYear ?? policy.defaultHalfDaysAYear).count,
          reach: reach.straightMetres(withinMiles: miles),
          alliance: names.clusters.number(designation.alliance),
          hasCompleted: person.designations.contains {
            $0.role == designation.role && $0.completed > 0
          }, supervises: designation.supervises))
      addHeld(designation.specialisms, names, ages)
      for phase in designation.phases { phases.add(names.phases.number(phase)) }
      phases.close()
    }
  }

  private mutating func addHeld(_ specialisms: [HeldSpecialism], _ names: Names, _ ages: Ages) {
    for specialism in specialisms {
      let number = names.specialisms.number(specialism.name)
      guard number >= 0, let verifiedOn = specialism.verifiedOn, verifiedOn <= ages.today
      else { continue }
      held.add(
        HeldFacts(
          specialism: number, verifiedOn: verifiedOn.number,
          expiresOn: specialism.expiresOn?.number ?? .max))
    }
    held.close()
  }

  private mutating func addReadiness(
    of person: Candidate, _ policy: Policy, _ names: Names, _ ages: Ages
  ) {
    for entry in person.readiness {
      let rung = names.rungs.number(entry.post)
      guard rung >= 0 else { continue }
      let dated = entry.judgedOn.flatMap { $0 <= ages.today ? $0.number : nil }
      let rank = policy.readinessForSecondment.firstIndex(of: entry.level) ?? -1
      let fact = ReadinessFacts(
        rung: rung, judgedOn: dated ?? ReadinessFacts.undated, rank: Int32(rank))
      if let known = readiness.open.first(where: { readiness.items[$0].rung == rung }) {
        if fact.outweighs(readiness.items[known]) { readiness.replace(at: known, with: fact) }
      } else {
        readiness.add(fact)
      }
    }
    readiness.close()
  }

  private mutating func addClaims(of person: Candidate, _ names: Names, _ ages: Ages) {
    for strength in person.strengths {
      let number = names.specialisms.number(strength)
      if number >= 0 { claims.add(number) }
    }
    for designation in person.designations {
      for specialism in designation.specialisms
      where !(specialism.verifiedOn.map { $0 <= ages.today } ?? false) {
        let number = names.specialisms.number(specialism.name)
        if number >= 0 { claims.add(number) }
      }
    }
    claims.close()
    for behaviour in person.behaviours {
      let number = names.behaviours.number(behaviour)
      if number >= 0 { behaviours.add(number) }
    }
    behaviours.close()
  }

  private mutating func addCommitments(of person: Candidate, _ names: Names) {
    for commitment in person.commitments {
      commitments.add(
        CommitmentFacts(
          isDeployment: commitment.kind == .deployment, isSupervising: commitment.isSupervising,
          from: commitment.window.from.number,
          to: commitment.window.to.number, halfDays: commitment.halfDays.count,
          fte: commitment.fte.hundredths, role: names.roles.number(commitment.role),
          schoolYear: commitment.window.from.schoolYearStart.number))
    }
    commitments.close()
  }
}

/// The same, to be read.
struct PersonColumns: Sendable {
  let facts: Flat<PersonFacts>
  let designations: FlatLists<DesignationFacts>
  let held: FlatLists<HeldFacts>
  let phases: FlatLists<Int32>
  let readiness: FlatLists<ReadinessFacts>
  let claims: FlatLists<Int32>
  let behaviours: FlatLists<Int32>
  let commitments: FlatLists<CommitmentFacts>

  init(_ table: PersonTable, in arena: Arena) {
    facts = arena.flat(table.facts)
    designations = FlatLists(table.designations, in: arena)
    held = FlatLists(table.held, in: arena)
    phases = FlatLists(table.phases, in: arena)
    readiness = FlatLists(table.readiness, in: arena)
    claims = FlatLists(table.claims, in: arena)
    behaviours = FlatLists(table.behaviours, in: arena)
    commitments = FlatLists(table.commitments, in: arena)
  }
}

extension PersonFacts {
  init(_ person: Candidate, _ names: Names, _ ages: Ages) {
    self.init(
      home: Int32(person.home ?? -1), reach: 0, farthestReach: 0,
      availableFrom: person.availableFrom?.number ?? .min,
      availableUntil: person.availableUntil?.number ?? .max,
      role: NameTable.blank, leavesPostToCover: false,
      aspiration: names.rungs.number(person.aspiration),
      impactCount: person.impactCount, impactSum: person.impactSum,
      post: person.holdsCriticalPost.map { $0 ? 1 : 0 } ?? -1,
      barredByVetting: person.prohibited || ages.vettingHasLapsed(person.vettedOn),
      hasExclusions: !person.conflicts.isEmpty || !person.hiddenFrom.isEmpty
        || !person.declinedNeeds.isEmpty,
      hasWorkedElsewhere: !person.workedAt.isEmpty, stepServedByDeployment: false,
      stepServedBySecondment: false)
  }
}
