import Domain

/// A piece of a plan with its data, cut out around some needs so that it can be made again quickly.
///
/// Its needs are planned freely among its people. Whatever else the plan does with these people, and with anybody of
/// their homes, stays as lines that are held: they keep using days, release and supervision. Everybody else and
/// everything they do is left out, and so are the places nobody of the piece has to do with. Places, people and needs
/// keep their order, so that a fixed draw falls as in the whole.
public struct Piece: Sendable {
  public let world: World
  /// The plan's lines in it, the held ones too.
  public let proposals: [Proposal]
  /// Needs planned freely.
  public let freeNeeds: Int

  /// Lines held.
  public var heldLines: Int { proposals.count { world.held.contains($0.need) } }

  /// - Parameters:
  ///   - needs: planned freely, by index.
  ///   - people: considered for them; whoever the plan places there is, whether named or not.
  /// - Complexity: linear in the data and the plan.
  public init(of world: World, _ proposals: [Proposal], needs: Set<Int>, people: Set<Int>) {
    let snapshot = world.snapshot
    let free = Set(needs.map { snapshot.needs[$0].need.reference })
    let everybody = Self.everybody(snapshot, proposals, free, people)
    let lines = proposals.filter { line in
      free.contains(line.need) || line.everybody.contains { everybody.contains($0) }
    }
    let held = Dictionary(grouping: lines.filter { !free.contains($0.need) }, by: \.need)
    var cut = Cutting(snapshot)
    cut.keep(people: everybody, needs: free, held: held)
    var piece = World(cut.made, under: world.policy)
    piece.held = Set(held.keys)
    self.world = piece
    self.proposals = lines
    freeNeeds = free.count
  }

  /// People of the piece: those considered, those who have to do with lines of theirs, and whoever the plan takes
  /// from one of their homes.
  private static func everybody(
    _ snapshot: Snapshot, _ proposals: [Proposal], _ free: Set<String>, _ people: Set<Int>
  ) -> Set<PersonNumber> {
    var home: [PersonNumber: Int] = [:]
    for person in snapshot.people { home[person.number] = person.home }
    var linesOf: [PersonNumber: [Int]] = [:]
    var busyAt: [Int: [PersonNumber]] = [:]
    for (index, line) in proposals.enumerated() {
      for person in line.everybody {
        if linesOf[person] == nil, let home = home[person] {
          busyAt[home, default: []].append(person)
        }
        linesOf[person, default: []].append(index)
      }
    }
    var queue = people.map { snapshot.people[$0].number }
    for line in proposals where free.contains(line.need) { queue += line.everybody }
    var found = Set(queue)
    while let person = queue.popLast() {
      let mates = home[person].flatMap { busyAt[$0] } ?? []
      let company = linesOf[person]?.flatMap { proposals[$0].everybody } ?? []
      for other in mates + company where found.insert(other).inserted { queue.append(other) }
    }
    return found
  }
}

extension Proposal {
  /// Who is placed, who supervises and who covers.
  fileprivate var everybody: [PersonNumber] {
    [person] + (supervision.map { [$0.person] } ?? []) + covers.map(\.person)
  }
}

/// A snapshot being cut down.
private struct Cutting {
  private let whole: Snapshot
  private(set) var made: Snapshot

  init(_ whole: Snapshot) {
    self.whole = whole
    made = Snapshot(today: whole.today, places: [], people: [], needs: [])
  }

  mutating func keep(
    people: Set<PersonNumber>, needs: Set<String>, held: [String: [Proposal]]
  ) {
    made.people = whole.people.filter { people.contains($0.number) }
    for need in whole.needs {
      if needs.contains(need.need.reference) {
        made.needs.append(need)
      } else if let lines = held[need.need.reference] {
        var need = need
        need.open = Int32(lines.count)
        made.needs.append(need)
      }
    }
    made.standing = whole.standing.filter { needs.contains($0.need) && people.contains($0.person) }
    for need in made.needs {
      for line in held[need.need.reference] ?? [] {
        made.standing.append(
          StandingLine(need: line.need, person: line.person, isPinned: true, plan: 0))
      }
    }
    keepPlaces()
  }

  private mutating func keepPlaces() {
    var kept = Set(made.needs.map(\.place))
    for person in made.people {
      kept.formUnion((person.home.map { [$0] } ?? []) + person.conflicts + person.hiddenFrom)
      kept.formUnion(person.workedAt)
    }
    let order = kept.sorted()
    var number = [Int](repeating: 0, count: whole.places.count)
    for (new, old) in order.enumerated() { number[old] = new }
    made.places = order.map { whole.places[$0] }
    for index in made.needs.indices { made.needs[index].place = number[made.needs[index].place] }
    for index in made.people.indices {
      made.people[index].home = made.people[index].home.map { number[$0] }
      made.people[index].conflicts = made.people[index].conflicts.map { number[$0] }
      made.people[index].hiddenFrom = made.people[index].hiddenFrom.map { number[$0] }
      made.people[index].workedAt = made.people[index].workedAt.map { number[$0] }
    }
  }
}
