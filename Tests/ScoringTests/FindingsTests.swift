import Domain
import Foundation
import Testing

@testable import Scoring

/// What is found beside the pairs, held against judging everybody for everything. `TALENT_SOAK` multiplies the
/// worlds.
@Suite("What a joint plan can be made of")
struct FindingsTests {
  struct Trial {
    let snapshot: Snapshot
    let policy: Policy
    let scorer: Scorer
    let findings: JointFindings

    init(_ seed: UInt64, considered: Int = 2) {
      var world = RandomWorld(seed: seed)
      snapshot = world.snapshot()
      var policy = world.policy()
      policy.joint.coversConsidered = considered
      // What bars most pairs for reasons of their own is out of the way.
      for rule in [BarRule.travel, .phase, .specialism] { policy.rulesOff[rule] = "for the test" }
      self.policy = policy
      scorer = Scorer(snapshot: snapshot, policy: policy)
      findings = scorer.findings()
    }

    func leavesPost(_ person: Int) -> Bool {
      let person = snapshot.people[person]
      guard policy.rulesOff[.cover] == nil, person.role != nil, let home = person.home else {
        return false
      }
      return snapshot.places[home].release?.coverNeeded == true
    }

    func pairs(ofNeed need: Int) -> Range<Int> {
      findings.pairStart[need]..<findings.pairStart[need + 1]
    }

    /// How far down a chain each post is reached, from 1.
    var levels: [Int] {
      var levels = findings.posts.map { _ in Int.max }
      for post in findings.pairPost where post >= 0 { levels[Int(post)] = 1 }
      // Posts are numbered as they are met, the nearest first.
      for post in findings.posts.indices {
        for cover in findings.covers(ofPost: post) where cover.opens >= 0 {
          levels[Int(cover.opens)] = min(levels[Int(cover.opens)], levels[post] + 1)
        }
      }
      return levels
    }

    /// Everybody who can cover a post, the most points first.
    func covers(of post: OpenedPost) -> [(person: Int, points: Int)] {
      snapshot.people.indices.compactMap { person in
        scorer.judge(person: person, covering: post).points.map { (person, $0) }
      }.sorted { ($0.points, $1.person) > ($1.points, $0.person) }
    }
  }

  /// Four times as many as elsewhere: what is looked for here is rarer.
  static let worlds: ClosedRange<UInt64> = 1...UInt64(4 * PropertyTests.worlds.count)

  @Test("the pairs are those of pairs(), and two threads find what one finds")
  func pairsAndThreads() {
    for seed in Self.worlds {
      let trial = Trial(seed)
      let pairs = trial.scorer.pairs()
      #expect(trial.findings.pairStart == pairs.pairStart)
      #expect(trial.findings.pairPerson == pairs.pairPerson)
      #expect(trial.findings.pairPoints == pairs.pairPoints)
      #expect(trial.findings.pairDesignation == pairs.pairDesignation)
      #expect(trial.scorer.findings(threads: 1) == trial.findings)
    }
  }

