import Domain
import Reporting

/// What has changed between the data a plan was made from and another day's, counted by kind.
struct SnapshotDifference {
  let sentences: [String]

  init(then: Snapshot, now: Snapshot) {
    let needs = Self.changes(
      from: then.needs.map { ($0.need.reference, Self.spoken($0)) },
      to: now.needs.map { ($0.need.reference, Self.spoken($0)) })
    let people = Self.changes(
      from: then.people.map { ($0.number.description, Self.spoken($0, in: then)) },
      to: now.people.map { ($0.number.description, Self.spoken($0, in: now)) })
    let places = Self.changes(
      from: then.places.map { ($0.key.description, $0) },
      to: now.places.map { ($0.key.description, $0) }
    ).filter { $0.kind == .changed }
    sentences =
      Self.sentences(needs, "need", plural: "needs")
      + Self.sentences(people, "person", plural: "people")
      + Self.sentences(places, "school", plural: "schools")
  }

  private enum Kind: String, CaseIterable { case changed, added, gone }

  private static func changes<Value: Hashable>(
    from old: [(String, Value)], to new: [(String, Value)]
  ) -> [(kind: Kind, key: String)] {
    let before = Dictionary(old, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new, uniquingKeysWith: { first, _ in first })
    let gone = before.keys.filter { after[$0] == nil }.map { (kind: Kind.gone, key: $0) }
    let others = after.compactMap { key, value -> (kind: Kind, key: String)? in
      guard let old = before[key] else { return (.added, key) }
      return old == value ? nil : (.changed, key)
    }
    return (gone + others).sorted { ($0.key, $0.kind.rawValue) < ($1.key, $1.kind.rawValue) }
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

  /// A need without its place's index, which may differ between snapshots.
  private static func spoken(_ open: OpenNeed) -> OpenNeed {
    var open = open
    open.place = 0
    return open
  }

  /// A person with the keys of places instead of indexes, which may differ between snapshots.
  private struct PlacedPerson: Hashable {
    var person: Candidate
    var places: [[PlaceKey]]
  }

  private static func spoken(_ person: Candidate, in snapshot: Snapshot) -> PlacedPerson {
    var plain = person
    plain.home = nil
    plain.conflicts = []
    plain.hiddenFrom = []
    plain.workedAt = []
    let homes = person.home.map { [$0] } ?? []
    return PlacedPerson(
      person: plain,
      places: [homes, person.conflicts, person.hiddenFrom, person.workedAt].map { indexes in
        indexes.map { snapshot.places[$0].key }.sorted()
      })
  }
}
