/// What scoring concluded about one person and one need.
///
/// There is no number without its reasons: an eligible pair carries its lines, and a pair that
/// cannot be made carries the bars it met instead of a zero.
public enum Judgement: Hashable, Sendable {
  case eligible([ScoreLine])
  /// At least one bar, in the rules' own order.
  case barred([Bar])

  /// None when barred.
  public var lines: [ScoreLine] {
    if case .eligible(let lines) = self { lines } else { [] }
  }

  /// The sum of the lines; nil when barred.
  public var points: Int? {
    if case .eligible(let lines) = self { lines.reduce(0) { $0 + $1.points } } else { nil }
  }
}

/// One criterion's whole points and the sentence that says why.
public struct ScoreLine: Hashable, Sendable {
  public var criterion: Criterion
  public var points: Int
  public var because: String

  public init(_ criterion: Criterion, points: Int, because: String) {
    self.criterion = criterion
    self.points = points
    self.because = because
  }
}

/// A hard rule a pair breaks, and the sentence that says how.
public struct Bar: Hashable, Sendable {
  public var rule: BarRule
  public var because: String

  public init(_ rule: BarRule, because: String) {
    self.rule = rule
    self.because = because
  }
}

/// The hard rules by their names in `config/rules.yaml`, in the order they are tried.
public enum BarRule: String, Hashable, Sendable, CaseIterable {
  case designation, specialism, readiness, phase
  case ownSchool = "own-school"
  case ownCluster = "own-cluster"
  case conflict, hidden, declined, travel, available, days
  case fullTime = "full-time"
  case release
  case supervisedFirst = "supervised-first"
  case cover
  case vetting
}

extension BarRule {
  /// The name people see and override by: a declared conflict and a person's own wish are told apart
  /// nowhere outside the record, so that nobody learns of the wish.
  public var shownName: String {
    switch self {
    case .conflict, .hidden, .declined: "unavailable"
    default: rawValue
    }
  }

  /// Every shown name once, in the rules' order.
  public static var shownNames: [String] {
    allCases.map(\.shownName).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The rules a shown name stands for; none when it is not one.
  public static func rules(shownAs name: String) -> [BarRule] {
    allCases.filter { $0.shownName == name }
  }
}

/// What points are earned or lost for, in the order it is printed: the soft criteria by their names in
/// `config/weights.yaml`, then the prices of the joint plan.
public enum Criterion: String, Hashable, Sendable, CaseIterable {
  case specialism, related, readiness, phase, context, distance, behaviours
  case trackRecord = "track-record"
  case development, load, retention, continuity
  /// A line of the published plan, which would cost the price of a change to leave out.
  case stays
  /// Filling a post only to cover it.
  case cover

  /// The soft criteria, each with a weight of its own.
  public static let weighted = allCases.filter { $0 != .stays && $0 != .cover }
}