  @Test("a first deployment asks for what its pair asks for, also where a rule bars the pair")
  func firstDeployments() {
    var (paired, barred) = (0, 0)
    for seed in Self.worlds {
      let trial = Trial(seed)
      let (findings, needs) = (trial.findings, trial.snapshot.needs.indices)
      for (need, person) in needs.flatMap({ n in trial.snapshot.people.indices.map { (n, $0) } }) {
        let first = trial.scorer.firstDeployment(person: person, need: need)
        guard
          let pair = trial.pairs(ofNeed: need).first(where: {
            Int(findings.pairPerson[$0]) == person
          })
        else {
          barred += first == nil ? 0 : 1
          continue
        }
        #expect((first == nil) == (findings.pairFirst[pair] < 0), "world \(seed)")
        guard let first else { continue }
        let asked = Int(findings.pairFirst[pair])
        #expect(first.firsts == [findings.firsts[asked]], "world \(seed)")
        #expect(
          first.supervisors
            == findings.supervisors(ofFirst: asked).filter { Int($0.person) != person },
          "world \(seed)")
        paired += 1
      }
    }
    #expect(paired > 50 && barred > 50)
  }

  @Test("a pair opens a post when its home asks for cover and its own post is known")
  func openedPosts() {
    var opened = 0
    for seed in Self.worlds {
      let trial = Trial(seed)
      for (need, open) in trial.snapshot.needs.enumerated() {
        for pair in trial.pairs(ofNeed: need) {
          let person = Int(trial.findings.pairPerson[pair])
          let opens = open.need.kind == .secondment && trial.leavesPost(person)
          #expect((trial.findings.pairPost[pair] >= 0) == opens, "seed \(seed)")
          guard opens else { continue }
          opened += 1
          #expect(
            trial.findings.posts[Int(trial.findings.pairPost[pair])]
              == OpenedPost(
                place: trial.snapshot.people[person].home ?? -1,
                role: trial.snapshot.people[person].role ?? "", window: open.need.window,
                fte: open.need.fte ?? FTE(hundredths: 100)))
        }
      }
    }
    #expect(opened > 5)
  }

  @Test(
    "the covers of a post are the best of everybody who could be, and of those who open no post")
  func covers() {
    var (found, stepsUp, opens) = (0, 0, 0)
    for seed in Self.worlds {
      let trial = Trial(seed)
      for (number, post) in trial.findings.posts.enumerated() {
        let all = trial.covers(of: post)
        let listed = trial.findings.covers(ofPost: number)
        let level = trial.levels[number]
        guard level <= trial.policy.joint.longestCoverChain else {
          #expect(level == trial.policy.joint.longestCoverChain + 1 && listed.isEmpty)
          continue
        }
        let closing = all.filter {
          !trial.leavesPost($0.person) || trial.snapshot.people[$0.person].home == post.place
        }
        let listedClosing = listed.filter { $0.opens < 0 }.map { Int($0.person) }
        #expect(listedClosing.starts(with: closing.prefix(2).map(\.person)), "seed \(seed)")
        if level < trial.policy.joint.longestCoverChain {
          #expect(listed.prefix(2).map { Int($0.person) } == all.prefix(2).map(\.person))
        }
        for cover in listed {
          found += 1
          #expect(all.contains { $0.person == Int(cover.person) && $0.points == Int(cover.points) })
          #expect(cover.stepsUp == (trial.snapshot.people[Int(cover.person)].home == post.place))
          if cover.stepsUp { stepsUp += 1 }
          guard cover.opens >= 0 else { continue }
          opens += 1
          let next = trial.findings.posts[Int(cover.opens)]
          #expect(next.place == trial.snapshot.people[Int(cover.person)].home)
          #expect(next.window == post.window && next.fte == post.fte)
        }
      }
    }
    #expect(found > 20 && stepsUp > 0 && opens > 0, "\(found) \(stepsUp) \(opens)")
  }

  @Test("nobody covers their own post, and nobody steps up to the rung they stand on")
  func ownPost() {
    for seed in Self.worlds {
      let trial = Trial(seed)
      for (number, post) in trial.findings.posts.enumerated() {
        for cover in trial.findings.covers(ofPost: number) {
          let person = trial.snapshot.people[Int(cover.person)]
          #expect(
            person.home != post.place || person.role != post.role
              || trial.policy.rulesOff[.ownSchool] != nil)
        }
      }
    }
  }

  @Test("first deployments are those in a designation without one completed, while the rule is on")
  func firsts() {
    var firsts = 0
    for seed in Self.worlds {
      let trial = Trial(seed)
      for need in trial.snapshot.needs.indices {
        for pair in trial.pairs(ofNeed: need) {
          let person = trial.snapshot.people[Int(trial.findings.pairPerson[pair])]
          let used = trial.findings.pairDesignation[pair]
          let role = used < 0 ? nil : person.designations[Int(used)].role
          let isNew =
            role != nil && !person.designations.contains { $0.role == role && $0.completed > 0 }
          let isFirst = isNew && trial.policy.rulesOff[.supervisedFirst] == nil
          let first = trial.findings.pairFirst[pair]
          #expect((first >= 0) == isFirst, "seed \(seed)")
          guard isFirst else { continue }
          firsts += 1
          #expect(
            trial.findings.firsts[Int(first)].alliance == person.designations[Int(used)].alliance)
          #expect(trial.findings.firsts[Int(first)].need == Int32(need))
        }
      }
    }
    #expect(firsts > 5)
  }

  @Test(
    "supervisors hold a designation of the alliance that supervises, and have completed one in it")
  func supervisors() {
    var found = 0
    for seed in Self.worlds {
      let trial = Trial(seed)
      for (number, first) in trial.findings.firsts.enumerated() {
        let need = trial.snapshot.needs[Int(first.need)]
        let people = trial.findings.supervisors(ofFirst: number).map(\.person)
        #expect(people == Set(people).sorted())
        for supervisor in trial.findings.supervisors(ofFirst: number) {
          found += 1
          let person = trial.snapshot.people[Int(supervisor.person)]
          let term = person.designations[Int(supervisor.designation)]
          #expect(term.supervises && term.alliance == first.alliance)
          #expect(person.designations.contains { $0.role == term.role && $0.completed > 0 })
          let isHeld = (0..<need.need.window.days).allSatisfy { index in
            let day = need.need.window.from.adding(days: index)
            return person.designations.contains {
              $0.role == term.role && $0.supervises && $0.alliance == term.alliance
                && $0.since <= day && ($0.until.map { day <= $0 } ?? true)
            }
          }
          #expect(isHeld && term.since <= need.need.window.to)
          if trial.policy.rulesOff[.hidden] == nil {
            #expect(!person.hiddenFrom.contains(need.place))
          }
        }
      }
    }
    #expect(found > 5)
  }
}
