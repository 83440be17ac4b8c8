import Domain
import Matching
import Testing

@Suite struct `A post that a secondment opens` {
  /// Ada, deputy at a school that asks for cover, could head another school.
  private func town() -> Town {
    var town = Town()
    town.school(cover: true)
    town.school(cover: true)
    town.person(at: 0, as: "Deputy", readyFor: "Head")
    town.secondment(at: 1, as: "Head")
    return town
  }

  private func covers(_ model: JointModel) -> [String] {
    model.helping.map { part in
      guard
        case .cover(_, let person, let whose, let post, let way, let level) = model.meaning(
          ofPart: part)
      else { return "no cover" }
      return "\(level): person \(person + 1) \(way.rawValue), \(post.role) for person \(whose + 1)"
    }
  }

  @Test func `that nobody can cover keeps the person at home`() throws {
    let model = try town().model()
    #expect(model.pair(need: 0, person: 0) != nil)
    #expect(model.problem.parts.isEmpty)
    let post = OpenedPost(place: 0, role: "Deputy", window: Town.autumn, fte: FTE(hundredths: 100))
    #expect(model.lack(need: 0, person: 0) == .cover(of: post))
    var off = town()
    off.policy.rulesOff[.cover] = "for the test"
    #expect(try off.model().problem.parts.count == 1)
    var unknown = town()
    unknown.people[0].role = nil
    #expect(try unknown.model().problem.parts.count == 1)
    var none = town()
    none.places[0].release?.coverNeeded = false
    #expect(try none.model().problem.parts.count == 1)
  }

  @Test func `is covered by somebody of another school, who is out of theirs`() throws {
    var town = town()
    let other = town.school(out: 0)
    town.person(at: other, as: "Middle leader", readyFor: "Deputy")
    #expect(try town.model().problem.parts.isEmpty, "their own school lets nobody go")
    town.places[other].release?.outAtOnce = 1
    let model = try town.model()
    #expect(covers(model) == ["1: person 2 moves, Deputy for person 1"])
    let row = JointMeaning.Row.cover(need: 0, insteadOf: 0, level: 1)
    #expect(model.links(ofPart: 0) == [.need(0): 1, row: 1])
    #expect(model.links(ofPart: 1) == [row: -1])
    let proposals = model.proposals(of: [0, 1], town.lines)
    let cover = try #require(proposals[0].covers.first)
    #expect(cover.person == PersonNumber(2) && cover.insteadOf == PersonNumber(1))
    #expect(cover.post == "Deputy" && cover.place == town.places[0].key && cover.way == .moves)
    #expect(cover.points == Int(model.problem.value[1]))
    #expect(cover.points == cover.lines.reduce(0) { $0 + $1.points })
    #expect(cover.lines.last?.criterion == .cover)
    #expect(cover.lines.last?.points == -900)
    #expect(model.chosen(claimedBy: proposals) == .success([0, 1]))
  }

  @Test func `is never covered for the points of it`() throws {
    var town = town()
    town.person(at: town.school(), readyFor: "Deputy")
    town.policy.joint.priceOfCover = 0
    let model = try town.model()
    #expect(model.problem.value[1] == 0)
    let cover = try #require(model.proposals(of: [0, 1], town.lines).first?.covers.first)
    #expect(cover.points == 0)
    #expect(cover.lines.count > 1)
  }

  @Test func `is covered by stepping up inside the school, which nobody has to cover or release`()
    throws
  {
    var town = town()
    town.places[0].release?.outAtOnce = 1
    town.person(at: 0, as: "Middle leader", readyFor: "Deputy")
    town.person(at: 0, as: "Deputy", readyFor: "Deputy")
    let model = try town.model()
    #expect(covers(model) == ["1: person 2 steps up, Deputy for person 1"])
    #expect(model.problem.allows([0, 1]))
    #expect(model.kept.isEmpty)
    let proposal = model.proposals(of: [0, 1], town.lines)[0]
    #expect(proposal.covers.map(\.way) == [.stepsUp])
  }

