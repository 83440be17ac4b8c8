import Domain
import Postgres

/// What somebody writes about a person beside the person's own row.
public struct PersonAdditions: Hashable, Sendable {
  public var readiness: [Readiness] = []
  public var programmes: [String] = []
  /// A next step; named again it is open again.
  public var step: String?
  public var stepDue: Day?
  /// A step that has been done, and what came of it.
  public var stepDone: String?
  public var outcome: String?
  public var hideFrom: [PlaceKey] = []
  public init() {}
}

extension Store {
  /// Adds a person by hand and returns the number given.
  public func addPerson(
    _ record: PersonRecord, _ additions: PersonAdditions, today: Day
  ) throws -> PersonNumber {
    try connection.transaction { connection in
      try self.check(record, otherThan: nil)
      guard
        let number = try connection.first(
          InsertPerson(organisation: self.organisation, record: record))
      else { throw StoreError.conflict("the person was not stored") }
      try self.add(additions, to: number, today: today)
      return PersonNumber(number)
    }
  }

  /// Somebody of the same name, accents and capitals aside, with the same home; who has another TRN
  /// is somebody else.
  public func resembling(_ record: PersonRecord) throws -> PersonNumber? {
    try connection.first(ResemblingPerson(organisation: organisation, record: record))
  }

  /// Changes a person by hand; nobody else can in between. Returns the profile before and after.
  public func editPerson(
    _ reference: PersonReference, _ additions: PersonAdditions, today: Day,
    _ change: (inout PersonRecord) throws -> Void
  ) throws -> (before: PersonProfile, after: PersonProfile) {
    try connection.transaction { connection in
      let number = try self.person(reference)
      try connection.run(LockPerson(organisation: self.organisation, number: number.number))
      let before = try self.profile(.number(number))
      var record = before.record
      try change(&record)
      if record != before.record {
        try self.check(record, otherThan: number)
        try connection.run(UpdatePerson(organisation: self.organisation, record: record))
      }
      try self.add(additions, to: number.number, today: today)
      return (before, try self.profile(.number(number)))
    }
  }

  /// What a constraint would refuse without saying what to do about it.
  private func check(_ record: PersonRecord, otherThan number: PersonNumber?) throws {
    if let home = record.home { _ = try place(home) }
    guard let trn = record.trn else { return }
    let owner = try connection.first(
      PersonByReference(organisation: organisation, reference: .trn(trn)))
    if let owner, owner != number?.number {
      throw StoreError.exists(what: "P\(owner) with the TRN", reference: trn.description)
    }
  }

  private func add(_ additions: PersonAdditions, to person: Int32, today: Day) throws {
    let of = organisation
    for readiness in additions.readiness {
      try connection.run(WriteReadiness(organisation: of, person: person, readiness: readiness))
    }
    for programme in additions.programmes {
      try connection.run(WriteParticipation(organisation: of, person: person, programme: programme))
    }
    if let step = additions.step {
      try connection.run(
        WriteStep(organisation: of, person: person, what: step, due: additions.stepDue))
    }
    if let done = additions.stepDone {
      let statement = FinishStep(
        organisation: of, person: person, what: done, on: today, outcome: additions.outcome)
      guard try connection.run(statement) == 1 else {
        throw StoreError.notFound(what: "open career step", reference: "'\(done)' of P\(person)")
      }
    }
    for place in additions.hideFrom {
      try addBarrier(
        person: PersonNumber(person), place, isWish: true, because: "the person's own wish")
    }
  }

  /// Records a place a person may not be sent to. Nothing changes when it stands already.
  ///
  /// - Returns: whether it is new.
  @discardableResult
  public func addBarrier(
    person: PersonNumber, _ key: PlaceKey, isWish: Bool, because why: String
  ) throws -> Bool {
    _ = try place(key)
    return try connection.run(
      WriteBarrier(
        organisation: organisation, person: person.number, place: key,
        kind: isWish ? "hidden" : "conflict", why: why)) == 1
  }
}
