import Domain

/// What the people of each home share, as limits: half-days its head lets go in each half-term, and people out.
///
/// Only limits that can bind are kept. People who share one are planned together: they make up a home of the
/// problem, and whoever shares none is one alone.
struct HomeLimits {
  /// By place; of each first the half-days by part of the calendar, then the people out.
  private(set) var limits: [LimitRecord] = []
  /// The least of the people who take of each limit.
  private var users: [Int32] = []
  /// Limits of place `p` are `limits[start[p]..<start[p + 1]]`.
  private var start: [Int] = [0]
  /// For each person the least person they are planned together with.
  private var least: [Int32]

  private let making: JointMaking
  private let spread: DaySpread
  /// By person.
  private let homes: [Int?]
  /// Of places that people with parts come from.
  private var left: [Int: ReleaseLeft] = [:]

  init(_ making: JointMaking, _ personal: PersonLimits) {
    self.making = making
    spread = DaySpread(making)
    homes = making.snapshot.people.map(\.home)
    least = making.snapshot.people.indices.map { Int32($0) }
    guard making.isOn(.release) else { return }
    let people = peopleByHome()
    for place in making.snapshot.places.indices {
      if !people[place].isEmpty { addLimits(of: place, people[place], personal) }
      start.append(limits.count)
    }
  }

  /// The least of the people somebody is planned together with, perhaps themselves.
  func leader(of person: Int32) -> Int32 {
    var person = person
    while least[Int(person)] != person { person = least[Int(person)] }
    return person
  }

  /// Numbers of the limits that the people of a leader share.
  func limits(ofLeader leader: Int32) -> [Int] {
    guard let home = home(leader), start.count > 1 else { return [] }
    return (start[home]..<start[home + 1]).filter { self.leader(of: users[$0]) == leader }
  }

  /// What a part takes of its home's limits, ascending by what `number` makes of theirs.
  func addUses(of part: PartRecord, numbered number: [Int32], to uses: inout [JointProblem.Use]) {
    guard let home = home(part.person), start.count > 1 else { return }
    let shares = spread.shares(of: part)
    for index in start[home]..<start[home + 1] {
      let limit = limits[index]
      if limit.kind == .homeDays {
        guard let share = shares.first(where: { $0.part == limit.of }) else { continue }
        uses.append(.init(limit: number[index], amount: share.halfDays))
      } else if takesPlace(part, home, limit.of) {
        uses.append(.init(limit: number[index], amount: 1))
      }
    }
  }

  private func home(_ person: Int32) -> Int? { homes[Int(person)] }

  /// Whether a part takes the person out in a part of the calendar in which they are not out already.
  private func takesPlace(_ part: PartRecord, _ home: Int, _ period: Int32) -> Bool {
    guard isOut(part), spread.touched(by: part).contains(period) else { return false }
    if making.snapshot.places[home].running.isEmpty { return true }
    let number = making.snapshot.people[Int(part.person)].number
    return left[home]?.isOut(number, part: Int(period)) != true
  }

  /// All take the person out but supervising and stepping up at home.
  private func isOut(_ part: PartRecord) -> Bool {
    switch part.kind {
    case .placement: true
    case .supervising: false
    case .cover: part.with < 0 || !making.findings.covers[Int(part.with)].stepsUp
    }
  }

  private func peopleByHome() -> [[Int32]] {
    var people = [[Int32]](repeating: [], count: making.snapshot.places.count)
    for person in making.snapshot.people.indices where making.partCount[person] > 0 {
      if let home = homes[person] { people[home].append(Int32(person)) }
    }
    return people
  }
}

extension HomeLimits {
  /// The most that one person could take, by part of the calendar.
  private struct Asked {
    var person: Int32
    var halfDays: [Int]
    var isOut: [Bool]
  }

  private mutating func addLimits(
    of place: Int, _ people: [Int32], _ personal: PersonLimits
  ) {
    let release = ReleaseLeft(
      making.snapshot.places[place], making.policy, making.calendar)
    left[place] = release
    let asked = people.map { self.asked(by: $0, place, personal) }
    for period in 0..<making.calendar.parts {
      let users = asked.filter { $0.halfDays[period] > 0 }
      let limit = LimitRecord(
        kind: .homeDays, whose: Int32(place), of: Int32(period),
        capacity: max(0, release.halfDays[period]))
      let most = users.reduce(0) { $0 + $1.halfDays[period] }
      if most > Int(limit.capacity) { add(limit, users.map(\.person)) }
    }
    for period in 0..<making.calendar.parts {
      let users = asked.filter { $0.isOut[period] }
      let limit = LimitRecord(
        kind: .peopleOut, whose: Int32(place), of: Int32(period),
        capacity: max(0, release.people[period]))
      if users.count > Int(limit.capacity) { add(limit, users.map(\.person)) }
    }
  }

  private func asked(by person: Int32, _ place: Int, _ personal: PersonLimits) -> Asked {
    let none = making.calendar.parts
    var asked = Asked(
      person: person, halfDays: Array(repeating: 0, count: none),
      isOut: Array(repeating: false, count: none))
    let first = Int(making.firstPart[Int(person)])
    for part in making.parts[first..<first + Int(making.partCount[Int(person)])] {
      for share in spread.shares(of: part) {
        asked.halfDays[Int(share.part)] += Int(share.halfDays)
      }
      for period in spread.touched(by: part) where !asked.isOut[Int(period)] {
        asked.isOut[Int(period)] = takesPlace(part, place, period)
      }
    }
    // Nobody spends more than they have left, however much they could be asked for.
    let most = Int(personal.halfDaysLeft[Int(person)])
    asked.halfDays = asked.halfDays.map { min($0, most) }
    return asked
  }

  private mutating func add(_ limit: LimitRecord, _ people: [Int32]) {
    guard let first = people.first else { return }
    limits.append(limit)
    users.append(first)
    for person in people {
      let (a, b) = (leader(of: first), leader(of: person))
      least[Int(max(a, b))] = min(a, b)
    }
  }
}
