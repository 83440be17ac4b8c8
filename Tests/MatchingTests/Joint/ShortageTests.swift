import Domain
import Matching
import Testing

@Suite struct `A shortage of people` {
  /// So many needs of 10 half-days at one school, and people who have days for one each.
  private func town(needs: Int, people: Int) -> Town {
    var town = Town()
    let school = town.school()
    for _ in 0..<people { town.leader(at: town.school(), halfDays: 10) }
    for _ in 0..<needs { town.deployment(at: school, priority: .mustFill) }
    return town
  }

  private func shortage(_ town: Town, ofNeed need: Int) throws -> (Shortage?, JointModel) {
    let model = try town.model()
    let chosen = try #require(BestParts(model.problem).chosen)
    return (Shortages(model.problem, chosen: chosen).shortage(ofRow: need), model)
  }

  private func unfilled(_ town: Town) throws -> [Int] {
    let model = try town.model()
    let chosen = try #require(BestParts(model.problem).chosen)
    return town.needs.indices.filter { need in
      let filled = chosen.count {
        if case .placement(need, _, _) = model.meaning(ofPart: $0) { true } else { false }
      }
      return filled < Int(town.needs[need].open)
    }
  }

  @Test func `names the needs and the people they share`() throws {
    let town = town(needs: 4, people: 3)
    let need = try #require(try unfilled(town).first)
    let (shortage, model) = try shortage(town, ofNeed: need)
    let found = try #require(shortage)
    #expect(found.rows == [0, 1, 2, 3] && found.units == 4)
    #expect(found.people == [0, 1, 2] && found.most == 3)
    #expect(!found.lacksHelp)
    #expect(
      found.limits.map { model.meaning(ofLimit: $0) }
        == (0..<3).map { .days(person: $0, role: "SLE", schoolYear: day("2026-09-01")) })
  }

  @Test func `leaves out needs that others can fill`() throws {
    var town = town(needs: 3, people: 2)
    let far = town.school()
    town.places[far].location = Location(easting: 480_000, northing: 300_000)
    let there = town.school()
    town.places[there].location = Location(easting: 481_000, northing: 300_000)
    town.leader(at: there, halfDays: 10)
    town.deployment(at: far, priority: .mustFill)
    let need = try #require(try unfilled(town).first)
    let found = try #require(try shortage(town, ofNeed: need).0)
    #expect(found.rows == [0, 1, 2] && found.people == [0, 1])
  }

  @Test func `says when a home's release is what binds`() throws {
    var town = Town()
    let (home, school) = (town.school(halfDays: 12), town.school())
    town.leader(at: home)
    town.leader(at: home)
    for _ in 0..<2 { town.deployment(at: school, priority: .mustFill) }
    let need = try #require(try unfilled(town).first)
    let (shortage, model) = try shortage(town, ofNeed: need)
    let found = try #require(shortage)
    #expect(found.most == 1 && found.units == 2 && found.people == [0, 1])
    #expect(found.limits.map { model.meaning(ofLimit: $0) } == [.homeDays(place: home, part: 1)])
    town.places[home].release = Release(
      halfDaysPerHalfTerm: HalfDays(40), outAtOnce: 1, coverNeeded: false)
    town.policy.joint.mostPercentOfAverage = 100
    let out = try #require(try self.shortage(town, ofNeed: need).0)
    #expect(out.most == 1)
  }

  @Test func `says when supervisors are what is short`() throws {
    var town = Town()
    let (home, school) = (town.school(), town.school())
    for _ in 0..<3 { town.leader(at: home, isNew: true) }
    let supervisor = town.leader(at: home, halfDays: 3, supervises: true)
    town.people[supervisor].designations[0].travelMiles = 0
    for _ in 0..<2 { town.deployment(at: school, priority: .mustFill) }
    let need = try #require(try unfilled(town).first)
    let (shortage, model) = try shortage(town, ofNeed: need)
    let found = try #require(shortage)
    #expect(found.lacksHelp && found.most == 1 && found.units == 2)
    #expect(
      found.limits.map { model.meaning(ofLimit: $0) }
        == [.days(person: supervisor, role: "SLE", schoolYear: day("2026-09-01"))])
  }

  @Test func `is a need alone when nobody could ever fill it`() throws {
    let town = town(needs: 1, people: 0)
    let found = try #require(try shortage(town, ofNeed: 0).0)
    #expect(found.rows == [0] && found.units == 1 && found.most == 0)
    #expect(found.people.isEmpty && found.limits.isEmpty && !found.lacksHelp)
  }

  @Test func `is nothing where somebody is free`() throws {
    let model = try town(needs: 1, people: 1).model()
    #expect(Shortages(model.problem, chosen: []).shortage(ofRow: 0) == nil)
  }

  @Test func `is always true, and found where people alone are short`() throws {
    var (found, missed) = (0, 0)
    for seed in UInt64(1)...150 {
      var random = SeededRandom(seed: seed)
      var town = Town(&random)
      for need in town.needs.indices where random.number(0...2) > 0 {
        town.needs[need].need.priority = .mustFill
      }
      let model = try town.model()
      guard model.problem.parts.count <= 14, let chosen = BestParts(model.problem).chosen else {
        continue
      }
      let shortages = Shortages(model.problem, chosen: chosen)
      for need in town.needs.indices where town.needs[need].need.priority == .mustFill {
        let filled = chosen.count { part in
          model.problem.links(ofPart: part).contains { Int($0.row) == need && $0.coefficient == 1 }
        }
        guard filled < Int(town.needs[need].open) else { continue }
        guard let shortage = shortages.shortage(ofRow: need) else {
          missed += 1
          continue
        }
        found += 1
        #expect(shortage.rows.contains(need) && shortage.most < shortage.units)
        #expect(mostFilled(shortage.rows, model.problem) <= shortage.most, "seed \(seed)")
      }
    }
    #expect(found > 30 && missed * 4 < found, "\(found) found, \(missed) not")
  }

  /// Units of some needs that any allowed plan fills at most, by trying every one.
  private func mostFilled(_ rows: [Int], _ problem: JointProblem) -> Int {
    var most = 0
    for bits in 0..<(1 << problem.parts.count) {
      let tried = problem.parts.filter { bits >> $0 & 1 == 1 }
      let filled = tried.count { part in
        problem.links(ofPart: part).contains { rows.contains(Int($0.row)) && $0.coefficient == 1 }
      }
      if filled > most && problem.allows(tried) { most = filled }
    }
    return most
  }
}
