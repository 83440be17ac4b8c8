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
  /// in scope wants; where a home needs cover, those too who are ready for a post that one of these leaves,
  /// and so on, `longestCoverChain` times at most. People and needs stand in the order of a hash of load-independent keys, and no
  /// list follows the order in which the server happens to give rows.
  ///
  /// While rows are decoded the server works on the next statement.
  public func snapshot(
    _ scope: PlanScope, readiness: [String], longestCoverChain: Int = 0, today: Day
  ) throws -> Snapshot {
    let isInside = connection.isInTransaction
    return try connection.transaction(.repeatableRead) { connection in
      if !isInside { try connection.script(Self.readingAlone) }
      var places = PlaceTable()
      let rows = try self.openNeeds(scope, today: today)
      let posts = Set(rows.compactMap { $0.need.kind == .secondment ? $0.need.role : nil })
        .sorted()
      let numbers =
        try scope.people?.map(\.number)
        ?? self.relevantPeople(
          posts: posts, readiness: readiness, deployments: scope.kinds.contains(.deployment))
      let of = PeopleNumbered(organisation: organisation, numbers: numbers.distinct())
      let askedPeople = try connection.ask(CandidatePeople(of: of))
      let needs = Self.ordered(rows, &places)
      var people = try self.candidates(of, askedPeople, &places)
      if scope.people == nil {
        try self.addCovers(
          to: &people, for: posts, readiness: readiness, longest: longestCoverChain, &places)
      }
      try self.addExclusions(to: &people, today: today, &places)
      try self.addCommitments(to: &people, &places)
      try self.fillPlaces(&places)
      let standing = try self.standingLines(of: needs, scope)
      return Snapshot(
        today: today, places: places.places, people: people.ordered(places), needs: needs,
        standing: standing)
    }
  }

  /// Read by the one process of the server: of the many rows that others would run through for it few are
  /// wanted, which it finds sooner by an index (10,000 among 500,000 people: 21 ms instead of 60).
  private static let readingAlone = """
    set transaction read only; set local max_parallel_workers_per_gather = 0
    """

  private func openNeeds(_ scope: PlanScope, today: Day) throws -> [OpenNeedsInScope.Row] {
    try connection.ask(
      OpenNeedsInScope(organisation: organisation, scope: scope, today: today)
    ).answer().map { $0 }
  }

  /// In the order of a hash; their places are spoken of in that of their references.
  private static func ordered(
    _ rows: [OpenNeedsInScope.Row], _ places: inout PlaceTable
  ) -> [OpenNeed] {
    var keyed: [(hash: UInt64, need: OpenNeed)] = []
    for row in rows.sorted(by: { $0.need.reference.counts(before: $1.need.reference) }) {
      let need = OpenNeed(
        need: row.need, place: places.index(of: row.need.place), open: row.open)
      keyed.append((stableHash(row.need.reference), need))
    }
    return keyed.indices.sorted {
      (keyed[$0].hash, keyed[$0].need.need.reference)
        < (keyed[$1].hash, keyed[$1].need.need.reference)
    }.map { keyed[$0].need }
  }

  private func relevantPeople(
    posts: [String], readiness: [String], deployments: Bool
  ) throws -> [Int32] {
    try connection.ask(
      RelevantPeople(
        organisation: organisation, deployments: deployments, posts: posts, readiness: readiness)
    ).answer().map { $0 }
  }

  /// Adds who is ready for a post that somebody leaves who is ready for one of `posts`, and so on.
  private func addCovers(
    to people: inout CandidateTable, for posts: [String], readiness: [String], longest: Int,
    _ places: inout PlaceTable
  ) throws {
    guard longest > 0, !posts.isEmpty,
      try connection.first(CoverIsNeeded(organisation: organisation)) == true
    else { return }
    var asked = Set(posts)
    var left = people.roles(readyFor: asked, readiness)
    for _ in 0..<longest {
      let opened = left.subtracting(asked).sorted()
      if opened.isEmpty { return }
      asked.formUnion(opened)
      let numbers = try relevantPeople(posts: opened, readiness: readiness, deployments: false)
      let others = numbers.filter { !people.holds($0) }.distinct()
      let of = PeopleNumbered(organisation: organisation, numbers: others)
      let askedPeople = try connection.ask(CandidatePeople(of: of))
      people.add(try candidates(of, askedPeople, &places))
      left = people.roles(readyFor: Set(opened), readiness)
    }
  }

  private func candidates(
    _ of: PeopleNumbered, _ people: consuming Asked<CandidatePeople>, _ places: inout PlaceTable
  ) throws -> CandidateTable {
    let peopleRows = try people.answer()
    let askedReadiness = try connection.ask(CandidateReadiness(of: of))
    var people = try CandidateTable(peopleRows, &places)
    let readinessRows = try askedReadiness.answer()
    let askedSteps = try connection.ask(CandidateSteps(of: of))
    try readinessRows.forEach { row in
      people.with(row.person) { $0.readiness.append(row.readiness) }
    }
    let stepRows = try askedSteps.answer()
    let askedSpecialisms = try connection.ask(CandidateSpecialisms(of: of))
    try stepRows.forEach { row in people.with(row.person) { $0.openSteps.append(row.text) } }
    let specialismRows = try askedSpecialisms.answer()
    let askedDesignations = try connection.ask(CandidateDesignations(of: of))
    let held = HeldTable(try specialismRows.map { $0 })
    let designationRows = try askedDesignations.answer()
    let askedPosts = try connection.ask(CandidatePosts(of: of))
    try designationRows.forEach { row in
      var designation = row.designation
      designation.specialisms = held.of(row.number)
      people.with(row.person) { $0.designations.append(designation) }
    }
    let postRows = try askedPosts.answer()
    let askedImpact = try connection.ask(CandidateImpact(of: of))
    try postRows.forEach { row in
      people.with(row.person) { $0.holdsCriticalPost = row.isCritical }
    }
    try askedImpact.answer().forEach { row in
      people.with(row.person) { ($0.impactCount, $0.impactSum) = (row.count, row.sum) }
    }
    return people
  }

  private func addExclusions(
    to people: inout CandidateTable, today: Day, _ places: inout PlaceTable
  ) throws {
    let of = PeopleNumbered(organisation: organisation, numbers: people.numbers)
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
  }

  /// Running placements count for the person and against the release of their home.
  private func addCommitments(
    to people: inout CandidateTable, _ places: inout PlaceTable
  ) throws {
    for row in try connection.query(ActiveCommitments(organisation: organisation)) {
      let workedAt = places.index(of: row.at)
      people.with(row.person) {
        $0.commitments.append(row.commitment)
        if !row.commitment.isSupervising { $0.workedAt.append(workedAt) }
      }
      if let home = row.home {
        let index = places.index(of: home)
        places.places[index].running.append(row.commitment.of(PersonNumber(row.person)))
      }
    }
  }

  private func fillPlaces(_ places: inout PlaceTable) throws {
    let of = PlacesKeyed(
      organisation: organisation, urns: places.places.compactMap { $0.key.urn?.number },
      references: places.places.compactMap { $0.key.settingReference })
    let placeRows = try connection.ask(PlacesByKey(of: of)).answer()
    let askedClusters = try connection.ask(ClustersOfPlaces(of: of))
    try placeRows.forEach { places.fill($0) }
    try askedClusters.answer().forEach { places.add(cluster: $0.cluster, to: $0.key) }
    places.sortClusters()
  }
}

extension Store {
  /// References of open needs whose last day is before this one.
  public func needsOver(before today: Day) throws -> [String] {
    try connection.query(NeedsOver(organisation: organisation, today: today))
  }
}

extension Commitment {
  /// As it stands in the list of a home: with whose it is.
  fileprivate func of(_ person: PersonNumber) -> Commitment {
    var commitment = self
    commitment.person = person
    return commitment
  }
}
