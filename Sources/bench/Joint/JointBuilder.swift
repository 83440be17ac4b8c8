import Domain

/// Gathers parts in any order and lays them out home by home, person by person.
///
/// Limits that nobody's parts could pass together are left out, as the model of a real plan leaves them out.
struct JointBuilder {
  /// A limit by the number it was given here.
  typealias LimitName = Int32

  private let homeOfPerson: [Int32]
  private let homeCount: Int
  private var limitHome: [Int32] = []
  private var limits: [JointProblem.Limit] = []
  private var person: [Int32] = []
  private var value: [Int32] = []
  private var mustFill: [Bool] = []
  private var useStart: [Int32] = [0]
  private var uses: [JointProblem.Use] = []
  private var linkStart: [Int32] = [0]
  private var links: [JointProblem.Link] = []
  private var rowCapacity: [Int32] = []
  var constant = 0
  var mustFillUnits = 0

  init(homeOfPerson: [Int32], homeCount: Int) {
    self.homeOfPerson = homeOfPerson
    self.homeCount = homeCount
  }

  mutating func addLimit(home: Int32, capacity: Int32, countsPeople: Bool = false) -> LimitName {
    limitHome.append(home)
    limits.append(.init(capacity: capacity, countsPeople: countsPeople))
    return LimitName(limits.count - 1)
  }

  mutating func addRow(capacity: Int32) -> Int32 {
    rowCapacity.append(capacity)
    return Int32(rowCapacity.count - 1)
  }

  mutating func add(
    person who: Int32, value points: Int, mustFill isMustFill: Bool = false,
    uses taken: [JointProblem.Use], links joined: [JointProblem.Link]
  ) {
    person.append(who)
    value.append(Int32(points))
    mustFill.append(isMustFill)
    uses += taken.filter { $0.amount > 0 }
    useStart.append(Int32(uses.count))
    links += joined.sorted { $0.row < $1.row }
    linkStart.append(Int32(links.count))
  }

  func problem() -> JointProblem {
    var made = JointProblem()
    made.constant = constant
    made.mustFillUnits = mustFillUnits
    made.rowCapacity = rowCapacity
    let name = layOutLimits(&made)
    let order = value.indices.sorted {
      let (one, other) = (person[$0], person[$1])
      return (homeOfPerson[Int(one)], one, $0) < (homeOfPerson[Int(other)], other, $1)
    }
    var home = 0
    for part in order {
      while home < homeOfPerson[Int(person[part])] {
        made.homeStart.append(Int32(made.value.count))
        home += 1
      }
      made.person.append(person[part])
      made.value.append(value[part])
      made.mustFill.append(mustFill[part])
      made.isPinned.append(false)
      let taken = uses[Int(useStart[part])..<Int(useStart[part + 1])]
        .filter { name[Int($0.limit)] >= 0 }
        .map { JointProblem.Use(limit: name[Int($0.limit)], amount: $0.amount) }
      made.uses += taken.sorted { $0.limit < $1.limit }
      made.useStart.append(Int32(made.uses.count))
      made.links += links[Int(linkStart[part])..<Int(linkStart[part + 1])]
      made.linkStart.append(Int32(made.links.count))
    }
    while home < homeCount {
      made.homeStart.append(Int32(made.value.count))
      home += 1
    }
    return made
  }

  /// The place of each limit that can bind among its home's; -1 for the others.
  private func layOutLimits(_ made: inout JointProblem) -> [Int32] {
    var demand = [Int](repeating: 0, count: limits.count)
    var people = [Set<Int32>](repeating: [], count: limits.count)
    for part in value.indices {
      for use in uses[Int(useStart[part])..<Int(useStart[part + 1])] {
        let limit = Int(use.limit)
        if limits[limit].countsPeople { people[limit].insert(person[part]) }
        demand[limit] += Int(use.amount)
      }
    }
    var name = [Int32](repeating: -1, count: limits.count)
    let binding = limits.indices.filter {
      (limits[$0].countsPeople ? people[$0].count : demand[$0]) > limits[$0].capacity
    }.sorted { (limitHome[$0], $0) < (limitHome[$1], $1) }
    var home = 0
    for limit in binding {
      while home < limitHome[limit] {
        made.limitStart.append(Int32(made.limits.count))
        home += 1
      }
      name[limit] = Int32(made.limits.count)
      made.limits.append(limits[limit])
    }
    while home < homeCount {
      made.limitStart.append(Int32(made.limits.count))
      home += 1
    }
    return name
  }
}
