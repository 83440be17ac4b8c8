import Domain

@testable import Resembling

/// A made-up pool of which it is known who is whom, in an error model of the literature.
struct KnownPool {
  private(set) var people: [Somebody] = []
  /// Of each person, by number less one, who it is: those of one number are one person.
  private(set) var truth: [Int] = []
  var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// Adds a record of a person.
  mutating func add(_ draft: Draft, of truth: Int) {
    var words = [draft.given, draft.middle, draft.family, draft.suffix].filter { !$0.isEmpty }
    if draft.isFamilyFirst { words.reverse() }
    if !draft.maiden.isEmpty { words.append("(née \(draft.maiden))") }
    guard draft.given + draft.family != "" else { return }
    let name = words.joined(separator: " ")
    people.append(
      Somebody(
        number: PersonNumber(Int32(people.count + 1)), name: name,
        folded: name.lowercased().replacing("é", with: "e"), trn: draft.trn, place: draft.place,
        role: draft.role, programmes: draft.programmes))
    self.truth.append(truth)
  }

  func isSame(_ a: PersonNumber, _ b: PersonNumber) -> Bool {
    truth[Int(a.number) - 1] == truth[Int(b.number) - 1]
  }

  /// Every two records of one person, by their positions.
  var samePairs: [(Int, Int)] {
    Dictionary(grouping: truth.indices, by: { truth[$0] }).values.flatMap { those in
      those.flatMap { a in those.filter { a < $0 }.map { (a, $0) } }
    }.sorted { $0 < $1 }
  }
}

/// A record before it is written down.
struct Draft {
  var isWoman = true
  var given = ""
  var middle = ""
  var family = ""
  var suffix = ""
  var maiden = ""
  var isFamilyFirst = false
  var trn: String?
  var place: String?
  var role: String?
  var programmes: [String] = []
  var livesWithTheNext = false
  /// Father or son of one who is called the same.
  var hasNamesakeAtHome = false
}
