import Domain

/// What a plan uses of every limit and row, and so what keeps a part out of it.
public struct Usage: Sendable {
  let problem: JointProblem
  private let isChosen: [Bool]
  /// Taken of each limit: amounts, or people where it counts people.
  private var taken: [Int]
  private var rows: [Int]
  /// Persons that each people-counting limit counts already.
  private var counted: Set<Counted> = []
  /// Parts that provide in a row, by row, for rows that somebody asks in.
  private(set) var providers: [Int32: [Int]] = [:]

  private struct Counted: Hashable {
    var limit: Int32
    var person: Int32
  }

  /// What stands in the way of one more part.
  public struct Obstacles: Hashable, Sendable {
    /// Limits that would be passed, ascending.
    public var limits: [Int] = []
    /// Needs that have all their people, ascending.
    public var fullRows: [Int] = []
    /// Rows in which the part asks for what nobody free provides, ascending.
    public var unmetRows: [Int] = []

    public var isEmpty: Bool { limits.isEmpty && fullRows.isEmpty && unmetRows.isEmpty }
  }

  /// - Complexity: linear in the problem.
  public init(_ problem: JointProblem, chosen: [Int]) {
    self.problem = problem
    var isChosen = [Bool](repeating: false, count: problem.value.count)
    for part in chosen { isChosen[part] = true }
    self.isChosen = isChosen
    taken = [Int](repeating: 0, count: problem.limits.count)
    rows = [Int](repeating: 0, count: problem.rowCapacity.count)
    for part in chosen { add(part) }
    for part in problem.parts {
      for link in problem.links(ofPart: part) where link.coefficient < 0 {
        providers[link.row, default: []].append(part)
      }
    }
  }

  private mutating func add(_ part: Int) {
    for use in problem.uses(ofPart: part) {
      if !problem.limits[Int(use.limit)].countsPeople {
        taken[Int(use.limit)] += Int(use.amount)
      } else if counted.insert(Counted(limit: use.limit, person: problem.person[part])).inserted {
        taken[Int(use.limit)] += 1
      }
    }
    for link in problem.links(ofPart: part) { rows[Int(link.row)] += Int(link.coefficient) }
  }

  public func isChosen(_ part: Int) -> Bool { isChosen[part] }

  /// What is left of a limit.
  public func left(ofLimit limit: Int) -> Int { Int(problem.limits[limit].capacity) - taken[limit] }

  /// Why a part that was not chosen cannot simply be added; empty when it could.
  public func obstacles(to part: Int) -> Obstacles {
    var found = Obstacles(limits: limits(passedBy: part))
    for link in problem.links(ofPart: part) where link.coefficient > 0 {
      let row = Int(link.row)
      guard rows[row] + 1 > Int(problem.rowCapacity[row]) else { continue }
      if let providers = providers[link.row] {
        if !providers.contains(where: { !isChosen[$0] && limits(passedBy: $0).isEmpty }) {
          found.unmetRows.append(row)
        }
      } else if problem.rowCapacity[row] > 0 {
        found.fullRows.append(row)
      } else {
        found.unmetRows.append(row)
      }
    }
    return found
  }

  private func limits(passedBy part: Int) -> [Int] {
    problem.uses(ofPart: part).compactMap { use in
      let limit = Int(use.limit)
      if problem.limits[limit].countsPeople {
        let isCounted = counted.contains(
          Counted(limit: use.limit, person: problem.person[part]))
        return isCounted || left(ofLimit: limit) >= 1 ? nil : limit
      }
      return left(ofLimit: limit) >= Int(use.amount) ? nil : limit
    }
  }
}
