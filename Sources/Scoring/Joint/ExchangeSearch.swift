import Domain

/// Finds people who could change places: they hold the very post a need fills, and could cover the post that
/// somebody leaves to fill it.
///
/// Only people whose own post would otherwise have to be covered are looked for: anybody else covers a post
/// without opening another, and an exchange is nothing special.
struct ExchangeSearch {
  private let scorer: Scorer
  private var facts: Facts { scorer.facts }

  init(_ scorer: Scorer) { self.scorer = scorer }

  func find(_ findings: inout JointFindings) {
    let holders = holders()
    guard !holders.isEmpty else { return }
    let looking = scorer.covering(findings.posts)
    for need in facts.needs.facts.indices {
      let asked = facts.needs.facts[need]
      guard let rows = holders[HeldPost(place: asked.place, role: asked.role)] else { continue }
      let pairs = findings.pairStart[need]..<findings.pairStart[need + 1]
      // Whoever holds a post of the same school steps up there and exchanges nothing.
      let posts = Set(findings.pairPost[pairs]).sorted().filter {
        $0 >= 0 && findings.posts[Int($0)].place != Int(asked.place)
      }
      for post in posts { add(rows, Int32(need), post, looking, &findings) }
    }
  }

  /// Rows of people by the post they hold, where a secondment asks for it.
  private func holders() -> [HeldPost: [Int]] {
    let asked = facts.askedPosts
    var holders: [HeldPost: [Int]] = [:]
    for person in facts.snapshot.people.indices {
      let row = Int(facts.order.rowOfPerson[person])
      let fact = facts.people.facts[row]
      if fact.leavesPostToCover && asked.contains(HeldPost(fact)) {
        holders[HeldPost(fact), default: []].append(row)
      }
    }
    return holders
  }

  private func add(
    _ rows: [Int], _ need: Int32, _ post: Int32, _ looking: Scorer,
    _ findings: inout JointFindings
  ) {
    let known = findings.covers(ofPost: Int(post))
    looking.facts.withRules { rules, criteria in
      for row in rows {
        let person = facts.order.personOfRow[row]
        guard !known.contains(where: { $0.person == person }),
          let points = Pair(looking.facts.flat, row: row, need: Int(post)).points(rules, criteria)
        else { continue }
        findings.exchanges.append(
          .init(need: need, post: post, person: person, points: Int32(clamping: points)))
      }
    }
  }
}
