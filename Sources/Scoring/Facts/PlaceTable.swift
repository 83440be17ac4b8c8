import Domain

/// What rules and criteria read of a place.
struct PlaceFacts: Sendable {
  var easting: Int32
  var northing: Int32
  var located: Bool
  /// By number; blank when not known.
  var phase: Int32
  /// Bands that a home and a need's place can share; -1 when not known.
  var sizeBand: Int8
  var mealsBand: Int8
  var rural: Int8
  /// Half-days its head lets go per half-term.
  var halfDaysPerHalfTerm: Int32
}

/// Every place, with its clusters and what is promised out of it already, being written.
struct PlaceTable: Sendable {
  private(set) var facts: [PlaceFacts] = []
  private(set) var clusters = Lists<Int32>()
  /// Half-days promised by place, then part of the calendar: running deployments and supervising.
  private(set) var promised: [Int32]
  /// Further people who can be out, in the same order.
  private(set) var peopleLeft: [Int32] = []
  let parts: Int

  init(_ snapshot: Snapshot, _ policy: Policy, _ names: Names, _ calendar: TermCalendar) {
    parts = calendar.parts
    promised = Array(repeating: 0, count: snapshot.places.count * parts)
    facts.reserveCapacity(snapshot.places.count)
    peopleLeft.reserveCapacity(promised.count)
    for (index, place) in snapshot.places.enumerated() {
      facts.append(PlaceFacts(place, policy, names))
      for cluster in place.clusters { clusters.add(names.clusters.number(cluster)) }
      clusters.close()
      if place.running.isEmpty {
        let out = policy.release(of: place).outAtOnce
        peopleLeft.append(contentsOf: repeatElement(out, count: parts))
      } else {
        let left = ReleaseLeft(place, policy, calendar)
        for part in 0..<parts { promised[index * parts + part] = left.promised[part] }
        peopleLeft += left.people
      }
    }
  }
}

/// The same, to be read.
struct PlaceColumns: Sendable {
  let facts: Flat<PlaceFacts>
  let clusters: FlatLists<Int32>
  private let promised: Flat<Int32>
  private let peopleLeft: Flat<Int32>
  private let parts: Int

  init(_ table: PlaceTable, in arena: Arena) {
    facts = arena.flat(table.facts)
    clusters = FlatLists(table.clusters, in: arena)
    promised = arena.flat(table.promised)
    peopleLeft = arena.flat(table.peopleLeft)
    parts = table.parts
  }

  func promised(place: Int, part: Int) -> Int32 { promised[place * parts + part] }

  func peopleLeft(place: Int, part: Int) -> Int32 { peopleLeft[place * parts + part] }

  /// Whether two places belong to a cluster in common.
  func shareCluster(_ a: Int, _ b: Int) -> Bool {
    for index in clusters.range(a) where clusters.list(b, holds: clusters.items[index]) {
      return true
    }
    return false
  }
}

extension PlaceFacts {
  init(_ place: Place, _ policy: Policy, _ names: Names) {
    self.init(
      easting: place.location?.easting ?? 0, northing: place.location?.northing ?? 0,
      located: place.location != nil, phase: names.phases.number(place.phase),
      sizeBand: place.pupils.map { Int8(clamping: policy.sizeBand(pupils: $0)) } ?? -1,
      mealsBand: place.freeMealsPermille.map { Int8(min(3, max(0, $0) / 100)) } ?? -1,
      rural: place.rural.map { $0 ? 1 : 0 } ?? -1,
      halfDaysPerHalfTerm: policy.release(of: place).halfDaysPerHalfTerm.count)
  }
}
