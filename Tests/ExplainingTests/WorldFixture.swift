import Domain
import Explaining
import Testing

/// A home with two people, a school with a need in its authority, and days enough for nobody.
func smallWorld() throws -> World {
  let (from, to) = (try #require(Day(iso: "2027-01-04")), try #require(Day(iso: "2027-02-12")))
  let window = try #require(DaySpan(from: from, to: to))
  var home = Place(key: .setting("home"), name: "Home School")
  home.release = Release(
    halfDaysPerHalfTerm: HalfDays(days: 2), outAtOnce: 1, coverNeeded: false)
  home.location = Location(easting: 500_000, northing: 250_000)
  var asking = Place(key: .setting("asks"), name: "Asking School")
  asking.location = Location(easting: 505_000, northing: 250_000)
  asking.authorityName = "Elmshire"
  asking.clusters = ["Elm alliance"]
  var people = (1...2).map { Candidate(number: PersonNumber($0), name: "Person \($0)") }
  for index in people.indices {
    people[index].home = 0
    var designation = Designation(role: "SLE", since: try #require(Day(iso: "2025-09-01")))
    designation.alliance = "Elm alliance"
    designation.halfDaysAYear = HalfDays(days: 10)
    designation.specialisms = [HeldSpecialism(name: "Phonics", verifiedOn: designation.since)]
    people[index].designations = [designation]
  }
  people[1].designations[0].supervises = true
  people[1].designations[0].completed = 4
  let needs = ["N1", "N2"].map {
    OpenNeed(
      need: Need(
        reference: $0, place: asking.key, kind: .deployment, role: "SLE", specialism: "Phonics",
        halfDays: HalfDays(days: 4), window: window), place: 1, open: 1)
  }
  return World(
    Snapshot(
      today: try #require(Day(iso: "2026-11-01")), places: [home, asking], people: people,
      needs: needs), under: plainPolicy())
}

func plainPolicy() -> Policy {
  Policy(
    rulesOff: [:], weights: [.distance: 200, .phase: 100],
    penalties: [.mustFill: 3000, .high: 1500, .normal: 700], trackRecordMean: 3,
    trackRecordWeight: 3, verifiedFreshYears: 4, steps: [],
    defaultHalfDaysAYear: HalfDays(days: 15), defaultTravelMiles: 15, roadFactorPercent: 130,
    readinessMonths: 24, readinessForSecondment: ["Ready now"], vettingYears: 3,
    releaseBySize: [.init(pupils: 9999, halfDaysPerHalfTerm: HalfDays(days: 6), outAtOnce: 1)],
    releaseOfUnknownSize: .init(pupils: 0, halfDaysPerHalfTerm: HalfDays(days: 5), outAtOnce: 1),
    halfTerms: [], adjacentPhases: [:], relatedSpecialisms: [:])
}