  @Test func `is covered down a chain, no longer than the norm`() throws {
    var town = town()
    let (second, third) = (town.school(cover: true), town.school())
    town.person(at: second, as: "Middle leader", readyFor: "Deputy")
    town.person(at: third, as: "Teacher", readyFor: "Middle leader")
    let model = try town.model()
    #expect(
      covers(model) == [
        "1: person 2 moves, Deputy for person 1", "2: person 3 moves, Middle leader for person 2",
      ])
    let below = JointMeaning.Row.cover(need: 0, insteadOf: 1, level: 2)
    #expect(model.links(ofPart: 1)[below] == 1)
    #expect(model.links(ofPart: 2) == [below: -1])
    #expect(!model.problem.allows([0, 1]))
    let proposals = model.proposals(of: [0, 1, 2], town.lines)
    #expect(proposals[0].covers.map(\.person.number) == [2, 3])
    #expect(proposals[0].covers.map(\.insteadOf.number) == [1, 2])
    #expect(model.chosen(claimedBy: proposals) == .success([0, 1, 2]))
    var forged = proposals
    forged[0].covers.removeFirst()
    #expect(
      model.chosen(claimedBy: forged)
        == .failure(.cannotCover(need: "N1", PersonNumber(3), insteadOf: PersonNumber(2))))
    town.policy.joint.longestCoverChain = 1
    #expect(try town.model().lack(need: 0, person: 0) != nil)
    town.policy.joint.longestCoverChain = 0
    #expect(try town.model().pair(need: 0, person: 0) == nil, "the pair itself is barred then")
  }

  @Test func `is covered by an exchange with whoever holds the post that is filled`() throws {
    var town = town()
    town.person(at: 1, as: "Head", readyFor: "Deputy")
    let model = try town.model()
    #expect(covers(model) == ["1: person 2 exchanges, Deputy for person 1"])
    #expect(model.problem.allows([0, 1]))
    #expect(model.proposals(of: [0, 1], town.lines)[0].covers.map(\.way) == [.exchanges])
    town.people[1].role = "Business manager"
    #expect(try town.model().problem.parts.isEmpty, "their own post would have to be covered")
  }

  @Test func `may close a circle of three`() throws {
    var town = town()
    let second = town.school(cover: true)
    town.person(at: second, as: "Middle leader", readyFor: "Deputy")
    town.person(at: 1, as: "Head", readyFor: "Middle leader")
    let model = try town.model()
    #expect(
      covers(model) == [
        "1: person 2 moves, Deputy for person 1",
        "2: person 3 exchanges, Middle leader for person 2",
      ])
    town.policy.joint.longestCoverChain = 2
    #expect(
      try covers(town.model()).count == 2, "changing places opens nothing, at a chain's end too")
    town.policy.joint.longestCoverChain = 1
    #expect(try town.model().problem.parts.isEmpty)
  }

  @Test func `is considered for the people with the most points only`() throws {
    var town = town()
    for _ in 0..<5 { town.person(at: town.school(), readyFor: "Deputy") }
    #expect(try town.model().helping.count == 5)
    town.policy.joint.coversConsidered = 2
    let model = try town.model()
    #expect(model.helping.map { model.problem.person[$0] } == [1, 2], "the nearest two")
    #expect(model.coversConsidered == 2)
  }

  @Test func `considers an exchange however few its points`() throws {
    var town = town()
    for _ in 0..<3 { town.person(at: town.school(), readyFor: "Deputy") }
    town.person(at: 1, as: "Head", readyFor: "Deputy")
    town.people[4].travelMiles = 1
    town.policy.joint.coversConsidered = 1
    let ways = try covers(town.model())
    #expect(ways.contains("1: person 5 exchanges, Deputy for person 1"))
    #expect(ways.count == 2)
  }

  @Test func `is one thing at a time for somebody part-time`() throws {
    var town = town()
    town.needs[0].need.fte = FTE(hundredths: 40)
    town.needs[0].open = 2
    town.person(at: 0, as: "Deputy", readyFor: "Head")
    town.person(at: town.school(), readyFor: "Deputy")
    let model = try town.model()
    #expect(model.kept[.oneThing(person: 2, need: 0)] == 1)
    #expect(!model.problem.allows(Array(model.problem.parts)))
    #expect(BestParts(model.problem).chosen?.count == 2)
  }

  @Test func `is not covered by somebody seconded already`() throws {
    var town = town()
    town.person(at: town.school(), readyFor: "Deputy")
    town.secondment(at: 2, as: "Deputy")
    town.secondment(at: 1, as: "Deputy")
    let model = try town.model()
    let time = JointMeaning.Limit.time(person: 1, Town.autumn)
    #expect(model.kept[time] == 6400)
    #expect(model.helping.allSatisfy { model.uses(ofPart: $0)[time] == 6400 })
  }
}
