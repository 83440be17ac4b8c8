import Domain
import Foundation
import Matching
import Scoring
import Testing

/// Random small worlds in which a plan may do some twenty things: whatever the model allows, the rules said
/// plainly allow, and the other way round. `TALENT_SOAK` multiplies the worlds.
@Suite struct `The joint model and the rules said plainly` {
  private static let worlds: Range<UInt64> = {
    let soak = ProcessInfo.processInfo.environment["TALENT_SOAK"] != nil
    return 1..<(soak ? 10_001 : 201)
  }()

  @Test func `agree about every choice of parts`() throws {
    var (allowed, refused, helped) = (0, 0, 0)
    for seed in Self.worlds {
      var random = SeededRandom(seed: seed)
      let town = Town(&random)
      let model = try town.model()
      let rules = PlainRules(model, town.policy)
      helped += model.helping.count
      for _ in 0..<60 {
        let chosen = choice(of: model.problem, &random)
        let isAllowed = model.problem.allows(chosen)
        #expect(
          isAllowed == rules.allow(chosen),
          "seed \(seed): \(chosen.map { model.meaning(ofPart: $0) })")
        if isAllowed { allowed += 1 } else { refused += 1 }
      }
    }
    #expect(allowed > Self.worlds.count * 5 && refused > Self.worlds.count * 5)
    #expect(helped > Self.worlds.count)
  }

  @Test func `turn every allowed choice into proposals and back`() throws {
    for seed in Self.worlds {
      var random = SeededRandom(seed: seed)
      let town = Town(&random)
      let model = try town.model()
      for _ in 0..<10 {
        let chosen = choice(of: model.problem, &random)
        guard model.problem.allows(chosen) else { continue }
        let proposals = model.proposals(of: chosen, town.lines)
        guard case .success(let claimed) = model.chosen(claimedBy: proposals) else {
          Issue.record("seed \(seed): \(model.chosen(claimedBy: proposals))")
          continue
        }
        // What nobody asked for is left out, and costs and wins nothing by that.
        #expect(Set(claimed).isSubset(of: chosen) || worth(claimed, model) >= worth(chosen, model))
        #expect(model.problem.allows(claimed), "seed \(seed)")
        let points = proposals.reduce(0) { sum, proposal in
          sum + proposal.points + proposal.covers.reduce(0) { $0 + $1.points }
        }
        let penalties = claimed.reduce(0) { sum, part in
          guard case .placement(let need, _, _) = model.meaning(ofPart: part) else { return sum }
          return sum + (town.policy.penalties[town.needs[need].need.priority] ?? 0)
        }
        #expect(points + penalties == worth(claimed, model), "seed \(seed)")
      }
    }
  }

  @Test func `hold problems of the shape the contract asks for`() throws {
    for seed in Self.worlds {
      var random = SeededRandom(seed: seed)
      let problem = try Town(&random).model().problem
      #expect(problem.homeStart.last == Int32(problem.parts.count))
      #expect(problem.limitStart.last == Int32(problem.limits.count))
      var homeOf: [Int32: Int] = [:]
      for home in problem.homes {
        for part in problem.parts(ofHome: home) {
          #expect(homeOf[problem.person[part], default: home] == home)
          homeOf[problem.person[part]] = home
          let uses = problem.uses(ofPart: part).map { Int($0.limit) }
          #expect(
            uses == Set(uses).sorted() && uses.allSatisfy(problem.limits(ofHome: home).contains))
          #expect(problem.uses(ofPart: part).allSatisfy { $0.amount >= 1 })
          let rows = problem.links(ofPart: part).map(\.row)
          #expect(rows == Set(rows).sorted() && rows.allSatisfy { $0 < problem.rowCapacity.count })
        }
      }
      for limit in problem.limits.indices {
        let users = problem.parts.filter { part in
          problem.uses(ofPart: part).contains { Int($0.limit) == limit }
        }
        let most =
          problem.limits[limit].countsPeople
          ? Set(users.map { problem.person[$0] }).count
          : users.reduce(0) { sum, part in
            sum
              + problem.uses(ofPart: part).reduce(0) {
                $0 + (Int($1.limit) == limit ? Int($1.amount) : 0)
              }
          }
        #expect(most > Int(problem.limits[limit].capacity), "it could not bind")
      }
    }
  }

  /// Half of the choices keep what is asked for together, so that many are allowed.
  private func choice(of problem: JointProblem, _ random: inout SeededRandom) -> [Int] {
    let odds = Int.random(in: 1...6, using: &random)
    var chosen: [Int] = []
    for part in problem.parts.shuffled(using: &random)
    where Int.random(in: 0..<6, using: &random) < odds {
      chosen.append(part)
      if odds < 4 && !problem.allows(chosen) && problem.links(ofPart: part).count == 1 {
        chosen.removeLast()
      }
    }
    return chosen.sorted()
  }

  private func worth(_ chosen: [Int], _ model: JointModel) -> Int {
    chosen.reduce(0) { $0 + Int(model.problem.value[$1]) }
  }
}

