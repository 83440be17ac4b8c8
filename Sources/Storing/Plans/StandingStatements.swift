import Domain
import Postgres

/// Lines that a new plan keeps, or keeps at the price of a change, unless they were decided.
///
/// A need stands as the newest published plan that speaks of it says, be it that plan's proposals or that it
/// leaves the need open. A pinned line stands as pinned, whatever plans say.
struct StandingLines: Statement {
  static let sql = """
    with published as (
      select number as plan, row_number() over (order by published_at, number) as age
      from plan where organisation = $1 and state = 'published'),
    spoken_of as (
      select need, max(age) as age from (
        select q.need, p.age from published p
        join proposal q on q.organisation = $1 and q.plan = p.plan
        union all
        select u.need, p.age from published p
        join unfilled u on u.organisation = $1 and u.plan = p.plan) s
      group by need)
    select q.need, q.person, false as is_pinned, q.plan
    from spoken_of s join published l on l.age = s.age
    join proposal q on q.organisation = $1 and q.plan = l.plan and q.need = s.need
    where not exists (select from decision d where d.organisation = $1 and d.plan = q.plan
        and d.need = q.need and d.person = q.person)
      and not exists (select from placement t where t.organisation = $1 and t.need = q.need
        and t.person = q.person and t.state <> 'withdrawn')
      and not exists (select from pin p where p.organisation = $1 and p.need = q.need
        and p.person = q.person and p.unpinned_at is null)
    union all
    select p.need, p.person, true, p.plan from pin p
    where p.organisation = $1 and p.unpinned_at is null
      and not exists (select from placement t where t.organisation = $1 and t.need = p.need
        and t.person = p.person and t.state <> 'withdrawn')
    """
  static let example = StandingLines(organisation: OrganisationID(1))
  let organisation: OrganisationID
  func bind(_ parameters: inout Parameters) { parameters.add(organisation.number) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> StandingLine {
    StandingLine(
      need: try row.optionalText("need") ?? "",
      person: PersonNumber(try row.optionalInt32("person") ?? 0),
      isPinned: try row.optionalBool("is_pinned") ?? false, plan: try row.optionalInt("plan") ?? 0)
  }
}
