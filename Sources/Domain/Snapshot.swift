/// Everything a plan is made from, as it was: people, needs, places and what is promised already.
///
/// Places, people and needs refer to each other by index. People and needs stand in the order of a
/// hash of load-independent keys, so that equal points are settled neither alphabetically nor by the
/// order of loading.
public struct Snapshot: Hashable, Sendable {
  /// The day the plan is made: ages of judgements and confirmations are counted to it.
  public var today: Day
  public var places: [Place]
  public var people: [Candidate]
  public var needs: [OpenNeed]
  /// Lines of earlier plans that a new one keeps, or keeps at the price of a change.
  public var standing: [StandingLine]

  public init(
    today: Day, places: [Place], people: [Candidate], needs: [OpenNeed],
    standing: [StandingLine] = []
  ) {
    self.today = today
    self.places = places
    self.people = people
    self.needs = needs
    self.standing = standing
  }

  /// The plan's period: from the first day of the earliest need to the last of the latest; nil without needs.
  public var period: DaySpan? {
    guard let from = needs.map(\.need.window.from).min(),
      let to = needs.map(\.need.window.to).max()
    else { return nil }
    return DaySpan(from: from, to: to)
  }
}

/// A school or setting as a home or as the place of a need, with its release and clusters.
public struct Place: Hashable, Sendable {
  public var key: PlaceKey
  public var name: String
  public var authorityName: String?
  public var phase: String?
  public var pupils: Int32?
  public var freeMealsPermille: Int32?
  public var rural: Bool?
  public var location: Location?
  /// Names of the clusters it belongs to, ascending.
  public var clusters: [String] = []
  /// What its head lets go; nil when none is recorded (the policy's default for its size applies).
  public var release: Release?
  /// Placements out of this home already, over the plan's period.
  public var running: [Commitment] = []

  public init(key: PlaceKey, name: String) {
    self.key = key
    self.name = name
  }
}

/// What a home head lets go.
public struct Release: Hashable, Sendable {
  public var halfDaysPerHalfTerm: HalfDays
  /// People out at once.
  public var outAtOnce: Int32
  public var coverNeeded: Bool

  public init(halfDaysPerHalfTerm: HalfDays, outAtOnce: Int32, coverNeeded: Bool) {
    self.halfDaysPerHalfTerm = halfDaysPerHalfTerm
    self.outAtOnce = outAtOnce
    self.coverNeeded = coverNeeded
  }
}

/// A placement already chosen or running.
public struct Commitment: Hashable, Sendable {
  public var kind: Need.Kind
  public var window: DaySpan
  /// Deployments: days it spends.
  public var halfDays: HalfDays
  /// Secondments: its share of full time.
  public var fte: FTE
  /// The designation whose days it spends.
  public var role: String?
  /// Supervising somebody's first deployment: it spends days, and nobody is out.
  public var isSupervising: Bool
  /// Whose it is, in a place's list; nil in a person's own.
  public var person: PersonNumber?

  public init(
    kind: Need.Kind, window: DaySpan, halfDays: HalfDays = HalfDays(0),
    fte: FTE = FTE(hundredths: 0), role: String? = nil, isSupervising: Bool = false,
    person: PersonNumber? = nil
  ) {
    self.isSupervising = isSupervising
    self.person = person
    self.kind = kind
    self.window = window
    self.halfDays = halfDays
    self.fte = fte
    self.role = role
  }

  /// Whether it keeps somebody at work on its days; time given back, less than no days, does not.
  public var keepsDays: Bool { kind == .deployment && halfDays.count >= 0 }
}

/// A line of the published plan, or one that somebody pinned.
public struct StandingLine: Hashable, Sendable {
  /// The need's reference.
  public var need: String
  public var person: PersonNumber
  /// Pinned lines stay whatever they cost; others only at the price of a change.
  public var isPinned: Bool
  /// The plan it stands in.
  public var plan: Int

  public init(need: String, person: PersonNumber, isPinned: Bool, plan: Int) {
    self.need = need
    self.person = person
    self.isPinned = isPinned
    self.plan = plan
  }
}

/// A person as matching sees them.
public struct Candidate: Hashable, Sendable {
  public var number: PersonNumber
  public var trn: TRN?
  public var name: String
  /// Index into the snapshot's places; nil when no home is recorded.
  public var home: Int?
  /// The rung of the current post.
  public var role: String?
  public var aspiration: String?
  public var readiness: [Readiness] = []
  public var strengths: [String] = []
  public var behaviours: [String] = []
  /// What the open career steps say.
  public var openSteps: [String] = []
  public var designations: [Designation] = []
  public var travelMiles: Int32?
  public var availableFrom: Day?
  public var availableUntil: Day?
  /// Nil while nobody confirmed anything.
  public var vettedOn: Day?
  public var prohibited = false
  /// Own posts at home: nil none known, else whether one is marked critical.
  public var holdsCriticalPost: Bool?
  /// Indexes of places the person may not be sent to, by why.
  public var conflicts: [Int] = []
  public var hiddenFrom: [Int] = []
  /// References of needs this person was declined for this school year.
  public var declinedNeeds: [String] = []
  public var commitments: [Commitment] = []
  /// Indexes of places worked at in an earlier placement.
  public var workedAt: [Int] = []
  /// Recorded impact (1...5) of evaluated placements: how many, and their sum.
  public var impactCount: Int32 = 0
  public var impactSum: Int32 = 0

  public init(number: PersonNumber, name: String) {
    self.number = number
    self.name = name
  }
}

/// A readiness for one target post, dated.
public struct Readiness: Hashable, Sendable {
  public var post: String
  public var level: String
  public var judgedOn: Day?

  public init(post: String, level: String, judgedOn: Day?) {
    self.post = post
    self.level = level
    self.judgedOn = judgedOn
  }
}

/// A designation a person holds for a term.
public struct Designation: Hashable, Sendable {
  public var role: String
  public var since: Day
  /// The last day it holds; nil while no end has been decided.
  public var until: Day?
  /// The alliance that designated: a cluster by name.
  public var alliance: String?
  public var specialisms: [HeldSpecialism] = []
  /// Empty: the home school's phase counts.
  public var phases: [String] = []
  public var halfDaysAYear: HalfDays?
  public var travelMiles: Int32?
  /// Deployments completed in this designation.
  public var completed: Int32 = 0
  public var supervises = false

  public init(role: String, since: Day) {
    self.role = role
    self.since = since
  }

  /// Whether it is in force on some of the days.
  public func overlaps(_ window: DaySpan) -> Bool {
    since <= window.to && (until.map { window.from <= $0 } ?? true)
  }
}

/// A specialism as verified; unverified when `verifiedOn` is nil.
public struct HeldSpecialism: Hashable, Sendable {
  public var name: String
  public var verifiedOn: Day?
  public var expiresOn: Day?

  public init(name: String, verifiedOn: Day? = nil, expiresOn: Day? = nil) {
    self.name = name
    self.verifiedOn = verifiedOn
    self.expiresOn = expiresOn
  }
}

/// A need with the places still open.
public struct OpenNeed: Hashable, Sendable {
  public var need: Need
  /// Index of its place in the snapshot.
  public var place: Int
  /// People asked for less those chosen already, 1 or more.
  public var open: Int32

  public init(need: Need, place: Int, open: Int32) {
    self.need = need
    self.place = place
    self.open = open
  }
}
