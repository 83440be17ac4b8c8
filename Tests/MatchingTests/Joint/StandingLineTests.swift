import Domain
import Matching
import Testing

@Suite struct `A line of an earlier plan` {
  private func town() -> Town {
    var town = Town()
    let (home, school) = (town.school(), town.school())
    town.leader(at: home)
    town.leader(at: home)
    town.deployment(at: school)
    return town
  }

  private func line(_ need: String, _ person: Int32, isPinned: Bool = false) -> StandingLine {
    StandingLine(need: need, person: PersonNumber(person), isPinned: isPinned, plan: 7)
  }

  @Test func `that was published is worth the price of a change more, as a line of its own`() throws
  {
    var town = town()
    let before = try town.model().problem.value
    town.standing = [line("N1", 2)]
    let model = try town.model()
    #expect(model.problem.value == [before[0], before[1] + 100])
    #expect(!model.problem.isPinned.contains(true))
    let proposal = model.proposals(of: [1], town.lines)[0]
    #expect(
      proposal.lines.last == ScoreLine(.stays, points: 100, because: "Published in plan 7"))
    #expect(proposal.points == proposal.lines.reduce(0) { $0 + $1.points })
    #expect(proposal.points + 700 == Int(model.problem.value[1]))
  }

  @Test func `that is pinned stays, whatever it costs`() throws {
    var town = town()
    town.standing = [line("N1", 2), line("N1", 2, isPinned: true)]
    let model = try town.model()
    #expect(model.problem.isPinned == [false, true])
    #expect(model.problem.value[0] == model.problem.value[1])
    #expect(
      model.proposals(of: [1], town.lines)[0].lines.contains { $0.criterion == .stays } == false)
    #expect(BestParts(model.problem).chosen == [1])
  }

  @Test func `that cannot be any more is named`() throws {
    var town = town()
    town.people[0].prohibited = true
    town.standing = [
      line("N1", 1), line("N9", 2), line("N1", 99, isPinned: true),
    ]
    #expect(try town.model().unkept == town.standing)
  }

  @Test func `that is pinned beside more than fits is let go, the later first`() throws {
    var town = town()
    town.standing = [line("N1", 1, isPinned: true), line("N1", 2, isPinned: true)]
    let model = try town.model()
    #expect(model.problem.isPinned == [true, false])
    #expect(model.unkept == [line("N1", 2, isPinned: true)])
  }

  @Test func `that is pinned without anybody left to supervise it is let go`() throws {
    var town = town()
    for person in 0...1 { town.people[person].designations[0].completed = 0 }
    let supervisor = town.leader(at: 0, halfDays: 2, supervises: true)
    town.people[supervisor].designations[0].travelMiles = 0
    town.needs[0].open = 2
    town.standing = [line("N1", 1, isPinned: true), line("N1", 2, isPinned: true)]
    let model = try town.model()
    #expect(model.unkept == [line("N1", 2, isPinned: true)])
    #expect(try #require(BestParts(model.problem).chosen).count == 2)
  }

  @Test func `that is pinned while only the person themselves could cover is let go`() throws {
    var town = Town()
    let (home, other) = (town.school(cover: true), town.school())
    town.person(at: home, as: "Head", readyFor: "Head")
    town.secondment(at: other, as: "Head")
    town.standing = [line("N1", 1, isPinned: true)]
    town.policy.rulesOff[.ownSchool] = "for the test"
    for fte in [40, 100] as [Int32] {
      town.needs[0].need.fte = FTE(hundredths: fte)
      let model = try town.model()
      #expect(model.helping.map { model.problem.person[$0] } == [0], "they are ready for their own")
      #expect(model.unkept == town.standing)
      #expect(try solveJointly(model.problem).chosen == [])
    }
  }
}
