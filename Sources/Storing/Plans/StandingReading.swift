import Domain
import Postgres

extension Store {
  /// Lines that a new plan keeps, or keeps at the price of a change: of published plans, and pinned ones, where
  /// the need is open and nobody decided the line. None where one need is looked at alone.
  ///
  /// A need stands as the newest published plan that speaks of it says, be it that plan's proposals or that it
  /// leaves the need open. A pinned line stands as pinned, whatever plans say.
  ///
  /// Put together here from plain lists: PostgreSQL, which cannot know how many lines a plan has left, would
  /// look through all decisions for each.
  func standingLines(of needs: [OpenNeed], _ scope: PlanScope) throws -> [StandingLine] {
    guard scope.need == nil, !needs.isEmpty else { return [] }
    var lines = try connection.query(PinnedLines(organisation: organisation))
    let plans = try connection.query(PublishedPlans(organisation: organisation))
    guard !lines.isEmpty || !plans.isEmpty else { return [] }
    let open = Set(needs.map(\.need.reference))
    let placed = Set(
      try connection.query(PlacedLines(organisation: organisation)).map {
        Line(need: $0.need, person: $0.person)
      })
    lines.removeAll { placed.contains(Line($0)) || !open.contains($0.need) }
    let pinned = Set(lines.map { Line($0) })
    lines += try published(plans, open).filter {
      !placed.contains(Line($0)) && !pinned.contains(Line($0))
    }
    return lines.sorted {
      $0.need == $1.need ? $0.person < $1.person : $0.need.counts(before: $1.need)
    }
  }

  /// - Parameter plans: the newest first.
  private func published(_ plans: [Int32], _ open: Set<String>) throws -> [StandingLine] {
    var lines: [StandingLine] = []
    var spokenOf: Set<String> = []
    for plan in plans {
      let key = PlanKey(organisation: organisation, number: plan)
      let proposed = try connection.query(LinesOfPlan(key: key))
      let decided = Set(
        try decisions(plan: Int(plan)).map { Line(need: $0.need, person: $0.person) })
      lines += proposed.filter {
        open.contains($0.need) && !spokenOf.contains($0.need) && !decided.contains(Line($0))
      }
      if plan == plans.last { continue }
      spokenOf.formUnion(proposed.map(\.need))
      spokenOf.formUnion(try connection.query(UnfilledNeeds(key: key)).map(\.need))
    }
    return lines
  }

  private struct Line: Hashable {
    let need: String
    let person: PersonNumber

    init(need: String, person: PersonNumber) {
      self.need = need
      self.person = person
    }

    init(_ line: StandingLine) { self.init(need: line.need, person: line.person) }
  }
}

/// Published plans, the newest first.
struct PublishedPlans: Statement {
  static let sql = """
    select number from plan where organisation = $1 and state = 'published'
    order by published_at desc, number desc
    """
  static let example = PublishedPlans(organisation: OrganisationID(1))
  let organisation: OrganisationID
  func bind(_ parameters: inout Parameters) { parameters.add(organisation.number) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Int32 {
    try row.int32("number")
  }
}

struct LinesOfPlan: Statement {
  static let sql = "select need, person, plan from proposal where organisation = $1 and plan = $2"
  static let example = LinesOfPlan(key: .example)
  let key: PlanKey
  func bind(_ parameters: inout Parameters) { key.bind(&parameters) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> StandingLine {
    try StandingLine(row: &row, isPinned: false)
  }
}

struct PinnedLines: Statement {
  static let sql = """
    select need, person, plan from pin where organisation = $1 and unpinned_at is null
    """
  static let example = PinnedLines(organisation: OrganisationID(1))
  let organisation: OrganisationID
  func bind(_ parameters: inout Parameters) { parameters.add(organisation.number) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> StandingLine {
    try StandingLine(row: &row, isPinned: true)
  }
}

/// Who is chosen for what already.
struct PlacedLines: Statement {
  static let sql = """
    select need, person from placement where organisation = $1 and state <> 'withdrawn'
    """
  static let example = PlacedLines(organisation: OrganisationID(1))
  let organisation: OrganisationID
  func bind(_ parameters: inout Parameters) { parameters.add(organisation.number) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (need: String, person: PersonNumber) {
    (need: try row.text("need"), person: PersonNumber(try row.int32("person")))
  }
}

extension StandingLine {
  fileprivate init(row: inout RowReader, isPinned: Bool) throws(PostgresError) {
    self.init(
      need: try row.text("need"), person: PersonNumber(try row.int32("person")),
      isPinned: isPinned, plan: try row.int("plan"))
  }
}
