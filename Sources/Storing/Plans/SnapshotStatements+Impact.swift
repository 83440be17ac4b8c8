import Domain
import Postgres

/// How many of a person's past placements had their impact judged, and what the judgements add up to.
struct CandidateImpact: Statement {
  static let sql = """
    select person, count(*)::integer as impact_count, sum(impact)::integer as impact_sum
    from past_placement where organisation = $1 and person = any($2) and impact is not null
    group by person
    """
  static let example = CandidateImpact(of: .example)
  let of: PeopleNumbered
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (person: Int32, count: Int32, sum: Int32) {
    (
      person: try row.int32("person"),
      count: try row.optionalInt32("impact_count") ?? 0,
      sum: try row.optionalInt32("impact_sum") ?? 0
    )
  }
}
