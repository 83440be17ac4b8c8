import Domain

/// What a talent manager asks of the pool: every part that is given narrows the answer.
///
/// Names are the vocabulary's own; only a local authority and a cluster are as typed.
public struct PeopleQuestion: Hashable, Sendable {
  /// Where distances are measured from.
  public enum Point: Hashable, Sendable {
    case place(PlaceKey)
    /// In capitals with one space before the last three letters; stands where its schools stand.
    case postcode(String)
  }

  public enum Order: String, Hashable, Sendable, CaseIterable {
    case name, number, distance, readiness, days, overdue, role
  }

  /// A word looked for in names and notes, and the specialisms it may mean.
  public struct Word: Hashable, Sendable {
    public var text: String
    public var specialisms: [String]
    public init(_ text: String, specialisms: [String] = []) {
      self.text = text
      self.specialisms = specialisms
    }
  }

  /// How many words one question may have.
  public static let mostWords = 5
  /// Totals are counted no further.
  public static let mostCounted = 1_000

  public var today: Day
  public var person: PersonReference?
  public var words: [Word] = []
  public var designation: String?
  /// Held in a designation in force; without `designation` also a strength nobody verified.
  public var specialism: String?
  /// Of the home, or worked in under a designation.
  public var phase: String?
  public var role: String?
  public var aspiration: String?
  public var readyFor: String?
  /// For the post of `readyFor`, else for the one aspired to.
  public var readiness: String?
  public var programme: String?
  /// A name or a three-digit code.
  public var authority: String?
  public var cluster: String?
  public var near: Point?
  /// Straight-line metres around `near`.
  public var radius: Int32?
  public var leastHalfDaysLeft: HalfDays?
  public var onlyOverdue = false
  public var order: Order = .name
  /// Readiness from best to worst, to order by.
  public var readinessLevels: [String] = []
  /// Posts from the lowest to the highest, to order by.
  public var ladder: [String] = []
  public var limit = 30
  /// Days a year of a designation that names none.
  public var defaultHalfDaysAYear: HalfDays

  public init(today: Day, defaultHalfDaysAYear: HalfDays) {
    self.today = today
    self.defaultHalfDaysAYear = defaultHalfDaysAYear
  }
}

extension PeopleQuestion {
  /// Whether the home decides who is looked at.
  var isByHome: Bool { near != nil || authority != nil || cluster != nil }

  /// Which table the search starts from when the person's own row narrows it too little.
  ///
  /// PostgreSQL plans each question with its values known, but cannot turn an `exists` that may be
  /// asked for or not into a join: the part that selects most is named here instead.
  var driver: Driver {
    if person != nil || !words.isEmpty { return .person }
    if specialism != nil, designation != nil { return .specialism }
    if isByHome { return .person }
    if specialism != nil { return .specialism }
    if programme != nil { return .programme }
    if readyFor != nil || readiness != nil { return .person }
    if designation != nil { return .designation }
    return onlyOverdue ? .overdue : .person
  }

  enum Driver: String { case person, specialism, programme, designation, overdue }
}
