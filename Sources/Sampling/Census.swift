import Domain

/// People as they are made up, one after another, with what has been given out already.
struct Census {
  private let request: SampleRequest
  private let schools: [School]
  private let words: Words
  private let teaching: [Teaching]
  private let numbers: ReferenceNumbers
  private var generator: Generator
  /// School and name of everybody: two of one name at one school could not be told apart.
  private var known: Set<UInt64> = []
  private(set) var people: [SamplePerson] = []
  private(set) var holders: [[Int32]]

  /// Of the designated, so many in a hundred are in the talent database too.
  private static let designatedAmongPeoplePercent = 85

  init(_ request: SampleRequest, schools: [School], words: Words) {
    self.request = request
    self.schools = schools
    self.words = words
    teaching = schools.map { Teaching(phase: $0.phase) }
    numbers = ReferenceNumbers(seed: request.seed)
    generator = Generator(request.seed, .pool)
    holders = Holder.allCases.map { _ in [Int32](repeating: -1, count: schools.count) }
    people.reserveCapacity(request.people + request.designated)
    known.reserveCapacity(request.people + request.designated)
  }

  mutating func add(from schoolsByPupils: Weighted<Int>, designatedOnly: Bool) {
    let index = people.count
    var school = schoolsByPupils.draw(&generator) ?? 0
    let name = name(at: &school)
    let role = role(at: school, of: index, designatedOnly: designatedOnly)
    let lacksNumber = generator.chance(percent: designatedOnly ? 12 : 2)
    people.append(
      SamplePerson(
        school: Int32(school), trn: lacksNumber ? 0 : numbers.number(of: index), name: name,
        role: UInt8(role)))
  }

  /// A name nobody at the school has. When luck does not find one, names are walked in order, and then
  /// the next schools: `SampleRequest.Limit.peopleASchool` leaves room for everybody.
  private mutating func name(at school: inout Int) -> SampleName {
    var name = SampleName(&generator)
    for _ in 0..<40 {
      if take(name, at: school) { return name }
      name = SampleName(&generator)
    }
    for _ in 0..<schools.count {
      for _ in 0..<SampleName.count {
        if take(name, at: school) { return name }
        name = name.next
      }
      school = (school + 1) % schools.count
    }
    return name
  }

  private mutating func take(_ name: SampleName, at school: Int) -> Bool {
    known.insert(UInt64(school) << 32 | UInt64(name.given) << 16 | UInt64(name.family)).inserted
  }

  /// Heads and deputies are one a school; whoever comes later leads a subject.
  private mutating func role(at school: Int, of index: Int, designatedOnly: Bool) -> Int {
    let drawn = words.roles(of: teaching[school]).draw(&generator) ?? Role.spare
    if designatedOnly { return Role.all[drawn].leads ? drawn : Role.spare }
    guard let post = Holder(Role.all[drawn].rung) else { return drawn }
    if holders[post.rawValue][school] < 0 {
      holders[post.rawValue][school] = Int32(index)
    } else if post != .assistant {
      return Role.spare
    }
    return drawn
  }

  /// Leaders with a number, by which both sheets know them, each once.
  mutating func designatedAmongPeople() -> [Int] {
    let leaders = people.indices.filter { people[$0].roleHeld.leads && people[$0].trn != 0 }
    let wanted = request.designated * Census.designatedAmongPeoplePercent / 100
    return generator.some(wanted, of: leaders)
  }

  mutating func shuffled(_ positions: [Int]) -> [Int] {
    generator.some(positions.count, of: positions)
  }
}

extension Holder {
  init?(_ rung: Role.Rung) {
    switch rung {
    case .head: self = .head
    case .deputy: self = .deputy
    case .assistant: self = .assistant
    case .support, .early, .teacher, .middle, .executive, .family: return nil
    }
  }
}
