import Domain
import Postgres

// Where a snapshot's rows are gathered while they are read.

/// Places by key, in the order first spoken of.
struct PlaceTable {
  var places: [Place] = []
  private var indexes: [PlaceKey: Int] = [:]

  mutating func index(of key: PlaceKey) -> Int {
    if let index = indexes[key] { return index }
    let index = places.count
    places.append(Place(key: key, name: key.description))
    indexes[key] = index
    return index
  }

  /// Puts what is stored of a place beside the placements gathered already.
  mutating func fill(_ place: Place) {
    let index = index(of: place.key)
    let running = places[index].running
    places[index] = place
    places[index].running = running
  }

  mutating func add(cluster: String, to key: PlaceKey) {
    places[index(of: key)].clusters.append(cluster)
  }

  mutating func sortClusters() {
    for index in places.indices where places[index].clusters.count > 1 {
      places[index].clusters.sort { $0.precedes($1) }
    }
  }
}

/// Candidates by number while their records are gathered.
struct CandidateTable {
  private var people: [Candidate] = []
  /// Ascending, as the people are.
  private(set) var numbers: [Int32] = []
  /// Where the last one asked for stands: rows come by person, more or less.
  private var last = 0

  /// Homes are spoken of in the order of the people's numbers.
  init(
    _ rows: borrowing Answered<CandidatePeople>, _ places: inout PlaceTable
  ) throws {
    people.reserveCapacity(rows.count)
    var homes: [PlaceKey?] = []
    try rows.forEach { row in
      people.append(row.person)
      homes.append(row.home)
    }
    let isInOrder = zip(people, people.dropFirst()).allSatisfy { $0.number < $1.number }
    if !isInOrder {
      let order = people.indices.sorted { people[$0].number < people[$1].number }
      (people, homes) = (order.map { people[$0] }, order.map { homes[$0] })
    }
    for index in people.indices { people[index].home = homes[index].map { places.index(of: $0) } }
    numbers = people.map(\.number.number)
  }

  mutating func with(_ number: Int32, _ change: (inout Candidate) -> Void) {
    guard let index = index(of: number) else { return }
    change(&people[index])
    last = index
  }

  func holds(_ number: Int32) -> Bool { index(of: number) != nil }

  /// Puts others between these.
  mutating func add(_ others: CandidateTable) {
    guard !others.people.isEmpty else { return }
    people = (people + others.people).sorted { $0.number < $1.number }
    numbers = people.map(\.number.number)
    last = 0
  }

  /// The rungs of those who are ready for one of some posts.
  func roles(readyFor posts: Set<String>, _ levels: [String]) -> Set<String> {
    var roles: Set<String> = []
    for person in people {
      guard let role = person.role, !roles.contains(role) else { continue }
      if person.readiness.contains(where: { posts.contains($0.post) && levels.contains($0.level) })
      {
        roles.insert(role)
      }
    }
    return roles
  }

  private func index(of number: Int32) -> Int? {
    for near in last..<min(last + 2, numbers.count) where numbers[near] == number { return near }
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? low : nil
  }

  /// In the order of a hash of TRN, or of name and home where there is none; the lists of each in the
  /// order of what they say.
  mutating func ordered(_ places: PlaceTable) -> [Candidate] {
    let hashes = people.map { person in
      let home = person.home.map { places.places[$0].key.description } ?? ""
      return stableHash(person.trn?.description ?? "\(person.name)\t\(home)")
    }
    for index in people.indices { people[index].sortLists() }
    return people.indices.sorted { (hashes[$0], $0) < (hashes[$1], $1) }.map { people[$0] }
  }
}

/// Specialisms by the number of the designation they are held in.
struct HeldTable {
  private let rows: [CandidateSpecialisms.Row]

  init(_ rows: [CandidateSpecialisms.Row]) {
    self.rows = rows.sorted {
      $0.designation != $1.designation
        ? $0.designation < $1.designation : $0.held.name.precedes($1.held.name)
    }
  }

  func of(_ designation: Int32) -> [HeldSpecialism] {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].designation < designation { low = middle + 1 } else { high = middle }
    }
    return rows[low...].prefix { $0.designation == designation }.map(\.held)
  }
}

extension Candidate {
  fileprivate mutating func sortLists() {
    if readiness.count > 1 { readiness.sort { $0.post.precedes($1.post) } }
    if openSteps.count > 1 { openSteps.sort { $0.precedes($1) } }
    if designations.count > 1 {
      designations.sort { $0.role == $1.role ? $0.since < $1.since : $0.role.precedes($1.role) }
    }
  }
}

extension String {
  /// By their bytes: an order that no locale changes.
  func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }

  /// As numbered things follow one another: `N999`, `N1000`.
  func counts(before other: String) -> Bool {
    utf8.count == other.utf8.count ? precedes(other) : utf8.count < other.utf8.count
  }
}

extension [Int32] {
  /// Ascending, each once.
  func distinct() -> [Int32] {
    var result: [Int32] = []
    for number in sorted() where number != result.last { result.append(number) }
    return result
  }
}
