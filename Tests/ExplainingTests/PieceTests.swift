import Domain
import Testing

@testable import Explaining

/// A piece keeps what its needs and people have to do with, and nothing else of the plan.
@Suite struct PieceTests {
  /// Homes of two people each: home `h` has persons `2h + 1` and `2h + 2`. Need `Ni` is at place 4.
  private func world() throws -> World {
    var world = try smallWorld()
    let (home, asking) = (world.snapshot.places[0], world.snapshot.places[1])
    world.snapshot.places = (0..<4).map {
      var place = home
      place.key = .setting("home\($0)")
      return place
    }
    world.snapshot.places.append(asking)
    let pattern = world.snapshot.people[0]
    world.snapshot.people = (1...8).map {
      var person = Candidate(number: PersonNumber(Int32($0)), name: "Person \($0)")
      person.designations = pattern.designations
      person.home = Int($0 - 1) / 2
      return person
    }
    world.snapshot.people[0].conflicts = [3]
    let need = world.snapshot.needs[0]
    world.snapshot.needs = (1...5).map {
      var made = need
      made.need.reference = "N\($0)"
      made.place = 4
      made.open = 2
      return made
    }
    return world
  }

  private func line(_ need: String, _ person: Int32, supervisedBy supervisor: Int32? = nil)
    -> Proposal
  {
    Proposal(
      need: need, person: PersonNumber(person), points: 0, lines: [],
      supervision: supervisor.map {
        Supervision(person: PersonNumber($0), role: "SLE", halfDays: HalfDays(2))
      })
  }

  @Test func whatItsPeopleAndTheirHomesDoElsewhereIsHeld() throws {
    let world = try world()
    let proposals = [line("N1", 1), line("N2", 2), line("N3", 5), line("N4", 7, supervisedBy: 6)]
    let piece = Piece(of: world, proposals, needs: [0], people: [2])
    #expect(piece.world.snapshot.people.map(\.number.number) == [1, 2, 3])
    #expect(piece.world.snapshot.needs.map(\.need.reference) == ["N1", "N2"])
    #expect(piece.world.snapshot.needs.map(\.open) == [2, 1])
    #expect(piece.world.held == ["N2"])
    #expect(
      piece.world.snapshot.standing == [
        StandingLine(need: "N2", person: PersonNumber(2), isPinned: true, plan: 0)
      ])
    #expect(piece.proposals == [proposals[0], proposals[1]])
    #expect(piece.freeNeeds == 1 && piece.heldLines == 1)
  }

  @Test func whoSupervisesBringsWhomTheySuperviseAndTheirHome() throws {
    let proposals = [line("N4", 7, supervisedBy: 6), line("N3", 5), line("N5", 8)]
    let piece = Piece(of: try world(), proposals, needs: [0], people: [5])
    #expect(piece.world.snapshot.people.map(\.number.number) == [5, 6, 7, 8])
    #expect(piece.world.held == ["N3", "N4", "N5"])
    #expect(piece.heldLines == 3)
  }

  @Test func placesAreNumberedAnewAndMeanTheSame() throws {
    let whole = try world()
    let piece = Piece(of: whole, [line("N1", 1)], needs: [0], people: [4])
    let places = piece.world.snapshot.places
    #expect(places.map(\.key) == [0, 2, 3, 4].map { whole.snapshot.places[$0].key })
    for person in piece.world.snapshot.people {
      let same = try #require(whole.snapshot.people.first { $0.number == person.number })
      #expect(person.home.map { places[$0].key } == same.home.map { whole.snapshot.places[$0].key })
      #expect(
        person.conflicts.map { places[$0].key }
          == same.conflicts.map { whole.snapshot.places[$0].key })
    }
    #expect(places[piece.world.snapshot.needs[0].place].key == whole.snapshot.places[4].key)
  }

  @Test func linesThatWereToStayAtItsOwnNeedsStillAre() throws {
    var world = try world()
    world.snapshot.standing = [
      StandingLine(need: "N1", person: PersonNumber(1), isPinned: false, plan: 7),
      StandingLine(need: "N2", person: PersonNumber(2), isPinned: false, plan: 7),
    ]
    let piece = Piece(of: world, [line("N1", 1), line("N2", 2)], needs: [0], people: [])
    #expect(
      piece.world.snapshot.standing == [
        world.snapshot.standing[0],
        StandingLine(need: "N2", person: PersonNumber(2), isPinned: true, plan: 0),
      ])
  }

  @Test func aChangeMovesWithWhatItChanges() {
    let change = Change.releaseDays(place: 3, more: HalfDays(1))
    let moved = change.moved(place: { $0 == 3 ? 1 : nil }, person: { _ in nil }, need: { _ in nil })
    #expect(moved == .releaseDays(place: 1, more: HalfDays(1)))
    #expect(
      Change.withdrawal(person: 2).moved(place: { $0 }, person: { _ in nil }, need: { $0 }) == nil)
    #expect(
      Change.weight(.phase, to: 3).moved(
        place: { _ in nil }, person: { _ in nil }, need: { _ in nil })
        == .weight(.phase, to: 3))
  }
}
