import Domain
import Foundation
import Testing

@testable import Scoring

/// Small worlds exhausted: every pair of every world is looked at. `TALENT_SOAK` multiplies them.
@Suite("What holds of every snapshot")
struct PropertyTests {
  static let worlds: [UInt64] = {
    let soak = ProcessInfo.processInfo.environment["TALENT_SOAK"] != nil
    return Array(1...(soak ? 20_000 : 150))
  }()

  struct Trial {
    var world: RandomWorld
    let snapshot: Snapshot
    let policy: Policy

    init(_ seed: UInt64) {
      world = RandomWorld(seed: seed)
      snapshot = world.snapshot()
      policy = world.policy()
    }

    var scorer: Scorer { Scorer(snapshot: snapshot, policy: policy) }
  }

  /// Every judgement, by need then person.
  private static func judgements(_ snapshot: Snapshot, _ policy: Policy) -> [[Judgement]] {
    let scorer = Scorer(snapshot: snapshot, policy: policy)
    return snapshot.needs.indices.map { need in
      snapshot.people.indices.map { scorer.judge(person: $0, need: need) }
    }
  }

  private static func bruteForce(_ snapshot: Snapshot, _ policy: Policy) -> Pairs {
    var pairs = Pairs()
    let scorer = Scorer(snapshot: snapshot, policy: policy)
    for (need, row) in judgements(snapshot, policy).enumerated() {
      for (person, judgement) in row.enumerated() {
        guard let points = judgement.points else { continue }
        pairs.pairPerson.append(Int32(person))
        pairs.pairPoints.append(Int32(points))
        pairs.pairDesignation.append(
          Pair(scorer.facts, person: person, need: need).usedIndex)
      }
      pairs.pairStart.append(pairs.pairPerson.count)
    }
    return pairs
  }

  @Test("pairs() holds exactly the pairs judge finds eligible, with the same points")
  func pairsAgreeWithJudge() {
    var eligible = 0
    for seed in Self.worlds {
      let trial = Trial(seed)
      let expected = Self.bruteForce(trial.snapshot, trial.policy)
      eligible += expected.pairPerson.count
      #expect(trial.scorer.pairs() == expected, "seed \(seed)")
    }
    #expect(eligible > Self.worlds.count / 2)
  }

  @Test("who can fill a need, and what somebody can fill, are rows and columns of the pairs")
  func rowsAndColumns() {
    for seed in Self.worlds {
      var world = RandomWorld(seed: seed)
      let (snapshot, policy) = (world.snapshot(), world.policy())
      let scorer = Scorer(snapshot: snapshot, policy: policy)
      let pairs = scorer.pairs()
      for need in snapshot.needs.indices {
        let found = scorer.eligiblePeople(for: need)
        let row = pairs.pairStart[need]..<pairs.pairStart[need + 1]
        #expect(found.map(\.person).sorted() == pairs.pairPerson[row].map(Int.init))
        #expect(found.map(\.points) == pairs.pairPoints[row].map(Int.init).sorted(by: >))
        for (person, points) in found {
          #expect(scorer.eligibleNeeds(of: person).contains { $0 == (need, points) })
        }
      }
      let total = snapshot.people.indices.reduce(0) { $0 + scorer.eligibleNeeds(of: $1).count }
      #expect(total == pairs.pairPerson.count)
    }
  }

