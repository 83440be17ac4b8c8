import Domain

@testable import Resembling

/// How well the pairs found of a pool are those of one person.
struct Measured {
  private(set) var shown = 0
  private(set) var shownRightly = 0
  private(set) var offered = 0
  private(set) var offeredWrongly: [Resemblance] = []
  private(set) var missed: [(Int, Int)] = []
  /// Missed, and nobody could have known: for one of the two a third agrees as well in everything, or both
  /// number and place say that they are two.
  private(set) var unknowable = 0
  let samePairs: Int

  init(_ pool: KnownPool) {
    let found = resemblances(in: Pool(pool.people))
    shown = found.count
    var met: Set<[Int]> = []
    for pair in found {
      let isSame = pool.isSame(pair.first, pair.second)
      if isSame { met.insert([Int(pair.first.number) - 1, Int(pair.second.number) - 1]) }
      if pair.isMergeOffered {
        offered += 1
        if !isSame { offeredWrongly.append(pair) }
      }
    }
    shownRightly = met.count
    let same = pool.samePairs
    samePairs = same.count
    let told = pool.people.map { Told($0) }
    for (a, b) in same where !met.contains([a, b]) {
      // Whether another person's record agrees with one of the two as well as they do with one another.
      let isOneOfSeveral = [(a, b), (b, a)].contains { one, other in
        told.indices.contains {
          pool.truth[$0] != pool.truth[one]
            && told[one].agrees(with: told[$0], asWellAs: told[other])
        }
      }
      if isOneOfSeveral || told[a].isAnother(than: told[b]) {
        unknowable += 1
      } else {
        missed.append((a, b))
      }
    }
  }

  /// Of the pairs that can be known at all, how many are shown.
  var recall: Double {
    Double(shownRightly) / Double(max(1, samePairs - unknowable))
  }
  var recallOfAll: Double { Double(shownRightly) / Double(max(1, samePairs)) }
}

/// What a record says, field by field, judged as plainly as can be.
private struct Told {
  let given, family: String?
  let person: Somebody

  init(_ person: Somebody) {
    let words = person.folded.split(separator: " ").map(String.init)
    (given, family) = (words.first, words.count > 1 ? words.last : nil)
    self.person = person
  }

  /// Whether one agrees with this as well as another does, in every field.
  func agrees(with one: Told, asWellAs other: Told) -> Bool {
    let fields: [(Told) -> Int] = [
      { Self.same(person.place, $0.person.place) }, { Self.same(person.role, $0.person.role) },
      { Self.alike(person.trn, $0.person.trn) }, { names($0, given) }, { names($0, family) },
    ]
    return fields.allSatisfy { $0(one) >= $0(other) }
  }

  func isAnother(than other: Told) -> Bool {
    Self.same(person.place, other.person.place) == 0
      && Self.alike(person.trn, other.person.trn) == 0
  }

  private func names(_ other: Told, _ word: String?) -> Int {
    max(Self.alike(word, other.given), Self.alike(word, other.family))
  }

  /// Two for the same, one for not told, none for another.
  private static func same(_ a: String?, _ b: String?) -> Int {
    a == nil || b == nil ? 1 : a == b ? 2 : 0
  }

  /// One also for alike.
  private static func alike(_ a: String?, _ b: String?) -> Int {
    guard let a, let b else { return 1 }
    return a == b ? 2 : slips(a, b, atMost: 2) != nil ? 1 : 0
  }
}
