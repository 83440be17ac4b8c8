import Domain

@testable import Checking

/// The joint problem by trying everything: what plans there are, what a home is worth at most, what a
/// proof shows. Nothing here is clever.
struct PlainJoint {
  let problem: JointProblem
  /// Parts that use each limit, as bits, and how much of it.
  private let users: [Int]
  private let amount: [[Int]]
  /// Each person's parts, as bits.
  private let people: [Int]

  init(problem: JointProblem) {
    self.problem = problem
    var users = problem.limits.map { _ in 0 }
    var amount = problem.limits.map { _ in problem.parts.map { _ in 0 } }
    var people: [Int32: Int] = [:]
    for part in problem.parts {
      people[problem.person[part], default: 0] |= 1 << part
      for use in problem.uses(ofPart: part) {
        users[Int(use.limit)] |= 1 << part
        amount[Int(use.limit)][part] = Int(use.amount)
      }
    }
    self.users = users
    self.amount = amount
    self.people = Array(people.values)
  }

  /// Every set of parts as bits that passes no limit and no row and has the pinned ones.
  var plans: [Int] {
    (0..<(1 << problem.value.count)).filter { isPlan($0) }
  }

  func isPlan(_ set: Int) -> Bool {
    for part in problem.parts where problem.isPinned[part] && set & (1 << part) == 0 {
      return false
    }
    var rows = problem.rowCapacity.map { Int($0) }
    for part in problem.parts where set & (1 << part) != 0 {
      for link in problem.links(ofPart: part) { rows[Int(link.row)] -= Int(link.coefficient) }
    }
    return rows.allSatisfy { $0 >= 0 }
      && problem.limits.indices.allSatisfy { used($0, set) <= Int(problem.limits[$0].capacity) }
  }

  func used(_ limit: Int, _ set: Int) -> Int {
    if problem.limits[limit].countsPeople {
      return people.count { $0 & set & users[limit] != 0 }
    }
    var sum = 0
    for part in problem.parts where set & users[limit] & (1 << part) != 0 {
      sum += amount[limit][part]
    }
    return sum
  }

  func filled(_ set: Int) -> Int {
    problem.parts.count { set & (1 << $0) != 0 && problem.mustFill[$0] }
  }

  func worth(_ set: Int) -> Int {
    problem.parts.reduce(problem.constant) {
      $0 + (set & (1 << $1) != 0 ? Int(problem.value[$1]) : 0)
    }
  }

  func isShared(_ limit: Int) -> Bool { people.count { $0 & users[limit] != 0 } > 1 }

  /// Of one stage at one set of prices.
  struct Priced {
    let plain: PlainJoint
    let stage: Whereabouts.Stage
    let prices: JointProof.Prices
    let atLeast: Int
    /// Of every set of each home's parts; nil when it passes a limit that is kept.
    private var worths: [[Int?]] = []

    init(
      plain: PlainJoint, stage: Whereabouts.Stage, prices: JointProof.Prices, atLeast: Int
    ) {
      self.plain = plain
      self.stage = stage
      self.prices = prices
      self.atLeast = atLeast
      worths = plain.problem.homes.map { home in
        let parts = plain.problem.parts(ofHome: home)
        return (0..<(1 << parts.count)).map { worth($0 << parts.lowerBound, home: home) }
      }
    }

    func price(_ limit: Int) -> Int {
      prices.limits.first { $0.limit == Int32(limit) }?.price ?? 0
    }

    var fixed: Int {
      let problem = plain.problem
      var sum = stage == .points ? 64 * problem.constant : 0
      sum -= prices.mustFill * atLeast
      for row in prices.row.indices { sum += prices.row[row] * Int(problem.rowCapacity[row]) }
      for home in prices.splitHomes {
        for limit in problem.limits(ofHome: Int(home)) {
          sum += price(limit) * Int(problem.limits[limit].capacity)
        }
      }
      return sum
    }

    private func worth(_ set: Int, home: Int) -> Int? {
      let problem = plain.problem
      let isSplit = prices.splitHomes.contains(Int32(home))
      var sum = 0
      for part in problem.parts(ofHome: home) where set & (1 << part) != 0 {
        sum += stage == .points ? 64 * Int(problem.value[part]) : problem.mustFill[part] ? 64 : 0
        sum += problem.mustFill[part] ? prices.mustFill : 0
        for link in problem.links(ofPart: part) {
          sum -= Int(link.coefficient) * prices.row[Int(link.row)]
        }
      }
      for limit in problem.limits(ofHome: home) {
        if isSplit && plain.isShared(limit) {
          sum -= price(limit) * plain.used(limit, set)
        } else if plain.used(limit, set) > Int(problem.limits[limit].capacity) {
          return nil
        }
      }
      return sum
    }

    /// The most of a home among sets with all of some parts and none of others.
    func most(_ home: Int, with: Int, without: Int) -> Int? {
      let parts = plain.problem.parts(ofHome: home)
      let mask = (1 << parts.count) - 1
      let (yes, no) = (with >> parts.lowerBound & mask, without >> parts.lowerBound & mask)
      var most: Int?
      for set in worths[home].indices where set & no == 0 && set & yes == yes {
        if let worth = worths[home][set] { most = max(most ?? worth, worth) }
      }
      return most
    }

    func bound(with: Int, without: Int) -> Int? {
      var sum = fixed
      for home in plain.problem.homes {
        guard let most = most(home, with: with, without: without) else { return nil }
        sum += most
      }
      return sum
    }
  }

  /// What a proof shows, in whole points; as `JointProof` says.
  func proven(
    _ proof: JointProof, _ stage: Whereabouts.Stage, own: Int, atLeast: Int
  ) -> Int {
    let priced = proof.prices.map {
      Priced(plain: self, stage: stage, prices: $0, atLeast: atLeast)
    }
    var with = problem.parts.reduce(0) { $0 | (problem.isPinned[$1] ? 1 << $1 : 0) }
    var without = 0
    for strike in proof.strikes {
      if (priced[strike].bound(with: with, without: without) ?? .min) >> 6 <= own { return own }
      strikeAll(priced[strike], own: own, &with, &without)
    }
    var most = own
    for leaf in proof.leaves {
      var (yes, no) = (with, without)
      for decision in leaf.decided {
        if decision.isChosen {
          yes |= 1 << Int(decision.part)
        } else {
          no |= 1 << Int(decision.part)
        }
      }
      if yes & no == 0, let bound = priced[leaf.prices].bound(with: yes, without: no) {
        most = max(most, bound >> 6)
      }
    }
    return most
  }

  private func strikeAll(_ priced: Priced, own: Int, _ with: inout Int, _ without: inout Int) {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for home in problem.homes where !priced.prices.splitHomes.contains(Int32(home)) {
        for part in problem.parts(ofHome: home) where (with | without) & (1 << part) == 0 {
          if (priced.bound(with: with | 1 << part, without: without) ?? .min) >> 6 <= own {
            without |= 1 << part
            hasChanged = true
          } else if (priced.bound(with: with, without: without | 1 << part) ?? .min) >> 6 <= own {
            with |= 1 << part
            hasChanged = true
          }
        }
      }
    }
  }
}
