// What the rows of the known sheets say, before they are held against what is stored.
// Names from lists (specialisms, rungs, phases, ...) are already the vocabulary's own.

/// Who a row speaks of, before the store says whether it knows them.
public struct PersonClaim: Hashable, Sendable {
  /// The name as the person writes it: forename and surname joined when a sheet has them apart.
  public var name: String
  public var familyName: String?
  public var givenName: String?
  public var trn: TRN?
  public var home: PlaceKey?
  /// A `Person` column's answer to "is this the same person": a number, or new.
  public var settledAs: Settlement?

  public enum Settlement: Hashable, Sendable { case person(PersonNumber), new }

  public init(
    name: String, familyName: String? = nil, givenName: String? = nil, trn: TRN? = nil,
    home: PlaceKey? = nil, settledAs: Settlement? = nil
  ) {
    self.name = name
    self.familyName = familyName
    self.givenName = givenName
    self.trn = trn
    self.home = home
    self.settledAs = settledAs
  }
}

/// A row of a talent database (Rising Stars layout). Nil means the cell was blank or the column absent.
public struct PersonDraft: Hashable, Sendable {
  public var person: PersonClaim
  public var role: String?
  public var aspiration: String?
  public var readiness: String?
  public var readinessJudgedOn: Day?
  public var programmes: [String] = []
  public var strengths: [String] = []
  public var behaviours: [String] = []
  public var nextStep: String?
  public var nextStepDue: Day?
  public var travelMiles: Int32?
  public var halfDaysAYear: HalfDays?
  /// 1...3.
  public var performance: Int32?
  /// 1...3.
  public var potential: Int32?
  public var notes: String?

  public init(person: PersonClaim) { self.person = person }
}

/// A row of the designations sheet. Days and travel belong to this designation alone.
public struct DesignationDraft: Hashable, Sendable {
  public var person: PersonClaim
  public var role: String
  public var since: Day
  public var until: Day?
  public var specialisms: [String] = []
  public var verifiedOn: Day?
  public var phases: [String] = []
  public var halfDaysAYear: HalfDays?
  public var travelMiles: Int32?
  public var completed: Int32?
  /// The alliance that designated: a cluster by name.
  public var alliance: String?
  public var supervises: Bool?

  public init(person: PersonClaim, role: String, since: Day) {
    self.person = person
    self.role = role
    self.since = since
  }
}

/// A row of the posts sheet.
public struct PostDraft: Hashable, Sendable {
  public var place: PlaceKey
  public var title: String
  /// 1 unless the place has several posts of this title.
  public var number: Int32 = 1
  public var incumbentTRN: TRN?
  public var incumbentPerson: PersonNumber?
  public var incumbentName: String?
  /// Whether the row says that nobody holds it; a blank cell says nothing.
  public var isVacant = false
  public var vacantFrom: Day?
  public var why: String?
  public var critical: Bool?

  public init(place: PlaceKey, title: String) {
    self.place = place
    self.title = title
  }
}

/// A row of the needs sheet.
public struct NeedDraft: Hashable, Sendable {
  /// With the usual priority and one person where the row says nothing of them.
  public var need: Need
  /// Whether the row says how much it matters.
  public var saysPriority = true
  /// Whether the row says how many people are asked for.
  public var saysPeople = true

  public init(_ need: Need) { self.need = need }
}

/// A row of the release sheet: what a home lets go.
public struct ReleaseDraft: Hashable, Sendable {
  public var place: PlaceKey
  public var halfDaysPerHalfTerm: HalfDays
  public var outAtOnce: Int32
  public var coverNeeded: Bool
  public var agreedBy: String?
  public var agreedOn: Day?

  public init(
    place: PlaceKey, halfDaysPerHalfTerm: HalfDays, outAtOnce: Int32, coverNeeded: Bool,
    agreedBy: String? = nil, agreedOn: Day? = nil
  ) {
    self.place = place
    self.halfDaysPerHalfTerm = halfDaysPerHalfTerm
    self.outAtOnce = outAtOnce
    self.coverNeeded = coverNeeded
    self.agreedBy = agreedBy
    self.agreedOn = agreedOn
  }
}

/// A row of the clusters sheet: one place in one cluster, or a cluster nobody is in yet.
public struct ClusterDraft: Hashable, Sendable {
  public var cluster: String
  public var kind: String
  public var place: PlaceKey?

  public init(cluster: String, kind: String, place: PlaceKey?) {
    self.cluster = cluster
    self.kind = kind
    self.place = place
  }
}
