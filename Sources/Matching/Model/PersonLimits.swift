import Domain

/// What each person's own parts share, as limits: days left in a year, the supervising allowance, fair load, time,
/// and one thing at a time for one need. Those that cannot bind are left out.
///
/// Parts stand by person (see `JointMaking.sortByPerson`); limits are numbered person by person.
struct PersonLimits {
  /// Limits of person `p` are `limits[start[p]..<start[p + 1]]`.
  private(set) var limits: [LimitRecord] = []
  private(set) var start: [Int32] = [0]
  /// Uses of part `i` are `uses[useStart[i]..<useStart[i + 1]]`, by number among all limits, ascending.
  private(set) var uses: [JointProblem.Use] = []
  private(set) var useStart: [Int32] = [0]
  /// Half-days that each person can still spend in all; `Int32.max` when days bind nobody.
  private(set) var halfDaysLeft: [Int32] = []

  init(_ making: JointMaking) {
    let (count, size) = (making.snapshot.people.count, 1_024)
    let runs = inParallel((count + size - 1) / size) { run in
      PersonLimits(making, people: run * size..<min(count, (run + 1) * size))
    }
    start.reserveCapacity(count + 1)
    useStart.reserveCapacity(making.parts.count + 1)
    for run in runs { add(run) }
  }

  private init(_ making: JointMaking, people: Range<Int>) {
    var own = OwnLimits(making)
    for person in people {
      guard making.partCount[person] > 0 else {
        halfDaysLeft.append(0)
        start.append(Int32(limits.count))
        continue
      }
      let first = Int(making.firstPart[person])
      let range = first..<first + Int(making.partCount[person])
      own.find(range)
      halfDaysLeft.append(own.halfDaysLeft)
      add(own, range)
    }
  }

  /// Adds what was found for the people after these.
  private mutating func add(_ later: PersonLimits) {
    let (limitsBefore, usesBefore) = (Int32(limits.count), Int32(uses.count))
    limits += later.limits
    start += later.start.dropFirst().map { limitsBefore + $0 }
    uses += later.uses.map { .init(limit: limitsBefore + $0.limit, amount: $0.amount) }
    useStart += later.useStart.dropFirst().map { usesBefore + $0 }
    halfDaysLeft += later.halfDaysLeft
  }

  private mutating func add(_ own: OwnLimits, _ range: Range<Int>) {
    let before = Int32(limits.count)
    limits += own.limits
    start.append(Int32(limits.count))
    // Uses come limit by limit: a stable count puts them part by part.
    var counts = [Int32](repeating: 0, count: range.count)
    for use in own.uses { counts[use.part - range.lowerBound] += 1 }
    var places: [Int32] = []
    var next = Int32(uses.count)
    for count in counts {
      places.append(next)
      next += count
      useStart.append(next)
    }
    uses += repeatElement(.init(limit: 0, amount: 0), count: own.uses.count)
    for use in own.uses {
      let index = use.part - range.lowerBound
      uses[Int(places[index])] = .init(limit: before + use.limit, amount: use.amount)
      places[index] += 1
    }
  }
}

/// The most half-days that one person is given in a plan, unless it is a single placement.
public struct FairLoad: Hashable, Sendable {
  /// Nil when nobody can be asked or nothing is asked for.
  public let mostHalfDays: Int32?

  public init(mostHalfDays: Int32?) { self.mostHalfDays = mostHalfDays }

  /// - Parameters: pairs of a need and a person as `JointFindings` lays them out.
  public init(_ snapshot: Snapshot, _ policy: Policy, pairStart: [Int], pairPerson: [Int32]) {
    var asked = 0
    var isAsked = [Bool](repeating: false, count: snapshot.people.count)
    for (need, open) in snapshot.needs.enumerated() where open.need.kind == .deployment {
      asked += Int(open.need.halfDays?.count ?? 0) * Int(open.open)
      for pair in pairStart[need]..<pairStart[need + 1] { isAsked[Int(pairPerson[pair])] = true }
    }
    let people = isAsked.count { $0 }
    guard asked > 0, people > 0 else {
      mostHalfDays = nil
      return
    }
    let divisor = 100 * people
    let most = (asked * policy.joint.mostPercentOfAverage + divisor - 1) / divisor
    mostHalfDays = Int32(clamping: most)
  }
}
