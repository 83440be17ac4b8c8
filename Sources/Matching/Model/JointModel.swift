import Domain

/// A snapshot as a `JointProblem`, and what each of its parts, rows and limits is in the snapshot's own terms.
///
/// Rows begin with one for each need, in the snapshot's order, whether or not anybody can fill it. People are
/// numbered as in the snapshot.
public struct JointModel: Sendable {
  public let snapshot: Snapshot
  public let findings: JointFindings
  public let problem: JointProblem
  /// Price of a cover, points of a line that stays, and the other norms it was made by.
  public let norms: JointNorms
  /// People considered for covering a post: fewer than the norm where a plan would have grown too large.
  public let coversConsidered: Int
  /// Standing lines that are not in the model: the person cannot fill the need any more, or, of pinned ones,
  /// cannot beside those pinned before.
  public let unkept: [StandingLine]

  /// What one person is given at most.
  public let fairLoad: FairLoad

  let parts: [PartRecord]
  let rows: [RowRecord]
  let limits: [LimitRecord]
  /// Parts of person `p` begin at `firstPart[p]`; see `parts(ofPerson:)`.
  let firstPart: [Int32]
  let partCount: [Int32]
  /// The plan that the line of a pair stands in, by pair; pinned lines too.
  let standing: [Int: StandingLine]

  /// - Parameter fairLoad: what one person is given at most; nil for what these needs and people say.
  /// - Throws: when the problem would be larger than `JointProblem.Bound` allows.
  public init(
    _ snapshot: Snapshot, policy: Policy, findings: JointFindings, fairLoad: FairLoad? = nil
  ) throws(JointModelError) {
    var making = JointMaking(snapshot, policy, findings, fairLoad: fairLoad)
    try making.make()
    self.snapshot = snapshot
    self.findings = findings
    norms = policy.joint
    problem = making.problem
    self.fairLoad = making.fairLoad
    coversConsidered = making.coversConsidered
    unkept = making.unkept
    parts = making.parts
    rows = making.rows
    limits = making.limits
    firstPart = making.firstPart
    partCount = making.partCount
    standing = making.standing
  }

  /// Positions of the parts of a person, an index into the snapshot.
  public func parts(ofPerson person: Int) -> Range<Int> {
    Int(firstPart[person])..<Int(firstPart[person] + partCount[person])
  }

  /// The part that places a person at a need; nil when they cannot be, or `lack` says what is missing.
  public func part(need: Int, person: Int) -> Int? {
    parts(ofPerson: person).first {
      parts[$0].kind == .placement && Int(parts[$0].need) == need
    }
  }

  /// The pair of a need and a person in the findings, in logarithmic time; nil when a rule bars it.
  public func pair(need: Int, person: Int) -> Int? {
    findings.pair(need: need, person: person)
  }

  /// What an eligible pair lacks so that no plan can hold it.
  public enum Lack: Hashable, Sendable {
    /// Nobody else of the alliance can supervise it.
    case supervisor(alliance: String)
    /// Nobody can cover the post it opens.
    case cover(of: OpenedPost)
  }

  /// Nil when nothing is missing, or when a rule bars the pair itself.
  public func lack(need: Int, person: Int) -> Lack? {
    guard part(need: need, person: person) == nil, let pair = pair(need: need, person: person)
    else { return nil }
    if findings.pairFirst[pair] >= 0 {
      return .supervisor(alliance: findings.firsts[Int(findings.pairFirst[pair])].alliance)
    }
    guard findings.pairPost[pair] >= 0 else { return nil }
    return .cover(of: findings.posts[Int(findings.pairPost[pair])])
  }
}

/// Why no problem can be made of a snapshot.
public enum JointModelError: Error, Hashable, Sendable, CustomStringConvertible {
  case tooManyParts(Int)
  case valueOutOfRange(need: String)

  public var description: String {
    switch self {
    case .tooManyParts(let count):
      "\(count) things a plan could do are more than \(JointProblem.Bound.parts)"
    case .valueOutOfRange(let need):
      "the points of somebody for \(need) are not below \(JointProblem.Bound.value) in size"
    }
  }
}

extension JointFindings {
  /// The pair of a need and a person, in logarithmic time; nil when there is none.
  func pair(need: Int, person: Int) -> Int? {
    var (low, high) = (pairStart[need], pairStart[need + 1])
    while low < high {
      let middle = (low + high) / 2
      if Int(pairPerson[middle]) < person { low = middle + 1 } else { high = middle }
    }
    return low < pairStart[need + 1] && Int(pairPerson[low]) == person ? low : nil
  }
}
