import Domain
import Postgres

extension Store {
  /// What a plan proposes, for one need or all, with who supervises and who covers.
  func proposals(_ key: PlanKey, need: String? = nil) throws -> [Proposal] {
    var proposals = try connection.query(Proposals(key: key, need: need))
    let covers = try connection.query(Covers(key: key, need: need))
    guard !covers.isEmpty else { return proposals }
    let chains = Dictionary(grouping: covers, by: \.of).mapValues { $0.map(\.cover) }
    for index in proposals.indices {
      let of = Covers.Of(need: proposals[index].need, person: proposals[index].person)
      proposals[index].covers = chains[of] ?? []
    }
    return proposals
  }

  /// One proposal of a plan; nil when there is none.
  public func proposal(plan: Int, need: String, person: PersonNumber) throws -> Proposal? {
    let key = PlanKey(organisation: organisation, number: Int32(clamping: plan))
    return try proposals(key, need: need).first { $0.person == person }
  }
}

struct Proposals: Statement {
  static let sql = """
    select need, person, points, rules, line_points, reasons, supervisor, supervisor_role,
      supervising_half_days
    from proposal where organisation = $1 and plan = $2 and ($3::text is null or need = $3)
    order by need, person
    """
  static let example = Proposals(key: .example, need: nil)
  let key: PlanKey
  let need: String?
  func bind(_ parameters: inout Parameters) {
    key.bind(&parameters)
    parameters.add(need)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Proposal {
    Proposal(
      need: try row.text("need"), person: PersonNumber(try row.int32("person")),
      points: try row.int("points"), lines: try row.scoreLines(),
      supervision: try row.supervision())
  }
}

/// Chains of covers from their first link down.
struct Covers: Statement {
  struct Of: Hashable {
    let need: String
    let person: PersonNumber
  }

  static let sql = """
    select need, person, covered_by, instead_of, post, school, setting, way, points, rules, line_points,
      reasons
    from cover where organisation = $1 and plan = $2 and ($3::text is null or need = $3)
    order by need, person, position
    """
  static let example = Covers(key: .example, need: nil)
  let key: PlanKey
  let need: String?
  func bind(_ parameters: inout Parameters) {
    key.bind(&parameters)
    parameters.add(need)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> (of: Of, cover: Cover) {
    let of = Of(need: try row.text("need"), person: PersonNumber(try row.int32("person")))
    let cover = Cover(
      person: PersonNumber(try row.int32("covered_by")),
      insteadOf: PersonNumber(try row.int32("instead_of")), post: try row.text("post"),
      place: try row.place(), way: try row.choice("way"), points: try row.int("points"),
      lines: try row.scoreLines())
    return (of, cover)
  }
}

extension RowReader {
  /// Score lines from their three arrays: criteria, points, sentences.
  mutating func scoreLines() throws(PostgresError) -> [ScoreLine] {
    let rules = try textArray("rules")
    let points = try int32Array("line_points")
    let reasons = try textArray("reasons")
    guard rules.count == points.count, rules.count == reasons.count else {
      throw unreadable("rules", as: "as many rules as points and reasons")
    }
    var lines: [ScoreLine] = []
    lines.reserveCapacity(rules.count)
    for index in rules.indices {
      guard let criterion = Criterion(rawValue: rules[index]) else {
        throw unreadable("rules", as: "names of criteria")
      }
      lines.append(ScoreLine(criterion, points: Int(points[index]), because: reasons[index]))
    }
    return lines
  }

  /// Who supervises, in which designation and for how long; nil when nobody does.
  mutating func supervision() throws(PostgresError) -> Supervision? {
    let person = try optionalInt32("supervisor")
    let role = try optionalText("supervisor_role")
    let halfDays = try optionalInt32("supervising_half_days")
    guard let person, let role, let halfDays else { return nil }
    return Supervision(
      person: PersonNumber(person), role: role, halfDays: HalfDays(halfDays))
  }
}
