// What rows of the sheets about known people say, before they are held against what is stored.
// Nil means that the cell was blank or the column absent.

/// A row of the steps sheet: a next step somebody has named.
public struct StepDraft: Hashable, Sendable {
  public var person: PersonMention
  public var what: String
  public var due: Day?
  public var owner: String?
  public var source: String?
  public var doneOn: Day?
  public var outcome: String?

  public init(person: PersonMention, what: String) {
    self.person = person
    self.what = what
  }
}

/// A row of the programmes sheet: who took part in what, when, and what came of it.
public struct ProgrammeDraft: Hashable, Sendable {
  public var person: PersonMention
  public var programme: String
  public var from: Day?
  public var to: Day?
  public var outcome: String?

  public init(person: PersonMention, programme: String) {
    self.person = person
    self.programme = programme
  }
}

/// A row of the readiness sheet: how ready somebody is for one post.
public struct ReadinessDraft: Hashable, Sendable {
  public var person: PersonMention
  public var readiness: Readiness

  public init(person: PersonMention, readiness: Readiness) {
    self.person = person
    self.readiness = readiness
  }
}

/// A row of the specialisms sheet: one specialism held in one designation.
public struct SpecialismDraft: Hashable, Sendable {
  public var person: PersonMention
  public var role: String
  /// The designation's first day.
  public var since: Day
  public var specialism: String
  public var verifiedOn: Day?
  public var expiresOn: Day?

  public init(person: PersonMention, role: String, since: Day, specialism: String) {
    self.person = person
    self.role = role
    self.since = since
    self.specialism = specialism
  }
}

/// A row of the conflicts sheet: a place somebody may not be sent to.
public struct ConflictDraft: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A declared interest.
    case conflict
    /// The person's own wish, shown to nobody there.
    case hidden
  }

  public var person: PersonMention
  public var place: PlaceKey
  public var kind: Kind
  public var why: String
  /// The day it was recorded; nil for today.
  public var recordedOn: Day?

  public init(person: PersonMention, place: PlaceKey, kind: Kind, why: String) {
    self.person = person
    self.place = place
    self.kind = kind
    self.why = why
  }
}

/// A row of the availability sheet: between which days somebody can be asked.
public struct AvailabilityDraft: Hashable, Sendable {
  public var person: PersonMention
  public var from: Day?
  public var until: Day?

  public init(person: PersonMention, from: Day? = nil, until: Day? = nil) {
    self.person = person
    self.from = from
    self.until = until
  }
}

/// A row of the vetting sheet: only yes or no, when, and who confirmed it.
public struct VettingDraft: Hashable, Sendable {
  public var person: PersonMention
  public var vettedOn: Day?
  public var vettedBy: String?
  public var prohibited: Bool?

  public init(person: PersonMention) { self.person = person }
}
