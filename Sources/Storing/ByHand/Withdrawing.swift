import Domain
import Postgres

extension Store {
  /// Takes a choice back; the need's place, and the person's days, are free again.
  ///
  /// What covers the post it leaves goes with it, down the chain, when `withCovers` says so; the needs those
  /// covers filled are closed. Returns all that were taken back, the one asked for first.
  ///
  /// - Throws: `StoreError.notFound`, or `.conflict` when it is withdrawn already, or covers hang on it and
  ///   were not to go along.
  public func withdraw(
    placement number: Int32, by name: String, because why: String, withCovers: Bool = false,
    today: Day
  ) throws -> [PlacementRecord] {
    try deciding {
      let placement = try placement(number)
      if let withdrawal = placement.withdrawal {
        throw StoreError.conflict(
          "placement \(number) was withdrawn by \(withdrawal.by) on \(withdrawal.on.spoken)"
            + " (\(withdrawal.because))\nNothing was changed.")
      }
      let chain = try connection.query(
        CoverChain(organisation: organisation, number: number))
      if !withCovers, !chain.isEmpty {
        let hanging = try chain.map { try self.placement($0) }
        throw StoreError.conflict(refusal(placement, hanging))
      }
      try connection.run(
        WithdrawPlacements(
          organisation: organisation, numbers: [number] + chain, by: name, because: why))
      try connection.run(
        CloseCoverNeeds(
          organisation: organisation, covered: [number] + chain, on: today,
          because: "nobody leaves this post any more: placement \(number) was withdrawn"))
      return try ([number] + chain).map { try self.placement($0) }
    }
  }

  private func refusal(_ placement: PlacementRecord, _ hanging: [PlacementRecord]) -> String {
    let covers = hanging.map {
      "placement \($0.number): \($0.person) \($0.personName) for \($0.need)"
    }
    return "placement \(placement.number) (\(placement.person) \(placement.personName) for "
      + "\(placement.need)) is covered by others, which hang on it:\n  "
      + covers.joined(separator: "\n  ")
      + "\nNothing was changed.\n  Try: --with-covers takes them back too"
  }
}

/// Placements that stand and cover the post a placement leaves, and so on down the chain.
struct CoverChain: Statement {
  static let sql = """
    with recursive chain (number, level) as (
      select c.number, 1 from placement c
      where c.organisation = $1 and c.covers_placement = $2 and c.state <> 'withdrawn'
      union
      select c.number, h.level + 1 from chain h
      join placement c on c.organisation = $1 and c.covers_placement = h.number
      where c.state <> 'withdrawn' and h.level < 100)
    select number from chain order by level, number
    """
  static let example = CoverChain(organisation: OrganisationID(1), number: 1)
  let organisation: OrganisationID
  let number: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(number)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Int32 {
    try row.optionalInt32("number") ?? 0
  }
}

struct WithdrawPlacements: Statement {
  typealias Row = Void
  static let sql = """
    update placement set state = 'withdrawn', withdrawn_by = $3, withdrawn_because = $4,
      withdrawn_at = \(Moment.sql)
    where organisation = $1 and number = any($2) and state <> 'withdrawn'
    """
  static let example = WithdrawPlacements(
    organisation: OrganisationID(1), numbers: [], by: "", because: "")
  let organisation: OrganisationID
  let numbers: [Int32]
  let by: String
  let because: String
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(numbers)
    parameters.add(by)
    parameters.add(because)
  }
}

/// Closes the needs that were made for posts which nobody leaves any more.
struct CloseCoverNeeds: Statement {
  typealias Row = Void
  static let sql = """
    update need n set closed_on = $3, closed_because = $4, edited_at = now() from placement t
    where t.organisation = $1 and t.covers_placement = any($2) and n.organisation = $1 and n.reference = t.need
      and n.cover_of is not null and n.closed_on is null
    """
  static let example = CloseCoverNeeds(
    organisation: OrganisationID(1), covered: [], on: Day(number: 0), because: "")
  let organisation: OrganisationID
  let covered: [Int32]
  let on: Day
  let because: String
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(covered)
    parameters.addDate(on.number)
    parameters.add(because)
  }
}
