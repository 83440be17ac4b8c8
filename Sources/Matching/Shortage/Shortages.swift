import Domain

/// Why must-fill units stay unfilled, in terms somebody can check by hand: a few needs, the few people who could
/// fill any of them, and how many places those people can fill at most.
///
/// Prepared once for a plan; each need is then answered by walking from it through the people who could fill it to
/// the must-fill needs that hold them, and on (Hall, doi:10.1112/jlms/s1-10.37.26, says where to look: what is
/// reached from a need left out asks for more than its people can give).
public struct Shortages: Sendable {
  let problem: JointProblem
  /// Parts of each row with coefficient 1, and those with -1.
  private var takers: RowParts
  private var providers: RowParts
  /// Chosen parts that must stay: those that fill a must-fill unit, those they ask for, and pinned ones.
  private var isHeld: [Bool]
  /// Held parts that use each limit.
  private var holders: [Int32: [Int]] = [:]

  /// Larger sets explain nothing.
  static let mostNeeds = 64

  /// - Parameter chosen: the parts of a plan, of which no other fills more must-fill units.
  public init(_ problem: JointProblem, chosen: [Int]) {
    self.problem = problem
    takers = RowParts(problem, coefficient: 1)
    providers = RowParts(problem, coefficient: -1)
    isHeld = [Bool](repeating: false, count: problem.parts.count)
    let isChosen = Set(chosen)
    var held = chosen.filter { problem.mustFill[$0] || problem.isPinned[$0] }
    while let part = held.popLast() {
      if isHeld[part] { continue }
      isHeld[part] = true
      for use in problem.uses(ofPart: part) { holders[use.limit, default: []].append(part) }
      for link in problem.links(ofPart: part)
      where link.coefficient > 0 && problem.rowCapacity[Int(link.row)] == 0 {
        held += providers.parts(ofRow: Int(link.row)).filter { isChosen.contains($0) }
      }
    }
  }

  /// - Parameter row: of a must-fill need with a unit unfilled.
  /// - Returns: nil when no small set of needs shows it: then several kinds of limits work together.
  public func shortage(ofRow row: Int) -> Shortage? {
    guard let reached = reached(from: row), shortage(of: reached) != nil else { return nil }
    var needs = reached
    // The last reached are the furthest from the need asked about, and the first to go.
    for need in reached.dropFirst().reversed() {
      let fewer = needs.filter { $0 != need }
      if shortage(of: fewer) != nil { needs = fewer }
    }
    return shortage(of: needs)
  }

  /// Rows of must-fill needs that hold what the first would need, nearest first; nil when there are too many, or
  /// when somebody is free after all.
  private func reached(from row: Int) -> [Int]? {
    var reached = [row]
    var next = 0
    var known: [Int: [Int]] = [:]
    while next < reached.count {
      for part in takers.parts(ofRow: reached[next]) where !isHeld[part] {
        guard let blocking = blocking(part, &known) else { return nil }
        for other in blocking where !reached.contains(other) { reached.append(other) }
      }
      next += 1
      if reached.count > Self.mostNeeds { return nil }
    }
    return reached
  }

  /// Rows of the must-fill needs that keep a part from being added, ascending; nil when nothing does.
  ///
  /// - Parameter known: the same of the help that rows ask for, as far as it was looked for.
  private func blocking(_ part: Int, _ known: inout [Int: [Int]]) -> [Int]? {
    let full = problem.uses(ofPart: part).filter { isFull($0, for: part) }
    if !full.isEmpty {
      return rows(of: full.flatMap { holders[$0.limit, default: []] })
    }
    guard let row = rowsAsked(by: part).first else { return nil }
    if let blocking = known[row] { return blocking }
    var blocking: Set<Int> = []
    for provider in providers.parts(ofRow: row) where !isHeld[provider] {
      guard let rows = self.blocking(provider, &known) else { return nil }
      blocking.formUnion(rows)
    }
    known[row] = blocking.sorted()
    return known[row]
  }

  private func isFull(_ use: JointProblem.Use, for part: Int) -> Bool {
    let limit = problem.limits[Int(use.limit)]
    let others = holders[use.limit, default: []]
    if limit.countsPeople {
      let people = Set(others.map { problem.person[$0] })
      return !people.contains(problem.person[part]) && people.count >= Int(limit.capacity)
    }
    return taken(of: use.limit, by: others) + Int(use.amount) > Int(limit.capacity)
  }

  private func taken(of limit: Int32, by parts: [Int]) -> Int {
    parts.reduce(0) { sum, part in
      sum + Int(problem.uses(ofPart: part).first { $0.limit == limit }?.amount ?? 0)
    }
  }

  /// Rows of the needs that held parts fill or help to fill.
  private func rows(of parts: [Int]) -> [Int] {
    var rows: Set<Int> = []
    for part in parts {
      for link in problem.links(ofPart: part) {
        if problem.rowCapacity[Int(link.row)] > 0 {
          if problem.mustFill[part] { rows.insert(Int(link.row)) }
        } else if link.coefficient < 0 {
          rows.formUnion(self.rows(of: takers.parts(ofRow: Int(link.row)).filter { isHeld[$0] }))
        }
      }
    }
    return rows.sorted()
  }
}

extension Shortages {
  /// What the needs of some rows lack together; nil when the sums do not show that they lack anything.
  private func shortage(of rows: [Int]) -> Shortage? {
    let parts = rows.flatMap { takers.parts(ofRow: $0) }
    let units = rows.reduce(0) { $0 + Int(problem.rowCapacity[$1]) }
    let counting = MostParts(problem)
    let all = counting.most(of: parts)
    let alone = counting.most(of: parts.filter { !asks($0) })
    let asked = Set(parts.flatMap { rowsAsked(by: $0) }).sorted()
    let help = counting.most(of: asked.flatMap { providers.parts(ofRow: $0) })
    let most = min(all.count, alone.count + help.count)
    guard most < units else { return nil }
    var limits = Set(all.count <= most ? all.limits : alone.limits + help.limits)
    if asked.isEmpty { limits = Set(all.limits) }
    return Shortage(
      rows: rows.sorted(), units: units,
      people: Set(parts.map { problem.person[$0] }).sorted().map(Int.init),
      most: most, lacksHelp: all.count > most, limits: limits.sorted().map(Int.init))
  }

  private func rowsAsked(by part: Int) -> [Int] {
    problem.links(ofPart: part)
      .filter { $0.coefficient > 0 && problem.rowCapacity[Int($0.row)] == 0 }.map { Int($0.row) }
  }

  private func asks(_ part: Int) -> Bool { !rowsAsked(by: part).isEmpty }
}

/// Needs that ask for more people than could ever fill them together.
public struct Shortage: Hashable, Sendable {
  /// Rows of the needs, ascending; without any one but the first asked about, no shortage shows.
  public var rows: [Int]
  /// People the needs ask for.
  public var units: Int
  /// Everybody who could fill any of them, ascending.
  public var people: [Int]
  /// Places those people can fill at most: fewer than asked for.
  public var most: Int
  /// Whether the people would do, and those who supervise or cover for them would not.
  public var lacksHelp: Bool
  /// Limits that keep the people from more, ascending; none when each fills what they could.
  public var limits: [Int]
}
