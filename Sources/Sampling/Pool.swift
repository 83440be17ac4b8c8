import Domain

/// Who works where and who holds a designation: what several sheets must agree on.
struct Pool: Sendable {
  let request: SampleRequest
  let schools: [School]
  let words: Words
  /// People of the talent database first, then those who are in the designations sheet only.
  let people: [SamplePerson]
  /// Positions of the designated, in the sheet's order.
  let designated: [Int]
  /// Holders of the posts of each school, by position into `Holder`'s cases; -1 while nobody is known.
  let holders: [[Int32]]
  let clusters: SampleClusters
  /// Draws schools by their pupils.
  let schoolsByPupils: Weighted<Int>

  init(_ request: SampleRequest, schools: [School], words: Words) {
    self.request = request
    self.schools = schools
    self.words = words
    schoolsByPupils = Weighted(
      schools.enumerated().map { ($0, max(30, min(3_000, Int($1.pupils ?? 200)))) })
    clusters = SampleClusters(schools, seed: request.seed)
    var census = Census(request, schools: schools, words: words)
    for _ in 0..<request.people { census.add(from: schoolsByPupils, designatedOnly: false) }
    let chosen = census.designatedAmongPeople()
    for _ in chosen.count..<max(chosen.count, request.designated) {
      census.add(from: schoolsByPupils, designatedOnly: true)
    }
    people = census.people
    designated = census.shuffled(chosen + Array(request.people..<census.people.count))
    holders = census.holders
  }

  var today: Day { request.today }

  func generator(_ stream: Generator.Stream, _ row: Int) -> Generator {
    Generator(request.seed, stream, row)
  }

  /// Who holds a post at a school and is in the talent database; nil when nobody loaded does.
  func holder(of post: Holder, at school: Int) -> SamplePerson? {
    let index = holders[post.rawValue][school]
    return index >= 0 ? people[Int(index)] : nil
  }

  /// The head's name: the loaded one's, or somebody's who is not in the talent database.
  func headName(at school: Int) -> String {
    if let head = holder(of: .head, at: school) { return head.name.text }
    var generator = generator(.head, school)
    return SampleName(&generator).text
  }

  /// A school's key as the sheets write it.
  func urn(_ school: Int) -> String { schools[school].urn.description }

  /// A working day at or before the given one.
  func workingDay(_ day: Day) -> Day { day.adding(days: -max(0, day.weekday - 4)) }
}

/// The posts every school has one of.
enum Holder: Int, Sendable, CaseIterable {
  case head, deputy, assistant

  var title: String {
    switch self {
    case .head: "Headteacher"
    case .deputy: "Deputy headteacher"
    case .assistant: "Assistant headteacher"
    }
  }
}

/// Somebody who does not exist, in 16 bytes.
struct SamplePerson: Sendable {
  var school: Int32
  /// 0 for none.
  var trn: Int32
  var name: SampleName
  /// Position into `Role.all`.
  var role: UInt8

  var roleHeld: Role { Role.all[Int(role)] }
  var trnText: String { trn == 0 ? "" : ReferenceNumbers.text(trn) }
}
