import Domain
import Postgres
import Testing

@testable import Storing

/// Placements that are supervised, and placements that cover the post another leaves.
struct ChainTests {
  private static let today = Day(year: 2026, month: 11, day: 22) ?? Day(number: 0)

  /// The plan's two proposals accepted: placement 1 supervised, 2 covered by 3, and that by 4.
  private func decided() throws -> Store {
    let store = try JointTown.store()
    let plan = try store.save(JointTown.plan)
    for proposal in JointTown.plan.proposals {
      let need = try store.needRecord(proposal.need).need
      let decision = DecisionRecord(
        plan: plan, need: proposal.need, person: proposal.person, verdict: "accepted", by: "Ann",
        supervision: proposal.supervision)
      var covered = try store.record(decision, need: need)
      for cover in proposal.covers {
        let post = try store.addCoverNeed(for: need, cover, today: Self.today)
        covered = try store.place(
          PlacementChoice(person: cover.person, plan: plan, by: "Ann", covers: covered), in: post)
      }
    }
    return store
  }

  @Test("each cover has a need of its own, which no plan takes up")
  func coverNeeds() throws {
    let store = try decided()
    let post = try store.needRecord("N2-C1")
    #expect(post.coverOf == "N2" && post.filled == 1)
    #expect(
      post.need
        == Need(
          reference: "N2-C1", place: JointTown.covers[0].place, kind: .secondment,
          role: "Deputy headteacher", fte: FTE(hundredths: 100), window: post.need.window,
          priority: .mustFill, askedBy: "cover for N2", askedOn: Self.today))
    #expect(try store.placement(3).covers == 2 && store.placement(4).covers == 3)
    #expect(try store.placement(2).coveredBy == [3])
    _ = try store.withdraw(
      placement: 4, by: "Bo", because: "is ill", today: Self.today)
    #expect(try store.needRecord("N2-C2").isOpen)
    let scope = PlanScope(kinds: Need.Kind.allCases)
    let open = try store.snapshot(scope, readiness: [], today: Self.today).needs
    #expect(open.map(\.need.reference) == ["N3"])
    let exported = try store.connection.scalar(
      "select count(*)::text from (\(NeedLoad.export.select.replacing("$1", with: "1"))) e")
    #expect(exported == "3")
  }

  @Test("who is chosen by hand for an opened post covers what was covered there")
  func coverByHand() throws {
    let store = try decided()
    _ = try store.withdraw(placement: 4, by: "Bo", because: "is ill", today: Self.today)
    let post = try store.needRecord("N2-C2").need
    let number = try store.place(PlacementChoice(person: PersonNumber(6), by: "Bo"), in: post)
    #expect(try store.placement(number).covers == 3)
    #expect(try store.placement(3).coveredBy == [number])
  }

  @Test("a placement goes with what covers it, or not at all")
  func withdrawal() throws {
    let store = try decided()
    do {
      _ = try store.withdraw(placement: 2, by: "Bo", because: "is ill", today: Self.today)
      Issue.record("it was withdrawn")
    } catch StoreError.conflict(let sentence) {
      #expect(sentence.contains("placement 3: P4 Di Dogwood for N2-C1"))
      #expect(sentence.contains("placement 4: P5 Ed Elm for N2-C2"))
      #expect(sentence.contains("--with-covers"))
    }
    #expect(try store.placement(2).isActive)
    let gone = try store.withdraw(
      placement: 2, by: "Bo", because: "is ill", withCovers: true, today: Self.today)
    #expect(gone.map(\.number) == [2, 3, 4])
    #expect(gone.allSatisfy { $0.withdrawal?.by == "Bo" })
    #expect(try store.needRecord("N2-C1").closedOn == Self.today)
    #expect(try store.needRecord("N2-C2").closedOn == Self.today)
    #expect(try store.needRecord("N2").isOpen)
    let again = try store.addCoverNeed(
      for: store.needRecord("N2").need, JointTown.covers[0], today: Self.today)
    #expect(again.reference == "N2-C3")
  }

  @Test("a cover taken back leaves its post open; one that is covered in turn takes that along")
  func coverWithdrawal() throws {
    let store = try decided()
    #expect(throws: StoreError.self) {
      try store.withdraw(placement: 3, by: "Bo", because: "is ill", today: Self.today)
    }
    let gone = try store.withdraw(
      placement: 3, by: "Bo", because: "is ill", withCovers: true, today: Self.today)
    #expect(gone.map(\.number) == [3, 4])
    #expect(try store.needRecord("N2-C1").isOpen)
    #expect(try store.needRecord("N2-C2").closedOn == Self.today)
    #expect(try store.placement(2).isActive)
  }

  @Test(
    "the database refuses what cannot be",
    arguments: [
      (
        "update placement set state = 'withdrawn', withdrawn_by = 'a', withdrawn_because = 'b', withdrawn_at = now() where number = 2",
        "a_cover_goes_before_what_it_covers"
      ),
      ("update placement set covers_placement = 3 where number = 3", "a_cover_is_a_secondment"),
      ("update placement set covers_placement = 2 where number = 1", "a_cover_is_a_secondment"),
      ("update placement set supervisor = 1 where number = 1", "nobody_supervises_themselves"),
      ("update placement set supervisor_role = null where number = 1", "supervising_says_who"),
      (
        "update placement set supervisor = 6, supervisor_role = 'SLE', supervising_half_days = 1 where number = 2",
        "a_deployment_is_what_is_supervised"
      ),
      ("update placement set covers_placement = 99 where number = 3", "covers_placement"),
      ("update need set cover_of = reference where reference = 'N2'", "a_need_is_no_cover"),
      ("update need set people = 2 where reference = 'N2-C1'", "a_cover_is_asked_of_one_person"),
      ("update need set cover_of = 'N2' where reference = 'N1'", "a_cover_is_asked_of_one_person"),
      ("update need set cover_of = 'N9' where reference = 'N2'", "cover_of"),
    ])
  func constraints(_ change: String, _ name: String) throws {
    expectRefusal(of: change, naming: name, on: try decided().connection)
  }

  @Test("supervising spends the supervisor's days, and nobody is out for it")
  func commitments() throws {
    let store = try decided()
    let scope = PlanScope(kinds: Need.Kind.allCases)
    let snapshot = try store.snapshot(scope, readiness: [], today: Self.today)
    let supervisor = try #require(snapshot.people.first { $0.number.number == 2 })
    #expect(
      supervisor.commitments.map(\.isSupervising) == [true] && supervisor.workedAt.isEmpty)
    #expect(supervisor.commitments.map(\.halfDays) == [HalfDays(3)])
    #expect(supervisor.commitments.map(\.role) == ["SLE"])
    let home = try #require(supervisor.home)
    let running = snapshot.places[home].running
    #expect(running.map(\.person) == [PersonNumber(1), PersonNumber(2)])
    #expect(running.map(\.isSupervising) == [false, true])
    #expect(running.map(\.kind) == [.deployment, .deployment])
    let profile = try store.profile(.number(PersonNumber(2)))
    let left = profile.halfDaysLeft(
      in: try #require(profile.designations.first),
      on: Day(year: 2027, month: 2, day: 1) ?? Self.today, usually: HalfDays(30))
    #expect(left == HalfDays(27))
    _ = try store.withdraw(placement: 1, by: "Bo", because: "is ill", today: Self.today)
    let after = try store.snapshot(scope, readiness: [], today: Self.today)
    #expect(after.people.allSatisfy { $0.commitments.allSatisfy { !$0.isSupervising } })
  }
}
