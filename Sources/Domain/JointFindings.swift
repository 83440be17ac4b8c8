/// What scoring found that a joint plan can be made of: who can be placed, who can supervise whom, and who
/// can cover which post. People, needs and places are indexes into the snapshot.
public struct JointFindings: Hashable, Sendable {
  /// Pairs of need `n` are `pairStart[n]..<pairStart[n + 1]`; people ascending and distinct in a row.
  public var pairStart: [Int] = [0]
  public var pairPerson: [Int32] = []
  /// Points of each pair; may be negative.
  public var pairPoints: [Int32] = []
  /// The designation whose days a pair spends, as an index into the person's; -1 when none is used.
  public var pairDesignation: [Int32] = []
  /// What a first deployment asks for, as an index into `firsts`; -1 for a pair that is none.
  public var pairFirst: [Int32] = []
  /// The post a pair opens that has to be covered, as an index into `posts`; -1 when none.
  public var pairPost: [Int32] = []

  /// First deployments at a need of people of one alliance.
  public var firsts: [First] = []
  /// Who can supervise the `firsts[i]`: `supervisors[supervisorStart[i]..<supervisorStart[i + 1]]`, people
  /// ascending and distinct.
  public var supervisorStart: [Int] = [0]
  public var supervisors: [Supervisor] = []

  /// Posts that secondments open, and those that whoever covers them opens in turn.
  public var posts: [OpenedPost] = []
  /// Who can cover `posts[i]`: `covers[coverStart[i]..<coverStart[i + 1]]`, the most points first; people
  /// distinct. The most points of all are among them, and the most of those who open no post.
  public var coverStart: [Int] = [0]
  public var covers: [CoverCandidate] = []
  /// People who hold the very post that a need fills and could cover the post that its placement opens, whatever
  /// their points: by need, then post, then person.
  public var exchanges: [ExchangeCandidate] = []

  public init() {}

  public struct First: Hashable, Sendable {
    public var need: Int32
    public var alliance: String
    /// What supervising one of them takes.
    public var halfDays: HalfDays

    public init(need: Int32, alliance: String, halfDays: HalfDays) {
      self.need = need
      self.alliance = alliance
      self.halfDays = halfDays
    }
  }

  public struct Supervisor: Hashable, Sendable {
    public var person: Int32
    /// The designation whose days it spends, as an index into the person's.
    public var designation: Int32

    public init(person: Int32, designation: Int32) {
      self.person = person
      self.designation = designation
    }
  }

  public struct CoverCandidate: Hashable, Sendable {
    public var person: Int32
    /// As for a secondment to that post, before the price of a cover.
    public var points: Int32
    /// The post they leave that has to be covered, as an index into `posts`; -1 when none.
    public var opens: Int32
    /// From the same school.
    public var stepsUp: Bool

    public init(person: Int32, points: Int32, opens: Int32, stepsUp: Bool) {
      self.person = person
      self.points = points
      self.opens = opens
      self.stepsUp = stepsUp
    }
  }

  public struct ExchangeCandidate: Hashable, Sendable {
    public var need: Int32
    public var post: Int32
    public var person: Int32
    public var points: Int32

    public init(need: Int32, post: Int32, person: Int32, points: Int32) {
      self.need = need
      self.post = post
      self.person = person
      self.points = points
    }
  }

  public func supervisors(ofFirst first: Int) -> ArraySlice<Supervisor> {
    supervisors[supervisorStart[first]..<supervisorStart[first + 1]]
  }
  public func covers(ofPost post: Int) -> ArraySlice<CoverCandidate> {
    covers[coverStart[post]..<coverStart[post + 1]]
  }

  /// Leaves out the pairs of a need that are not wanted.
  ///
  /// - Parameter isWanted: asked of every pair of the needs given.
  public mutating func keepPairs(
    ofNeeds needs: Set<Int>, where isWanted: (_ need: Int, _ person: Int) -> Bool
  ) {
    let rows = pairStart
    var kept: [Int] = []
    pairStart = [0]
    for need in rows.indices.dropLast() {
      kept += (rows[need]..<rows[need + 1]).filter {
        !needs.contains(need) || isWanted(need, Int(pairPerson[$0]))
      }
      pairStart.append(kept.count)
    }
    pairPerson = kept.map { pairPerson[$0] }
    pairPoints = kept.map { pairPoints[$0] }
    pairDesignation = kept.map { pairDesignation[$0] }
    pairFirst = kept.map { pairFirst[$0] }
    pairPost = kept.map { pairPost[$0] }
  }
}