  @Test("needs asked for alone are judged as among all")
  func someNeedsAlone() {
    for seed in Self.worlds {
      var world = RandomWorld(seed: seed)
      let (snapshot, policy) = (world.snapshot(), world.policy())
      let scorer = Scorer(snapshot: snapshot, policy: policy)
      let needs = snapshot.needs.indices.reversed().filter { $0 % 2 == 0 }
      let alone = scorer.asking(needs)
      for (index, need) in needs.enumerated() {
        for person in snapshot.people.indices {
          #expect(
            alone.judge(person: person, need: index) == scorer.judge(person: person, need: need))
        }
        #expect(
          alone.eligiblePeople(for: index).map(\.person)
            == scorer.eligiblePeople(for: need).map(\.person))
      }
    }
  }

  @Test("every rule bars and every criterion speaks somewhere in these worlds")
  func nothingIsIdle() {
    var met: Set<BarRule> = []
    var spoken: Set<Criterion> = []
    for seed in Self.worlds {
      let trial = Trial(seed)
      for judgement in Self.judgements(trial.snapshot, trial.policy).joined() {
        switch judgement {
        case .barred(let bars): met.formUnion(bars.map(\.rule))
        case .eligible(let lines): spoken.formUnion(lines.map(\.criterion))
        }
      }
    }
    #expect(met == Set(BarRule.allCases))
    #expect(spoken == Set(Criterion.weighted))
  }

  @Test("no sentence is empty and none has a hole in it")
  func sentences() {
    for seed in Self.worlds {
      let trial = Trial(seed)
      for judgement in Self.judgements(trial.snapshot, trial.policy).joined() {
        let sentences =
          switch judgement {
          case .barred(let bars): bars.map(\.because)
          case .eligible(let lines): lines.map(\.because)
          }
        for sentence in sentences {
          #expect(!sentence.isEmpty && !sentence.contains("  ") && !sentence.hasSuffix(" "))
        }
      }
    }
  }

  @Test("names and TRNs change nothing")
  func namesChangeNothing() {
    for seed in Self.worlds {
      let trial = Trial(seed)
      var renamed = trial.snapshot
      for index in renamed.people.indices {
        renamed.people[index].name = "Somebody \(renamed.people.count - index)"
        renamed.people[index].trn = TRN("10000\(10 + index)")
        renamed.people[index].number = PersonNumber(Int32(1000 - index))
      }
      #expect(
        Self.judgements(renamed, trial.policy) == Self.judgements(trial.snapshot, trial.policy))
    }
  }

  @Test("a rule turned off no longer bars, and no pair is lost by it")
  func ruleOff() {
    for seed in Self.worlds {
      let trial = Trial(seed)
      let rule = BarRule.allCases[Int(seed) % BarRule.allCases.count]
      var (on, off) = (trial.policy, trial.policy)
      on.rulesOff[rule] = nil
      off.rulesOff[rule] = "for the test"
      let before = Self.judgements(trial.snapshot, on).joined()
      let after = Self.judgements(trial.snapshot, off).joined()
      for (strict, lenient) in zip(before, after) {
        if case .barred(let bars) = lenient { #expect(!bars.contains { $0.rule == rule }) }
        if strict.points != nil { #expect(lenient.points != nil, "\(rule), seed \(seed)") }
      }
    }
  }

  @Test("twice the weight, twice the points, but for what rounding down had left over")
  func twiceTheWeight() {
    for seed in Self.worlds {
      let trial = Trial(seed)
      var doubled = trial.policy
      for criterion in Criterion.weighted { doubled.weights[criterion, default: 0] *= 2 }
      let before = Self.judgements(trial.snapshot, trial.policy).joined()
      let after = Self.judgements(trial.snapshot, doubled).joined()
      for case (.eligible(let once), .eligible(let twice)) in zip(before, after) {
        #expect(once.map(\.criterion) == twice.map(\.criterion))
        for (a, b) in zip(once, twice) {
          #expect(abs(b.points) - 2 * abs(a.points) >= 0)
          // Specialism rounds down twice: half the weight, and the share that fades.
          #expect(abs(b.points) - 2 * abs(a.points) <= (a.criterion == .specialism ? 2 : 1))
        }
      }
    }
  }

  @Test("the order of places, people and needs decides nothing")
  func orderDecidesNothing() {
    for seed in Self.worlds {
      var trial = Trial(seed)
      let people = trial.world.shuffled(Array(trial.snapshot.people.indices))
      let needs = trial.world.shuffled(Array(trial.snapshot.needs.indices))
      let places = trial.world.shuffled(Array(trial.snapshot.places.indices))
      let moved = trial.snapshot.reordered(places: places, people: people, needs: needs)
      let before = Self.judgements(trial.snapshot, trial.policy)
      let after = Self.judgements(moved, trial.policy)
      for (row, need) in needs.enumerated() {
        #expect(after[row] == people.map { before[need][$0] }, "seed \(seed)")
      }
      let scorer = Scorer(snapshot: moved, policy: trial.policy)
      #expect(scorer.whyNobody(need: 0) == trial.scorer.whyNobody(need: needs[0]))
    }
  }
}

extension Snapshot {
  /// The same snapshot with its rows in another order: row `i` was row `places[i]`, and so on.
  func reordered(places: [Int], people: [Int], needs: [Int]) -> Snapshot {
    func moved(_ place: Int) -> Int { places.firstIndex(of: place)! }
    var copy = self
    copy.places = places.map { self.places[$0] }
    copy.people = people.map { index in
      var person = self.people[index]
      person.home = person.home.map(moved)
      person.conflicts = person.conflicts.map(moved)
      person.hiddenFrom = person.hiddenFrom.map(moved)
      person.workedAt = person.workedAt.map(moved)
      return person
    }
    copy.needs = needs.map { index in
      var open = self.needs[index]
      open.place = moved(open.place)
      return open
    }
    return copy
  }
}
