import Domain
import Postgres

/// What came of making two records one.
public struct MergeOutcome: Hashable, Sendable {
  public var number: Int
  /// What both said, and said differently: the record that stays keeps its own.
  public var differing: [DifferingValue]
}

/// Something two records say of one person, each in its own way.
public struct DifferingValue: Hashable, Sendable {
  public var column: String
  public var kept: String
  public var gone: String
}

extension Store {
  /// Everybody, by number, for comparing: in constant memory.
  public func eachPerson(_ body: (ComparedPerson) throws -> Void) throws {
    try connection.each(Everybody(organisation: organisation), body)
  }

  /// Those of some people who are there, to be shown as pairs.
  public func pairedPeople(_ numbers: [PersonNumber]) throws -> [PairedPerson] {
    try connection.query(
      PairedPeople(organisation: organisation, numbers: numbers.map(\.number)))
  }

  /// Makes two records one: `gone` is filled into `kept` and goes.
  ///
  /// Plans that name `gone` stay as they are, and are explained and verified from their own snapshots.
  ///
  /// - Throws: `StoreError.conflict` when somebody said that they are two people, a plan or a placement has
  ///   `gone` supervise or cover, or both are placed in
  ///   a way that one person cannot be.
  public func merge(
    _ gone: PersonNumber, into kept: PersonNumber, by name: String, because reason: String
  ) throws -> MergeOutcome {
    try connection.transaction { connection in
      let pair = PersonPair(
        organisation: organisation, kept: kept.number, gone: gone.number)
      try takeTurn()
      for number in [kept, gone] { _ = try person(.number(number)) }
      try refuseDismissed(kept, gone)
      if let held = try connection.first(HeldBy(of: pair)) {
        throw StoreError.conflict("\(gone) \(held)\n  Try: that, or merge the other way round")
      }
      let differing = try connection.query(Differing(of: pair))
      do {
        try connection.run(StandInForPlans(of: pair))
        let number = try connection.first(MergePeople(of: pair, by: name, reason: reason))
        return MergeOutcome(number: Int(number ?? 0), differing: differing)
      } catch PostgresError.server(let error)
        where error.state == .uniqueViolation || error.state == .exclusionViolation
      {
        throw StoreError.conflict(
          "\(kept) and \(gone) are placed at the same time or for the same need: one person cannot be\n"
            + "  Try: talent placement withdraw NUMBER --by NAME --reason WHY for one of the two")
      }
    }
  }

  private func refuseDismissed(_ one: PersonNumber, _ other: PersonNumber) throws {
    let pair = DismissedPair(one, other, organisation)
    guard let says = try connection.first(DismissalOf(pair: pair)) else { return }
    throw StoreError.conflict(
      "\(pair.first) and \(pair.second) are two people, says \(says)\n"
        + "  Try: talent duplicates restore \(pair.first) \(pair.second) --by NAME --reason WHY, then merge"
    )
  }

  /// Takes the last merge back in which a record went; both are as they were.
  ///
  /// - Throws: `StoreError.notFound` when no such merge stands, `.conflict` when who stayed was changed.
  public func unmerge(
    _ gone: PersonNumber, by name: String, because reason: String
  ) throws -> PersonNumber {
    try connection.transaction { connection in
      try takeTurn()
      let merge = try connection.first(
        StandingMerge(organisation: organisation, gone: gone.number))
      guard let merge else {
        throw StoreError.notFound(
          what: "merge in which somebody became part of another:", reference: "\(gone)")
      }
      try refuseChanged(since: merge, of: gone)
      try connection.run(
        UnmergePeople(
          organisation: organisation, number: merge.number, by: name, reason: reason))
      try connection.run(StandApartInPlans(organisation: organisation, kept: merge.kept))
      return PersonNumber(merge.kept)
    }
  }

  /// Refuses to part whom something changed since: merges made since go first, the last of them before all.
  private func refuseChanged(since merge: StandingMerge.Row, of gone: PersonNumber) throws {
    guard try !changes(since: merge.number).isEmpty else { return }
    let later = try connection.query(
      MergesSince(organisation: organisation, number: merge.number))
    let last = later.first ?? (number: merge.number, kept: merge.kept, gone: gone.number)
    let changed = try changes(since: last.number)
    guard changed.isEmpty else {
      throw StoreError.conflict(
        "P\(last.kept) was changed since P\(last.gone) became part of them (\(changed.joined(separator: ", "))); "
          + "nothing was changed now\n  Try: add the other person anew with talent person add")
    }
    let first = later.map { "talent person unmerge P\($0.gone) --by NAME --reason WHY" }
    throw StoreError.conflict(
      "P\(last.gone) became part of P\(last.kept) after \(gone) became part of P\(merge.kept); "
        + "nothing was changed now\n  Try: \(first.joined(separator: ", then ")) first")
  }

  /// What of who stayed is not as the merge left it, in people's words.
  private func changes(since merge: Int32) throws -> [String] {
    try connection.query(ChangedSinceMerge(organisation: organisation, number: merge))
      .map { $0.replacing("_", with: " ") }
  }
}
