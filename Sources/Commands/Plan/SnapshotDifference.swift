import Domain
import Reporting

/// What has changed between the data a plan was made from and another day's, counted by kind.
struct SnapshotDifference {
  let sentences: [String]

  init(then: Snapshot, now: Snapshot) {
    var sameDay = now
    sameDay.today = then.today
    if sameDay == then {
      sentences = []
      return
    }
    let homes = Homes(then, now)
    let needs = Self.changes(
      from: then.needs.map(\.need.reference), to: now.needs.map(\.need.reference)
    ) { then.needs[$0].isSame(as: now.needs[$1]) }
    let people = Self.changes(
      from: then.people.map(\.number.description), to: now.people.map(\.number.description)
    ) { homes.isSame(then.people[$0], as: now.people[$1]) }
    let places = Self.changes(
      from: then.places.map(\.key.description), to: now.places.map(\.key.description)
    ) { then.places[$0] == now.places[$1] }.filter { $0.kind == .changed }
    sentences =
      Self.sentences(needs, "need", plural: "needs")
      + Self.sentences(people, "person", plural: "people")
      + Self.sentences(places, "school", plural: "schools")
  }

  private enum Kind: String, CaseIterable { case changed, added, gone }

  /// What stands in one list of keys only, and what is in both but not the same.
  private static func changes(
    from old: [String], to new: [String], isSame: (_ old: Int, _ new: Int) -> Bool
  ) -> [(kind: Kind, key: String)] {
    let places = Dictionary(
      old.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var isGone = old.map { places[$0] != nil }
    var changes: [(kind: Kind, key: String)] = []
    for (index, key) in new.enumerated() {
      guard let before = places[key] else {
        changes.append((.added, key))
        continue
      }
      isGone[before] = false
      if !isSame(before, index) { changes.append((.changed, key)) }
    }
    changes += zip(old, isGone).filter(\.1).map { (kind: Kind.gone, key: $0.0) }
    return changes.sorted { ($0.key, $0.kind.rawValue) < ($1.key, $1.kind.rawValue) }
  }

  private static func sentences(
    _ changes: [(kind: Kind, key: String)], _ noun: String, plural: String
  ) -> [String] {
    Kind.allCases.compactMap { kind in
      let keys = changes.filter { $0.kind == kind }.map(\.key)
      guard !keys.isEmpty else { return nil }
      let few = keys.prefix(5).joined(separator: ", ") + (keys.count > 5 ? ", ..." : "")
      let count = Phrase.count(keys.count, noun, plural: plural)
      return "\(count) \(kind == .gone ? "no longer in the data" : kind.rawValue) since: \(few)"
    }
  }
}

extension OpenNeed {
  /// But for its place's index, which may differ between snapshots; the place itself may not.
  fileprivate func isSame(as other: OpenNeed) -> Bool { open == other.open && need == other.need }
}

/// Compares people of two snapshots, whose places may stand in different order.
private struct Homes {
  private let then: Snapshot
  private let now: Snapshot
  private let placesAreInOneOrder: Bool

  init(_ then: Snapshot, _ now: Snapshot) {
    self.then = then
    self.now = now
    placesAreInOneOrder = then.places.map(\.key) == now.places.map(\.key)
  }

  func isSame(_ one: Candidate, as other: Candidate) -> Bool {
    if placesAreInOneOrder, one == other { return true }
    return Homes.plain(one) == Homes.plain(other)
      && Homes.places(one, then) == Homes.places(other, now)
  }

  private static func plain(_ person: Candidate) -> Candidate {
    var plain = person
    plain.home = nil
    plain.conflicts = []
    plain.hiddenFrom = []
    plain.workedAt = []
    return plain
  }

  private static func places(_ person: Candidate, _ snapshot: Snapshot) -> [[PlaceKey]] {
    let homes = person.home.map { [$0] } ?? []
    return [homes, person.conflicts, person.hiddenFrom, person.workedAt].map { indexes in
      indexes.map { snapshot.places[$0].key }.sorted()
    }
  }
}
