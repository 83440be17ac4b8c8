/// What a school asks for: days of support, or somebody to fill a post for a term.
public struct Need: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable { case deployment, secondment }

  /// Must-fill comes before everything else, strictly; high and normal differ by their penalty.
  public enum Priority: String, Hashable, Sendable, CaseIterable {
    case mustFill = "must fill"
    case high
    case normal
  }

  /// The need's own short reference, unique in its organisation: `N017`.
  public var reference: String
  public var place: PlaceKey
  public var kind: Kind
  /// For a deployment the designation wanted (nil: none asked for); for a secondment the post's rung.
  public var role: String?
  public var specialism: String?
  public var phase: String?
  /// Deployments: the days each person gives.
  public var halfDays: HalfDays?
  /// Secondments: the share of full time.
  public var fte: FTE?
  public var window: DaySpan
  public var priority: Priority
  public var behaviours: [String]
  /// How many people it asks for, 1 or more.
  public var people: Int32
  public var askedBy: String?
  public var askedOn: Day?
  /// The day it was closed, and why: both or neither.
  public var closedOn: Day?
  public var closedBecause: String?

  public init(
    reference: String, place: PlaceKey, kind: Kind, role: String? = nil, specialism: String? = nil,
    phase: String? = nil, halfDays: HalfDays? = nil, fte: FTE? = nil, window: DaySpan,
    priority: Priority = .normal, behaviours: [String] = [], people: Int32 = 1,
    askedBy: String? = nil, askedOn: Day? = nil
  ) {
    self.reference = reference
    self.place = place
    self.kind = kind
    self.role = role
    self.specialism = specialism
    self.phase = phase
    self.halfDays = halfDays
    self.fte = fte
    self.window = window
    self.priority = priority
    self.behaviours = behaviours
    self.people = people
    self.askedBy = askedBy
    self.askedOn = askedOn
  }
}
