import Domain

/// One thing that could be different, so that somebody might be placed who is not.
public enum Change: Hashable, Sendable {
  /// A home lets go so much more in every half-term.
  case releaseDays(place: Int, more: HalfDays)
  /// A home lets so many more people be out at once.
  case peopleOut(place: Int, more: Int32)
  /// A person has so much more a year in a designation; nil: in the one they have no record of.
  case days(person: Int, role: String?, more: HalfDays)
  /// So much of what a supervisor promised to supervise is given back to them.
  case supervisingDays(person: Int, role: String, more: HalfDays)
  case vettingRenewed(person: Int)
  case specialismVerified(person: Int, role: String, specialism: String)
  case travelLimit(person: Int, miles: Int32)
  /// Somebody else is not there to be planned.
  case withdrawal(person: Int)
  case weight(Criterion, to: Int)
  /// One more person, as a need's own words describe them, near its place.
  case newcomer(likeNeed: Int)
}

extension World {
  /// The same but for one change.
  public func with(_ change: Change) -> World {
    var world = self
    switch change {
    case .releaseDays(let place, let more):
      world.release(place) { $0.halfDaysPerHalfTerm = $0.halfDaysPerHalfTerm + more }
    case .peopleOut(let place, let more): world.release(place) { $0.outAtOnce += more }
    case .days(let person, let role, let more): world.addDays(person, role, more)
    case .supervisingDays(let person, let role, let more):
      world.giveBack(person, role, more)
    case .vettingRenewed(let person): world.snapshot.people[person].vettedOn = snapshot.today
    case .specialismVerified(let person, let role, let specialism):
      world.verify(person, role, specialism)
    case .travelLimit(let person, let miles): world.raiseTravelLimit(person, miles)
    case .withdrawal(let person): world.withdraw(person)
    case .weight(let criterion, let points): world.policy.weights[criterion] = points
    case .newcomer(let need): world.addPerson(likeNeed: need)
    }
    return world
  }

  public func with(_ changes: [Change]) -> World { changes.reduce(self) { $0.with($1) } }

  /// The same with a pair that every plan contains.
  public func pinning(_ line: Outcome.Line) -> World {
    var world = self
    world.snapshot.standing.append(
      StandingLine(need: line.need, person: line.person, isPinned: true, plan: 0))
    return world
  }

  /// The same but for a pair that no plan contains.
  public func forbidding(_ line: Outcome.Line) -> World {
    var world = self
    if world.policy.rulesOff.removeValue(forKey: .declined) != nil {
      for index in world.snapshot.people.indices { world.snapshot.people[index].declinedNeeds = [] }
    }
    for index in world.snapshot.people.indices
    where world.snapshot.people[index].number == line.person {
      world.snapshot.people[index].declinedNeeds.append(line.need)
    }
    return world
  }

  private mutating func release(_ place: Int, _ change: (inout Release) -> Void) {
    var release = policy.release(of: snapshot.places[place])
    change(&release)
    snapshot.places[place].release = release
  }

  private mutating func addDays(_ person: Int, _ role: String?, _ more: HalfDays) {
    guard let role else {
      policy.defaultHalfDaysAYear = policy.defaultHalfDaysAYear + more
      return
    }
    for index in snapshot.people[person].designations.indices
    where snapshot.people[person].designations[index].role == role {
      let days = snapshot.people[person].designations[index].halfDaysAYear
      snapshot.people[person].designations[index].halfDaysAYear =
        (days ?? policy.defaultHalfDaysAYear) + more
    }
  }

  /// A promise of less than nothing in each school year that a need begins in.
  private mutating func giveBack(_ person: Int, _ role: String, _ more: HalfDays) {
    let years = Set(snapshot.needs.map(\.need.window.from.schoolYearStart)).sorted()
    for year in years {
      guard let first = snapshot.needs.first(where: { $0.need.window.from.schoolYearStart == year })
      else { continue }
      snapshot.people[person].commitments.append(
        Commitment(
          kind: .deployment, window: DaySpan(day: first.need.window.from),
          halfDays: HalfDays(0) - more, role: role, isSupervising: true))
    }
  }

  private mutating func verify(_ person: Int, _ role: String, _ specialism: String) {
    for index in snapshot.people[person].designations.indices
    where snapshot.people[person].designations[index].role == role {
      snapshot.people[person].designations[index].specialisms.removeAll { $0.name == specialism }
      snapshot.people[person].designations[index].specialisms.append(
        HeldSpecialism(name: specialism, verifiedOn: snapshot.today))
    }
  }

  private mutating func raiseTravelLimit(_ person: Int, _ miles: Int32) {
    let own = snapshot.people[person].travelMiles ?? policy.defaultTravelMiles
    snapshot.people[person].travelMiles = max(own, miles)
    for index in snapshot.people[person].designations.indices
    where (snapshot.people[person].designations[index].travelMiles ?? miles) < miles {
      snapshot.people[person].designations[index].travelMiles = miles
    }
  }

  private mutating func withdraw(_ person: Int) {
    let number = snapshot.people[person].number
    snapshot.people.remove(at: person)
    snapshot.standing.removeAll { $0.person == number }
  }

  /// Somebody of no school, who lives at the need's place and holds what it asks for.
  private mutating func addPerson(likeNeed index: Int) {
    let need = snapshot.needs[index].need
    let place = snapshot.places[snapshot.needs[index].place]
    var home = Place(key: .setting("one more"), name: "nowhere yet")
    home.location = place.location
    home.phase = need.phase ?? place.phase
    home.clusters = place.clusters
    home.release = Release(
      halfDaysPerHalfTerm: HalfDays(days: 100), outAtOnce: 100, coverNeeded: false)
    snapshot.places.append(home)
    var person = Candidate(number: PersonNumber(Int32.max), name: "one more")
    person.home = snapshot.places.count - 1
    person.vettedOn = snapshot.today
    var designation = Designation(
      role: need.role ?? "", since: snapshot.period?.from ?? need.window.from)
    designation.completed = 1
    designation.alliance = place.clusters.first
    designation.phases = home.phase.map { [$0] } ?? []
    designation.specialisms =
      need.specialism.map { [HeldSpecialism(name: $0, verifiedOn: snapshot.today)] } ?? []
    if need.kind == .deployment {
      person.designations = [designation]
    } else {
      person.readiness =
        need.role.map { post in
          policy.readinessForSecondment.prefix(1).map {
            Readiness(post: post, level: $0, judgedOn: snapshot.today)
          }
        } ?? []
      if need.specialism != nil { person.designations = [designation] }
    }
    snapshot.people.append(person)
  }
}
