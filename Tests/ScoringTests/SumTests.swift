import Domain
import Testing

@testable import Scoring

@Suite("Why nobody, and homes that are asked too much")
struct SumTests {
  /// Several people like the village's one, each changed a little.
  private func snapshot(_ village: Village, _ changes: [(inout Candidate) -> Void]) -> Snapshot {
    var snapshot = village.snapshot
    snapshot.people = changes.enumerated().map { index, change in
      var person = village.person
      person.number = PersonNumber(Int32(index + 1))
      change(&person)
      return person
    }
    return snapshot
  }

  private func why(_ village: Village, _ changes: [(inout Candidate) -> Void]) -> String {
    Scorer(snapshot: snapshot(village, changes), policy: village.policy).whyNobody(need: 0)
  }

  @Test("counts by the first bar, over the people of the right role and specialism")
  func counts() {
    let sentence = why(
      Village(),
      [
        { $0.travelMiles = 1 }, { $0.travelMiles = 2 }, { $0.prohibited = true },
        { $0.designations[0].role = "SFSL" }, { $0.designations[0].specialisms[0].name = "Art" },
        {
          $0.designations[0].halfDaysAYear = HalfDays(1)
          $0.prohibited = true
        },
      ])
    #expect(
      sentence
        == "4 people are verified in Phonics as SLE; 2 live beyond their travel limit, 1 has too "
        + "few days left, 1 has no valid vetting")
  }

  @Test("whoever could go is counted too")
  func couldTakeIt() {
    let sentence = why(Village().with { $0.need.specialism = nil }, [{ _ in }])
    #expect(sentence == "1 person holds the SLE designation, and could go")
    let village = Village().with { $0.need.specialism = nil }
    let scorer = Scorer(
      snapshot: snapshot(village, [{ _ in }, { _ in }, { $0.travelMiles = 1 }]),
      policy: village.policy)
    #expect(
      scorer.whyNobody(need: 0, chosen: 1)
        == "3 people hold the SLE designation; 1 lives beyond their travel limit, 1 could go, "
        + "1 is chosen")
    #expect(scorer.whyNobody(need: 0, chosen: 2).hasSuffix("travel limit, 2 are chosen"))
  }

  @Test("nobody at all")
  func nobody() {
    #expect(why(Village(), []) == "Nobody is verified in Phonics as SLE")
  }

  @Test("conflict, hidden and declined are one count, so that no reason shows")
  func closedTogether() {
    let sentence = why(
      Village(), [{ $0.conflicts = [1] }, { $0.hiddenFrom = [1] }, { $0.declinedNeeds = ["N1"] }])
    #expect(
      sentence
        == "3 people are verified in Phonics as SLE; 3 are not available for this school")
  }

  @Test(
    "a secondment tells a head nothing about their own staff or people not available for the school"
  )
  func secondment() {
    let sentence = why(
      Village(.secondment),
      [
        { $0.home = 1 }, { $0.hiddenFrom = [1] }, { $0.conflicts = [1] },
        { $0.declinedNeeds = ["N1"] }, { $0.readiness = [] }, { $0.travelMiles = 1 },
      ])
    #expect(
      sentence
        == "1 person from elsewhere could step up to Headteacher, but lives beyond their travel limit"
    )
    #expect(
      why(Village(.secondment), [{ $0.home = 1 }])
        == "Nobody from elsewhere could step up to Headteacher")
  }
}
