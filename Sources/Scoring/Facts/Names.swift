import Domain

/// Every list of names that rules and criteria compare.
///
/// Only names that a need, a place or the policy speaks of get a number of their own: a readiness
/// for a post nobody asks for can decide nothing.
struct Names: Sendable {
  /// Designations held or asked for.
  var roles = NameTable()
  /// Posts asked for by secondments, and those that people would leave to be covered.
  var rungs = NameTable()
  /// Numbers of the posts that people would leave to be covered, ascending.
  private(set) var rungsToCover: [Int32] = []
  /// Specialisms asked for and their neighbours.
  var specialisms = NameTable()
  var phases = NameTable()
  /// Behaviours asked for.
  var behaviours = NameTable()
  /// Clusters that places belong to.
  var clusters = NameTable()

  init(_ snapshot: Snapshot, _ policy: Policy) {
    // Thousands of needs name the same few.
    var (known, knownPhases): (Set<String>, Set<String>) = ([], [])
    for open in snapshot.needs {
      add(open.need)
      if let specialism = open.need.specialism, known.insert(specialism).inserted {
        specialisms.add(specialism, with: policy.relatedSpecialisms[specialism])
      }
      if let phase = open.need.phase ?? snapshot.places[open.place].phase,
        knownPhases.insert(phase).inserted
      {
        phases.add(phase, with: policy.adjacentPhases[phase])
      }
    }
    for place in snapshot.places {
      phases.add(place.phase)
      for cluster in place.clusters { clusters.add(cluster) }
    }
    let covering = Covering(snapshot, policy)
    var left: Set<Int32> = []
    for person in snapshot.people {
      for designation in person.designations { roles.add(designation.role) }
      if covering.leavesPostToCover(person) {
        rungs.add(person.role)
        left.insert(rungs.number(person.role))
      }
    }
    rungsToCover = left.sorted()
  }

  private mutating func add(_ need: Need) {
    switch need.kind {
    case .deployment: roles.add(need.role)
    case .secondment: rungs.add(need.role)
    }
    for behaviour in need.behaviours { behaviours.add(behaviour) }
  }
}

extension NameTable {
  fileprivate mutating func add(_ name: String, with neighbours: Set<String>?) {
    add(name)
    for neighbour in (neighbours ?? []).sorted() { add(neighbour) }
  }
}
