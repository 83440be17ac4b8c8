import Domain
import Explaining
import Scoring

/// Which needs of a large plan, and which people, have to do with a question about some of them.
///
/// Whoever could fill the needs asked about best is followed to where the plan sends them, and from there to what
/// else they could fill, places left open first; each need then brings those who could fill it best.
struct PieceChoice {
  private(set) var needs: Set<Int>
  private(set) var people: Set<Int>
  private let whole: WholePlan

  private static let mostNeeds = 24
  /// People who are followed beside those named and chosen, for all needs asked about together.
  private static let followed = 6
  /// What each of them could do instead.
  private static let othersEach = 4
  private static let candidatesEach = 16
  /// Of those who could cover a post, and of those who could without leaving one to be covered.
  private static let coversEach = 4

  init(_ whole: WholePlan, about asked: [Int], people named: [Int]) {
    self.whole = whole
    needs = Set(asked)
    people = Set(named)
    let lines = whole.lines
    let filled = lines.reduce(into: [Int: Int]()) { $0[$1.need, default: 0] += 1 }
    for person in follow(asked, lines) {
      people.insert(person)
      let own = lines.filter { $0.person == person }.map(\.need)
      for need in own + others(for: person, filled) where needs.count < Self.mostNeeds + asked.count
      {
        needs.insert(need)
      }
    }
    addCandidates(asked: Set(asked))
    addCompany()
  }

  /// Those named, those the plan places at what is asked about, and those who could fill it best.
  private func follow(_ asked: [Int], _ lines: [(need: Int, person: Int)]) -> [Int] {
    var followed = people.sorted()
    for need in asked {
      followed += lines.filter { $0.need == need }.map(\.person)
      followed += whole.scorer.eligiblePeople(for: need)
        .prefix(max(1, Self.followed / asked.count)).map(\.person)
    }
    var seen: Set<Int> = []
    return followed.filter { seen.insert($0).inserted }
  }

  /// What else somebody could do: places left open first, then the most points.
  private func others(for person: Int, _ filled: [Int: Int]) -> [Int] {
    whole.scorer.eligibleNeeds(of: person).map { need, points in
      let isOpen = Int(whole.snapshot.needs[need].open) > filled[need] ?? 0
      return (key: (isOpen ? 0 : 1, -points, need), need: need)
    }.sorted { $0.key < $1.key }.prefix(Self.othersEach).map(\.need)
  }

  /// Of what is asked about everybody who could fill it, of the others the best.
  private mutating func addCandidates(asked: Set<Int>) {
    for need in needs {
      let found = whole.scorer.eligiblePeople(for: need)
      people.formUnion(
        found.prefix(asked.contains(need) ? found.count : Self.candidatesEach).map(\.person))
    }
  }

  /// Who could supervise those considered, and who could cover the posts they leave, and so on down.
  private mutating func addCompany() {
    let findings = whole.scorer.asking(needs.sorted()).findings()
    var posts: [Int32] = []
    for pair in findings.pairPerson.indices where people.contains(Int(findings.pairPerson[pair])) {
      let first = Int(findings.pairFirst[pair])
      if first >= 0 {
        people.formUnion(findings.supervisors(ofFirst: first).map { Int($0.person) })
      }
      if findings.pairPost[pair] >= 0 { posts.append(findings.pairPost[pair]) }
    }
    var seen: Set<Int32> = []
    while let post = posts.popLast() {
      guard seen.insert(post).inserted else { continue }
      let covers = findings.covers(ofPost: Int(post))
      let closing = covers.filter { $0.opens < 0 }
      for cover in covers.prefix(Self.coversEach) + closing.prefix(Self.coversEach) {
        people.insert(Int(cover.person))
        if cover.opens >= 0 { posts.append(cover.opens) }
      }
    }
  }
}
