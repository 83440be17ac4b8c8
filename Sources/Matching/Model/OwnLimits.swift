import Domain

/// The limits of one person's own parts, and what each part takes of them; of one person after another.
struct OwnLimits {
  private(set) var limits: [LimitRecord] = []
  /// Limit by limit; parts ascending in each.
  private(set) var uses: [Use] = []
  /// Half-days the person can still spend in all; the largest number when days bind nobody.
  private(set) var halfDaysLeft = Int32.max

  struct Use {
    var part: Int
    var limit: Int32
    var amount: Int32
  }

  let making: JointMaking
  /// The person's parts, at least one.
  private(set) var range = 0..<1

  init(_ making: JointMaking) { self.making = making }

  /// Finds those of the person whose parts these are.
  mutating func find(_ range: Range<Int>) {
    self.range = range
    limits.removeAll(keepingCapacity: true)
    uses.removeAll(keepingCapacity: true)
    halfDaysLeft = .max
    let candidate = making.snapshot.people[Int(person)]
    if making.isOn(.days) { addDays(candidate) }
    addAllowance(candidate)
    addLoad()
    if making.isOn(.fullTime) { addTime(candidate) }
    addOneThing()
  }

  var person: Int32 { making.parts[range.lowerBound].person }

  func need(_ part: Int) -> NeedRecord { making.needs[Int(making.parts[part].need)] }

  /// Adds a limit if its parts could pass it.
  mutating func add(_ limit: LimitRecord, _ amounts: [(part: Int, amount: Int32)]) {
    let sum = amounts.reduce(0) { $0 + Int($1.amount) }
    guard sum > Int(limit.capacity) else { return }
    let number = Int32(limits.count)
    limits.append(limit)
    for (part, amount) in amounts where amount > 0 {
      uses.append(Use(part: part, limit: number, amount: amount))
    }
  }

  /// Days spent under one role in one school year.
  private struct Spent {
    var year: Int32
    var role: String?
    /// The designation of most days a year among those used; -1 for none.
    var designation: Int32
    var spendable: Int32
    var uses: [(part: Int, amount: Int32)]
  }

  private mutating func addDays(_ candidate: Candidate) {
    var spent: [Spent] = []
    for part in range {
      guard let (designation, halfDays) = spending(part), halfDays > 0 else { continue }
      let used = designation < 0 ? nil : candidate.designations[Int(designation)]
      let (year, role, days) = (need(part).schoolYear, used?.role, spendable(used))
      if let index = spent.firstIndex(where: { $0.year == year && $0.role == role }) {
        spent[index].uses.append((part, halfDays))
        guard days > spent[index].spendable else { continue }
        (spent[index].spendable, spent[index].designation) = (days, designation)
      } else {
        spent.append(
          Spent(
            year: year, role: role, designation: designation, spendable: days,
            uses: [(part, halfDays)]))
      }
    }
    var left = 0
    for spent in spent {
      let year = Day(number: spent.year)
      let promised = candidate.promisedHalfDays(in: year, as: spent.role)
      let most = max(spent.spendable, self.spendable(candidate, as: spent.role, in: year))
      let limit = LimitRecord(
        kind: .days, whose: person, of: spent.designation, until: spent.year,
        capacity: max(0, most - promised))
      left += Int(limit.capacity)
      add(limit, spent.uses)
    }
    halfDaysLeft = Int32(clamping: left)
  }

  /// The designation and half-days a part spends; nil for one that spends none.
  private func spending(_ part: Int) -> (designation: Int32, halfDays: Int32)? {
    let record = making.parts[part]
    switch record.kind {
    case .placement:
      return (making.findings.pairDesignation[Int(record.of)], need(part).halfDays)
    case .supervising:
      return (record.with, making.findings.firsts[Int(record.of)].halfDays.count)
    case .cover: return nil
    }
  }

  private func spendable(_ designation: Designation?) -> Int32 {
    let year = (designation?.halfDaysAYear ?? making.policy.defaultHalfDaysAYear).count
    return Int32(clamping: Int(year) * making.policy.joint.mostPercentOfDays / 100)
  }

  /// Of the role's terms in force at some time in a school year the most: all of them share it.
  private func spendable(_ candidate: Candidate, as role: String?, in schoolYear: Day) -> Int32 {
    let year = DaySpan(from: schoolYear, to: schoolYear.adding(months: 12).adding(days: -1))
    return candidate.designations.filter { held in
      held.role == role && year.map(held.overlaps) ?? false
    }.map { spendable($0) }.max() ?? 0
  }

  private mutating func addAllowance(_ candidate: Candidate) {
    var years: [(year: Int32, uses: [(part: Int, amount: Int32)])] = []
    for part in range where making.parts[part].kind == .supervising {
      let year = need(part).schoolYear
      let first = making.findings.firsts[Int(making.parts[part].of)]
      if let index = years.firstIndex(where: { $0.year == year }) {
        years[index].uses.append((part, first.halfDays.count))
      } else {
        years.append((year, [(part, first.halfDays.count)]))
      }
    }
    for (year, uses) in years {
      let promised = candidate.promisedToSupervising(in: Day(number: year))
      let left = making.policy.joint.supervisingHalfDaysAYear.count - promised
      add(
        LimitRecord(kind: .allowance, whose: person, until: year, capacity: max(0, left)), uses)
    }
  }

  /// Nobody passes it who has no more days left than that.
  private mutating func addLoad() {
    guard let most = making.fairLoad.mostHalfDays, halfDaysLeft > most else { return }
    let uses = range.filter { making.parts[$0].kind == .placement }
      .map { (part: $0, amount: min(need($0).halfDays, most)) }
    add(LimitRecord(kind: .load, whose: person, capacity: most), uses)
  }

  /// Nobody supervises their own first deployment, and nobody does two things for one secondment.
  private mutating func addOneThing() {
    var parts = range.sorted { (making.parts[$0].need, $0) < (making.parts[$1].need, $1) }[...]
    while let first = parts.first {
      let need = making.parts[first].need
      let same = parts.prefix { making.parts[$0].need == need }
      parts = parts.dropFirst(same.count)
      if same.count > 1 { addOneThing(need, Array(same)) }
    }
  }

  private mutating func addOneThing(_ need: Int32, _ parts: [Int]) {
    let supervising = parts.count { making.parts[$0].kind == .supervising }
    let isNew = parts.contains {
      making.parts[$0].kind == .placement && making.parts[$0].asks >= 0
    }
    // Twice more than half of full time is more than full time: the limit on time says so already.
    let isSaid = making.isOn(.fullTime) && making.needs[Int(need)].fte > 50
    guard supervising == 0 ? !isSaid : isNew else { return }
    let all = Int32(max(1, supervising))
    add(
      LimitRecord(kind: .oneThing, whose: person, of: need, capacity: all),
      parts.map { (part: $0, amount: making.parts[$0].kind == .placement ? all : 1) })
  }
}
