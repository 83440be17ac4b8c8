import Domain

/// Which covers of a post are of use for a need at each level of a chain.
///
/// A cover is of use when it opens no post, when it is an exchange, or when somebody can cover the post it opens
/// one level further down.
struct CoverChains {
  private let findings: JointFindings
  private let longest: Int
  /// By level from 1, then post: whether some chain that ends without an exchange covers it.
  private var covered: [[Bool]] = []
  /// A number for each post, of those that secondments ask for, by need and by person who holds it; -1 for none.
  private var postOfNeed: [Int32] = []
  private var postOfPerson: [Int32] = []
  /// By post: whether somebody among the covers holds it.
  private var isHeld: [Bool] = []

  struct Choice {
    var person: Int32
    var points: Int32
    /// The post it opens; -1 when none has to be covered.
    var opens: Int32
    /// See `PartRecord.with`.
    var with: Int32
    var isExchange: Bool
  }

  init(_ making: JointMaking) {
    findings = making.findings
    longest = making.policy.joint.longestCoverChain
    guard !findings.posts.isEmpty else { return }
    findCovered()
    findHeld(making.snapshot)
  }

  /// Whether anybody can cover a post that stands at this level of a need's chain.
  func canCover(_ post: Int32, need: Int, level: Int) -> Bool {
    guard level <= longest else { return false }
    if covered[level - 1][Int(post)] { return true }
    guard isHeld(need) else { return false }
    if level == 1 && !exchanges(need: need, post: post).isEmpty { return true }
    return findings.covers(ofPost: Int(post)).contains { isOfUse($0, need: need, level: level) }
  }

  /// The covers of use, the most points first.
  func covers(of post: Int32, need: Int, level: Int, upTo count: Int) -> [Choice] {
    var choices: [Choice] = []
    for index in findings.coverStart[Int(post)]..<findings.coverStart[Int(post) + 1] {
      if choices.count == count { break }
      let cover = findings.covers[index]
      guard isOfUse(cover, need: need, level: level) else { continue }
      let isExchange = isExchange(cover, need: need)
      choices.append(
        Choice(
          person: cover.person, points: cover.points, opens: isExchange ? -1 : cover.opens,
          with: Int32(index), isExchange: isExchange))
    }
    guard level == 1, isHeld(need) else { return choices }
    for index in exchanges(need: need, post: post) {
      let exchange = findings.exchanges[index]
      choices.append(
        Choice(
          person: exchange.person, points: exchange.points, opens: -1, with: ~Int32(index),
          isExchange: true))
    }
    return choices
  }

  private func isOfUse(
    _ cover: JointFindings.CoverCandidate, need: Int, level: Int
  ) -> Bool {
    cover.opens < 0 || isExchange(cover, need: need)
      || canCover(cover.opens, need: need, level: level + 1)
  }

  /// Whether somebody comes from the very post that the need fills; who steps up at home comes from nowhere.
  private func isExchange(_ cover: JointFindings.CoverCandidate, need: Int) -> Bool {
    let post = postOfPerson[Int(cover.person)]
    return !cover.stepsUp && post >= 0 && post == postOfNeed[need]
  }

  private func isHeld(_ need: Int) -> Bool {
    postOfNeed[need] >= 0 && isHeld[Int(postOfNeed[need])]
  }

  /// Places in the findings' exchanges, by need, then post.
  private func exchanges(need: Int, post: Int32) -> Range<Int> {
    let key = (Int32(need), post)
    func first(where isPast: (JointFindings.ExchangeCandidate) -> Bool) -> Int {
      var (low, high) = (0, findings.exchanges.count)
      while low < high {
        let middle = (low + high) / 2
        if isPast(findings.exchanges[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    return first { ($0.need, $0.post) >= key }..<first { ($0.need, $0.post) > key }
  }

  private mutating func findCovered() {
    var below = [Bool](repeating: false, count: findings.posts.count)
    var levels: [[Bool]] = []
    for _ in 0..<longest {
      below = findings.posts.indices.map { post in
        findings.covers(ofPost: post).contains { $0.opens < 0 || below[Int($0.opens)] }
      }
      levels.append(below)
    }
    covered = levels.reversed()
  }

  private mutating func findHeld(_ snapshot: Snapshot) {
    struct Post: Hashable {
      var place: Int
      var role: String
    }
    var numbers: [Post: Int32] = [:]
    postOfNeed = snapshot.needs.map { open in
      guard open.need.kind == .secondment, let role = open.need.role else { return -1 }
      let post = Post(place: open.place, role: role)
      if let known = numbers[post] { return known }
      numbers[post] = Int32(numbers.count)
      return Int32(numbers.count - 1)
    }
    postOfPerson = [Int32](repeating: -1, count: snapshot.people.count)
    isHeld = [Bool](repeating: false, count: numbers.count)
    let people = Set(findings.covers.lazy.map(\.person)).union(
      findings.exchanges.lazy.map(\.person))
    for person in people {
      let candidate = snapshot.people[Int(person)]
      guard let home = candidate.home, let role = candidate.role,
        let post = numbers[Post(place: home, role: role)]
      else { continue }
      postOfPerson[Int(person)] = post
      isHeld[Int(post)] = true
    }
  }
}
