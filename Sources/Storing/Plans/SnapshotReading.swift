import Domain
import Postgres

/// Which needs a plan takes in.
public struct PlanScope: Hashable, Sendable {
  public enum Within: Hashable, Sendable {
    case cluster(String)
    case authority(String)
  }

  public var kinds: [Need.Kind]
  public var within: Within?
  public var from: Day?
  public var to: Day?
  /// One need by its reference; nil for all.
  public var need: String?
  /// People looked at; nil for everybody who may matter.
  public var people: [PersonNumber]?

  public init(
    kinds: [Need.Kind], within: Within? = nil, from: Day? = nil, to: Day? = nil,
    need: String? = nil, people: [PersonNumber]? = nil
  ) {
    self.kinds = kinds
    self.within = within
    self.from = from
    self.to = to
    self.need = need
    self.people = people
  }

  /// As stored and printed: `LA:Bedford`, `Ouse Valley Alliance`.
  public var withinText: String? {
    switch within {
    case .none: nil
    case .cluster(let name): name
    case .authority(let name): "LA:\(name)"
    }
  }
}

extension Store {
  /// Everything a plan is made from, read in one repeatable-read transaction (or inside the one
  /// that is open).
  ///
  /// People: those with a designation, and those with one of `readiness` for a post that a secondment
  /// in scope wants. People and needs stand in the order of a hash of load-independent keys.
  public func snapshot(_ scope: PlanScope, readiness: [String], today: Day) throws -> Snapshot {
    let isInside = connection.isInTransaction
    return try connection.transaction { connection in
      if !isInside {
        try connection.script("set transaction isolation level repeatable read, read only")
      }
      var places = PlaceTable()
      let needs = try self.openNeeds(scope, today: today, &places)
      let posts = Set(needs.compactMap { $0.need.kind == .secondment ? $0.need.role : nil })
        .sorted()
      let people = try self.candidates(
        scope, posts: posts, readiness: readiness, today: today, &places)
      try self.fillPlaces(&places)
      return Snapshot(today: today, places: places.places, people: people, needs: needs)
    }
  }

  private func openNeeds(
    _ scope: PlanScope, today: Day, _ places: inout PlaceTable
  ) throws -> [OpenNeed] {
    var keyed: [(UInt64, OpenNeed)] = []
    for row in try connection.query(
      OpenNeedsInScope(organisation: organisation, scope: scope, today: today))
    {
      let place = places.index(of: row.need.place)
      keyed.append(
        (stableHash(row.need.reference), OpenNeed(need: row.need, place: place, open: row.open)))
    }
    keyed.sort { ($0.0, $0.1.need.reference) < ($1.0, $1.1.need.reference) }
    return keyed.map(\.1)
  }

  private func candidates(
    _ scope: PlanScope, posts: [String], readiness: [String], today: Day,
    _ places: inout PlaceTable
  ) throws -> [Candidate] {
    let numbers =
      try scope.people?.map(\.number)
      ?? connection.query(
        RelevantPeople(
          organisation: organisation, deployments: scope.kinds.contains(.deployment), posts: posts,
          readiness: readiness))
    let of = PeopleNumbered(organisation: organisation, numbers: numbers)
    var people = try CandidateTable(connection.query(CandidatePeople(of: of)), &places)
    try people.add(
      designations: connection.query(CandidateDesignations(of: of)),
      specialisms: connection.query(CandidateSpecialisms(of: of)))
    for row in try connection.query(CandidateReadiness(of: of)) {
      people.with(row.person) { $0.readiness.append(row.readiness) }
    }
    for row in try connection.query(CandidateSteps(of: of)) {
      people.with(row.person) { $0.openSteps.append(row.text) }
    }
    for row in try connection.query(CandidateConflicts(of: of)) {
      let place = places.index(of: row.place)
      people.with(row.person) {
        if row.isHidden { $0.hiddenFrom.append(place) } else { $0.conflicts.append(place) }
      }
    }
    let declined = DeclinedThisYear(organisation: organisation, since: today.schoolYearStart)
    for row in try connection.query(declined) {
      people.with(row.person) { $0.declinedNeeds.append(row.text) }
    }
    try addCommitments(to: &people, &places)
    return people.ordered(places)
  }

  /// Running placements count for the person and against the release of their home.
  private func addCommitments(
    to people: inout CandidateTable, _ places: inout PlaceTable
  ) throws {
    for row in try connection.query(ActiveCommitments(organisation: organisation)) {
      let workedAt = places.index(of: row.at)
      people.with(row.person) {
        $0.commitments.append(row.commitment)
        $0.workedAt.append(workedAt)
      }
      if let home = row.home {
        let index = places.index(of: home)
        places.places[index].running.append(row.commitment)
      }
    }
  }

  private func fillPlaces(_ places: inout PlaceTable) throws {
    let urns = places.places.compactMap { $0.key.urn?.number }
    let references = places.places.compactMap { $0.key.settingReference }
    for row in try connection.query(
      PlacesByKey(organisation: organisation, urns: urns, references: references))
    {
      let index = places.index(of: row.key)
      let running = places.places[index].running
      places.places[index] = row
      places.places[index].running = running
    }
    for row in try connection.query(
      ClustersOfPlaces(organisation: organisation, urns: urns, references: references))
    {
      places.places[places.index(of: row.key)].clusters.append(row.cluster)
    }
  }
}

/// Places by key, in the order first spoken of.
struct PlaceTable {
  var places: [Place] = []
  private var indexes: [PlaceKey: Int] = [:]

  mutating func index(of key: PlaceKey) -> Int {
    if let index = indexes[key] { return index }
    let index = places.count
    places.append(Place(key: key, name: key.description))
    indexes[key] = index
    return index
  }
}

/// Candidates by number while their records are gathered.
struct CandidateTable {
  private var people: [Candidate]
  private var indexes: [Int32: Int] = [:]

  init(_ rows: [CandidatePeople.Row], _ places: inout PlaceTable) {
    people = []
    people.reserveCapacity(rows.count)
    for row in rows {
      var person = row.person
      person.home = row.home.map { places.index(of: $0) }
      indexes[person.number.number] = people.count
      people.append(person)
    }
  }

  mutating func with(_ number: Int32, _ change: (inout Candidate) -> Void) {
    guard let index = indexes[number] else { return }
    change(&people[index])
  }

  mutating func add(
    designations: [CandidateDesignations.Row], specialisms: [CandidateSpecialisms.Row]
  ) {
    var held: [Int32: [HeldSpecialism]] = [:]
    for row in specialisms { held[row.designation, default: []].append(row.held) }
    for row in designations {
      var designation = row.designation
      designation.specialisms = held[row.number] ?? []
      with(row.person) { $0.designations.append(designation) }
    }
  }

  /// In the order of a hash of TRN, or of name and home where there is none.
  func ordered(_ places: PlaceTable) -> [Candidate] {
    people.map { person -> (UInt64, Candidate) in
      let home = person.home.map { places.places[$0].key.description } ?? ""
      return (stableHash(person.trn?.description ?? "\(person.name)\t\(home)"), person)
    }
    .sorted { ($0.0, $0.1.number) < ($1.0, $1.1.number) }
    .map(\.1)
  }
}

extension Store {
  /// References of open needs whose last day is before this one.
  public func needsOver(before today: Day) throws -> [String] {
    try connection.query(NeedsOver(organisation: organisation, today: today))
  }
}
