import Domain
import Testing

/// A snapshot kept as text is the same snapshot read back, and damage is found.
@Suite("Snapshots as text")
struct SnapshotTextTests {
  private func snapshot() throws -> Snapshot {
    let span = try #require(DaySpan(from: Day(number: 100), to: Day(number: 200)))
    var place = Place(key: .school(try #require(URN(109_432))), name: "St \"Tab\"\t\\ School\nline")
    place.authorityName = "Bedford"
    place.phase = "Primary"
    place.pupils = 0
    place.freeMealsPermille = 249
    place.rural = false
    place.location = Location(easting: -5, northing: 10)
    place.clusters = ["Family 1", "Ouse"]
    place.release = Release(halfDaysPerHalfTerm: HalfDays(7), outAtOnce: 0, coverNeeded: true)
    place.running = [
      Commitment(kind: .secondment, window: span, fte: FTE(hundredths: 60)),
      Commitment(kind: .deployment, window: span, halfDays: HalfDays(3), role: "SLE"),
      Commitment(
        kind: .deployment, window: span, halfDays: HalfDays(1), role: "SLE", isSupervising: true,
        person: PersonNumber(18)),
      Commitment(
        kind: .secondment, window: span, fte: FTE(hundredths: 100), person: PersonNumber(17)),
    ]
    let setting = Place(key: .setting("Nursery-1"), name: "Nursery")
    var person = Candidate(number: PersonNumber(17), name: "Zoë O'Brien")
    person.trn = TRN("0012345")
    person.home = 0
    person.role = "Teacher"
    person.aspiration = "Headteacher"
    person.readiness = [Readiness(post: "Headteacher", level: "Ready now", judgedOn: nil)]
    person.strengths = ["Art", "PE"]
    person.behaviours = ["Ability to simplify"]
    person.openSteps = ["Deputy exchange"]
    person.travelMiles = 5
    person.availableFrom = Day(number: 1)
    person.availableUntil = Day(number: 2)
    person.vettedOn = Day(number: 3)
    person.prohibited = true
    person.holdsCriticalPost = false
    person.conflicts = [1]
    person.hiddenFrom = [0, 1]
    person.declinedNeeds = ["N9"]
    person.commitments = place.running
    person.workedAt = [1]
    person.impactCount = 2
    person.impactSum = 9
    var designation = Designation(role: "SLE", since: Day(number: 50))
    designation.until = Day(number: 900)
    designation.alliance = "Ouse"
    designation.specialisms = [
      HeldSpecialism(name: "Phonics", verifiedOn: Day(number: 60), expiresOn: Day(number: 600)),
      HeldSpecialism(name: "Art"),
    ]
    designation.phases = ["Primary"]
    designation.halfDaysAYear = HalfDays(30)
    designation.travelMiles = 8
    designation.completed = 4
    designation.supervises = true
    person.designations = [designation, Designation(role: "SFSL", since: Day(number: 5))]
    var need = Need(
      reference: "N1", place: setting.key, kind: .deployment, role: "SLE", specialism: "Phonics",
      phase: "Primary", halfDays: HalfDays(10), window: span, priority: .mustFill,
      behaviours: ["Ability to simplify"], people: 2, askedBy: "A Head", askedOn: Day(number: 99))
    let first = OpenNeed(need: need, place: 1, open: 2)
    need.reference = "N2"
    need.place = place.key
    need.kind = .secondment
    need.fte = FTE(hundredths: 40)
    need.priority = .normal
    let other = Candidate(number: PersonNumber(18), name: "B")
    return Snapshot(
      today: Day(number: 42), places: [place, setting], people: [person, other],
      needs: [first, OpenNeed(need: need, place: 0, open: 1)],
      standing: [
        StandingLine(need: "N1", person: PersonNumber(17), isPinned: true, plan: 3),
        StandingLine(need: "N\t2", person: PersonNumber(18), isPinned: false, plan: 12),
      ])
  }

  @Test("what is written is read back, field by field")
  func roundTrip() throws {
    let original = try snapshot()
    let read = try Snapshot(text: original.text)
    #expect(read == original)
    #expect(read.text == original.text)
  }

  @Test("an older text, which knew neither supervising nor standing lines, still reads the same")
  func olderText() throws {
    let older = """
      talent snapshot\t1
      today\t2026-09-01
      place\t109432\t\tAsh Primary\t\t\t\t\t\t\t
      out\tdeployment\t2026-09-01\t2026-12-18\t6\t0\tSLE
      person\t17\t\tZoe\t0\t\t\t\t\t\t\t\t\t0\t0
      promised\tsecondment\t2026-09-01\t2026-12-18\t0\t60\t

      """
    let read = try Snapshot(text: older)
    #expect(read.standing.isEmpty)
    #expect(read.places[0].running.map(\.isSupervising) == [false])
    #expect(read.places[0].running[0].person == nil)
    #expect(read.people[0].commitments.count == 1)
    #expect(read.text == older)
  }

  @Test("a standing line without its person or its plan is damage")
  func damagedStanding() {
    for line in ["stands\tN1", "stands\tN1\t17\tpinned", "stands\t\t17\t\t3"] {
      #expect(throws: SnapshotError.self) {
        try Snapshot(text: "talent snapshot\t1\ntoday\t2026-09-01\n\(line)\n")
      }
    }
  }

  @Test("a place that is not there, or an amount that no sum could hold, is damage")
  func damagedNumbers() throws {
    let head = "talent snapshot\t1\ntoday\t2026-09-01\nplace\t109432\t\tAsh Primary\t\t\t\t\t\t\t\n"
    func person(_ home: String, _ miles: String) -> String {
      "person\t17\t\tZoe\t\(home)\t\t\t\(miles)\t\t\t\t\t\t0\t0\n"
    }
    #expect(try Snapshot(text: head + person("0", "10000000")).people.count == 1)
    for line in [
      person("1", ""), person("-1", ""), person("0", "10000001"), person("0", "-2147483648"),
      person("0", "") + "conflict\t1\n", person("0", "") + "worked\t-1\n",
      "release\t2147483647\t1\t\n",
      "need\tN1\t1\t1\tdeployment\tSLE\t\t\t2\t\t2026-09-01\t2026-09-30\tnormal\t1\t\t\n",
    ] {
      #expect(throws: SnapshotError.self, "\(line)") { try Snapshot(text: head + line) }
    }
  }

  @Test("a snapshot cut or changed anywhere is refused or differs, and nothing crashes")
  func damage() throws {
    let original = try snapshot()
    let lines = original.text.split(separator: "\n").map(String.init)
    for gone in lines.indices {
      var damaged = lines
      damaged.remove(at: gone)
      if let read = try? Snapshot(text: damaged.joined(separator: "\n")) {
        #expect(read != original)
      }
    }
    for cut in stride(from: 0, to: original.text.count - 1, by: 3) {
      let text = String(original.text.prefix(cut))
      if let read = try? Snapshot(text: text) { #expect(read != original) }
    }
  }
}
