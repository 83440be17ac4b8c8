import Domain

/// Finds who can cover the posts that secondments open, and the posts whoever covers them opens, as deep as
/// chains may go.
///
/// A post is searched for once, however many placements open it: a school, a rung, a window and a share of full
/// time are all that matters. Posts are opened breadth first, so that one reached within a chain's length is
/// searched with all the links that are left to it.
struct CoverSearch {
  private let scorer: Scorer
  private let threads: Int
  private let longest: Int
  private let asked: Set<HeldPost>

  private var facts: Facts { scorer.facts }

  init(_ scorer: Scorer, threads: Int) {
    self.scorer = scorer
    self.threads = threads
    longest = scorer.facts.policy.joint.longestCoverChain
    asked = longest > 0 ? scorer.facts.askedPosts : []
  }

  func find(_ findings: inout JointFindings) {
    guard longest > 0, !facts.names.rungsToCover.isEmpty else { return }
    var posts = PostNumbers()
    openPosts(&findings, &posts)
    var searched = 0
    var level = 1
    while searched < findings.posts.count && level <= longest {
      let found = SeatSearch(scorer, asked: asked, endsHere: level == longest)
        .covers(of: Array(findings.posts[searched...]), threads: threads)
      searched = findings.posts.count
      for (list, post) in zip(found, (searched - found.count)...) {
        for cover in list { add(cover, to: &findings, post: post, &posts) }
        findings.coverStart.append(findings.covers.count)
      }
      level += 1
    }
    // Beyond a chain's end posts are opened that nobody has to cover: those of people who change places.
    while searched < findings.posts.count {
      findings.coverStart.append(findings.covers.count)
      searched += 1
    }
    ExchangeSearch(scorer).find(&findings)
  }

  private func openPosts(_ findings: inout JointFindings, _ posts: inout PostNumbers) {
    for need in facts.needs.facts.indices where !facts.needs.facts[need].isDeployment {
      let asked = facts.needs.facts[need]
      let window = facts.snapshot.needs[need].need.window
      for pair in findings.pairStart[need]..<findings.pairStart[need + 1] {
        let person = Int(findings.pairPerson[pair])
        guard facts.people.facts[Int(facts.order.rowOfPerson[person])].leavesPostToCover else {
          continue
        }
        findings.pairPost[pair] = number(person, window, asked.fte, &findings, &posts)
      }
    }
  }

  private func add(
    _ cover: SeatSearch.Found, to findings: inout JointFindings, post: Int,
    _ posts: inout PostNumbers
  ) {
    let opened = findings.posts[post]
    let opens =
      cover.opensPost
      ? number(Int(cover.person), opened.window, opened.fte.hundredths, &findings, &posts) : -1
    findings.covers.append(
      .init(person: cover.person, points: cover.points, opens: opens, stepsUp: cover.stepsUp))
  }

  /// The post a person leaves in a window, numbered as it is met; the person has a home and a post.
  private func number(
    _ person: Int, _ window: DaySpan, _ fte: Int32, _ findings: inout JointFindings,
    _ posts: inout PostNumbers
  ) -> Int32 {
    let fact = facts.people.facts[Int(facts.order.rowOfPerson[person])]
    let key = PostNumbers.Key(
      place: fact.home, role: fact.role, from: window.from.number, to: window.to.number, fte: fte)
    return posts.number(key) {
      findings.posts.append(
        OpenedPost(
          place: Int(fact.home), role: facts.names.rungs.name(fact.role), window: window,
          fte: FTE(hundredths: fte)))
    }
  }
}

/// Posts by what is the same about them, numbered as they are met.
struct PostNumbers {
  struct Key: Hashable {
    var place, role, from, to, fte: Int32
  }

  private var numbers: [Key: Int32] = [:]

  /// - Parameter open: called for a post that is met for the first time.
  mutating func number(_ key: Key, _ open: () -> Void) -> Int32 {
    if let known = numbers[key] { return known }
    let number = Int32(numbers.count)
    numbers[key] = number
    open()
    return number
  }
}
