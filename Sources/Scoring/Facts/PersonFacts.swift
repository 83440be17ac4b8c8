import Domain

/// What rules and criteria read of a person; never a name, a TRN, a sex or a date of birth.
struct PersonFacts: Sendable {
  /// Index of the home; -1 when none is recorded.
  var home: Int32
  /// The longest straight line, in metres, inside the person's own travel limit.
  var reach: Int32
  /// The same over the person's own limit and every designation's.
  var farthestReach: Int32
  /// Day numbers; far past and far future when not recorded.
  var availableFrom: Int32
  var availableUntil: Int32
  /// The rung of the current post, by number; blank when unknown or when nothing asks.
  var role: Int32
  /// Whether the home asks for the post to be covered before it lets go, and the post is known.
  var leavesPostToCover: Bool
  /// The post aspired to, by number.
  var aspiration: Int32
  var impactCount: Int32
  var impactSum: Int32
  /// -1 no post at home known, 0 one known, 1 a critical one.
  var post: Int8
  var barredByVetting: Bool
  /// Whether some place or need is closed to this person.
  var hasExclusions: Bool
  var hasWorkedElsewhere: Bool
  /// Whether an open career step is served by a deployment or by a secondment.
  var stepServedByDeployment: Bool
  var stepServedBySecondment: Bool
}

/// A designation's term.
struct DesignationFacts: Sendable {
  var role: Int32
  /// Day numbers; far future while no end has been decided.
  var since: Int32
  var until: Int32
  var halfDaysAYear: Int32
  /// The longest straight line, in metres, inside the limit that holds for this designation.
  var reach: Int32
  /// A cluster by number; blank when none is recorded.
  var alliance: Int32
  /// Whether any term of this role has a completed deployment: a renewed SLE is not new again.
  var hasCompleted: Bool
  var supervises: Bool

  func overlaps(_ need: NeedFacts) -> Bool { since <= need.to && need.from <= until }
}

/// A specialism verified by today in one designation.
struct HeldFacts: Sendable {
  var specialism: Int32
  var verifiedOn: Int32
  /// Far future when it does not expire.
  var expiresOn: Int32
}

/// The judgement that counts for one post: the latest, and of two on one day the weaker.
struct ReadinessFacts: Sendable {
  var rung: Int32
  /// Far past when blank or dated after today.
  var judgedOn: Int32
  /// Place in the policy's list, 0 the strongest; -1 when the policy does not list it.
  var rank: Int32

  static let undated = Int32.min

  func outweighs(_ other: ReadinessFacts) -> Bool {
    if judgedOn != other.judgedOn { return judgedOn > other.judgedOn }
    return rank < 0 || (other.rank >= 0 && rank > other.rank)
  }
}

/// A placement the person is promised to already.
struct CommitmentFacts: Sendable {
  var isDeployment: Bool
  var isSupervising: Bool
  var from: Int32
  var to: Int32
  var halfDays: Int32
  var fte: Int32
  /// The designation whose days it spends; blank when not recorded.
  var role: Int32
  var schoolYear: Int32

  /// See `Commitment.keepsDays`.
  var keepsDays: Bool { isDeployment && halfDays >= 0 }

  func isSecondment(from: Int32, to: Int32) -> Bool {
    !isDeployment && self.from <= to && from <= self.to
  }
}