extension Town {
  /// A world of a few schools in which every rule of planning together has something to say.
  init(_ random: inout SeededRandom) {
    func pick(_ range: ClosedRange<Int32>) -> Int32 { Int32.random(in: range, using: &random) }
    func chance(_ percent: Int) -> Bool { Int.random(in: 1...100, using: &random) <= percent }
    self.init()
    let windows = [
      Town.autumn, Town.spring, span("2026-12-07", "2027-01-15"), span("2027-09-06", "2027-10-01"),
    ]
    let posts = ["Head", "Deputy", "Middle leader"]
    for _ in 0..<pick(2...4) {
      school(
        halfDays: pick(4...14), out: pick(1...2), cover: chance(50),
        alliance: chance(70) ? "Fenland" : "Wold")
    }
    func somewhere(_ random: inout SeededRandom) -> Int {
      Int.random(in: 0..<places.count, using: &random)
    }
    for number in 0..<pick(3...6) {
      let home = somewhere(&random)
      let index = leader(
        at: home, halfDays: Int32.random(in: 6...20, using: &random),
        isNew: Int.random(in: 0...2, using: &random) == 0,
        supervises: Bool.random(using: &random), alliance: places[home].clusters[0])
      people[index].role =
        Int.random(in: 0...3, using: &random) == 0
        ? nil : posts[Int.random(in: 0...2, using: &random)]
      people[index].readiness = posts.filter { _ in Bool.random(using: &random) }
        .map { Readiness(post: $0, level: "Ready now", judgedOn: day("2026-03-02")) }
      guard Int.random(in: 0...3, using: &random) == 0 else { continue }
      let promised =
        Bool.random(using: &random)
        ? Commitment(
          kind: .deployment, window: windows[Int.random(in: 0...2, using: &random)],
          halfDays: HalfDays(2), role: "SLE",
          isSupervising: Bool.random(using: &random), person: PersonNumber(Int32(number + 1)))
        : Commitment(
          kind: .secondment, window: windows[Int.random(in: 0...2, using: &random)],
          fte: FTE(hundredths: 50),
          person: Bool.random(using: &random) ? PersonNumber(Int32(number + 1)) : nil)
      places[home].running.append(promised)
      people[index].commitments.append(promised)
    }
    for _ in 0..<Int.random(in: 2...4, using: &random) {
      let window = windows[Int.random(in: 0...3, using: &random)]
      let (place, open) = (somewhere(&random), Int32.random(in: 1...2, using: &random))
      if Bool.random(using: &random) {
        deployment(
          at: place, halfDays: Int32.random(in: 1...8, using: &random), in: window, open: open)
      } else {
        secondment(
          at: place, as: posts[Int.random(in: 0...2, using: &random)],
          fte: [40, 60, 100][Int.random(in: 0...2, using: &random)],
          in: window, open: open)
      }
    }
    if Int.random(in: 0...3, using: &random) == 0 { policy.joint.mostPercentOfAverage = 150 }
    if Int.random(in: 0...3, using: &random) == 0 { policy.joint.mostPercentOfDays = 80 }
    policy.joint.supervisingHalfDaysAYear = HalfDays(Int32.random(in: 2...6, using: &random))
    policy.joint.longestCoverChain = Int.random(in: 1...3, using: &random)
    for rule in [BarRule.days, .fullTime, .release, .cover, .supervisedFirst]
    where Int.random(in: 0...6, using: &random) == 0 { policy.rulesOff[rule] = "for the test" }
  }
}
