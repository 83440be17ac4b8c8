import Domain
import Storing

/// Small good sheets of every kind: as first loaded, and with something changed in every row.
enum LoadedSheets {
  static let homes = ["109500", "109501"].compactMap { URN($0).map(PlaceKey.school) }
  static let day = Day(number: 20_700)

  static func schools(_ version: Int = 1) -> [School] {
    homes.compactMap(\.urn).enumerated().map { index, urn in
      School(
        urn: urn, name: "School \(index)", authorityCode: "822",
        authorityName: version == 1 ? "Bedford" : "Bedford Borough", phase: "Primary",
        pupils: Int32(200 + version), rural: false, postcode: "MK40 1AA",
        location: Location(easting: 505_000, northing: 250_000 + Int32(index)))
    }
  }

  static func settings(_ version: Int = 1) -> [Setting] {
    [
      Setting(
        reference: "NUR1", name: "Acorns \(version)", kind: "nursery", authorityName: "Bedford",
        phase: "Nursery"),
      Setting(reference: "NUR2", name: "Oaks \(version)", kind: "nursery"),
    ]
  }

  static func clusters(_ version: Int = 1) -> [ClusterDraft] {
    let kind = version == 1 ? "alliance" : "family"
    return (homes + [.setting("NUR1")]).map { ClusterDraft(cluster: "Ouse", kind: kind, place: $0) }
  }

  /// With the person who has no TRN named by number, as a second sheet has to.
  static func people(_ version: Int, of store: Store) throws -> [PersonDraft] {
    let number = try store.connection.scalar("select number from person where trn is null")
    var drafts = people(version)
    drafts[1].person.settledAs = number.flatMap { Int32($0) }.map { .person(PersonNumber($0)) }
    return drafts
  }

  static func people(_ version: Int = 1) -> [PersonDraft] {
    [("Ana Reed", "0012345"), ("Siân O’Neill", nil)].enumerated().map { index, person in
      var draft = PersonDraft(
        person: PersonClaim(name: person.0, trn: person.1.flatMap { TRN($0) }, home: homes[index]))
      draft.role = "Middle leader"
      draft.aspiration = "Deputy headteacher"
      draft.readiness = version == 1 ? "1-2 years" : "Ready now"
      draft.readinessJudgedOn = day.adding(days: version)
      draft.programmes = version == 1 ? ["NPQSL"] : ["NPQSL", "NPQH"]
      draft.strengths = ["Phonics"]
      draft.behaviours = ["Resilience"]
      draft.nextStep = "Shadow a deputy"
      draft.nextStepDue = day.adding(days: 100 + version)
      draft.travelMiles = Int32(10 + version)
      draft.performance = 2
      draft.potential = 3
      draft.notes = "seen in \(2026 + version)"
      return draft
    }
  }

  static func designations(_ version: Int = 1) -> [DesignationDraft] {
    [("Ana Reed", "0012345"), ("Tom Hale", "0054321")].enumerated().map { index, person in
      var draft = DesignationDraft(
        person: PersonClaim(name: person.0, trn: TRN(person.1), home: homes[index]),
        role: "SLE", since: day)
      draft.until = day.adding(days: 900)
      draft.specialisms = version == 1 ? ["Phonics"] : ["Phonics", "SEND"]
      draft.verifiedOn = day.adding(days: version)
      draft.phases = ["Primary"]
      draft.halfDaysAYear = HalfDays(days: 5 + version)
      draft.travelMiles = 20
      draft.completed = Int32(version)
      draft.alliance = version == 1 ? "Ouse" : "Great Ouse"
      return draft
    }
  }

  static func posts(_ version: Int = 1) -> [PostDraft] {
    homes.enumerated().map { index, home in
      var draft = PostDraft(place: home, title: "Headteacher")
      draft.incumbentName = "Ana Reed"
      draft.incumbentTRN = TRN(index == 0 ? "0012345" : "7777777")
      draft.vacantFrom = day.adding(days: 300 + version)
      draft.why = "retiring"
      draft.critical = true
      return draft
    }
  }

  static func release(_ version: Int = 1) -> [ReleaseDraft] {
    (homes + [.setting("NUR1")]).map {
      ReleaseDraft(
        place: $0, halfDaysPerHalfTerm: HalfDays(days: 3 + version), outAtOnce: 2,
        coverNeeded: true, agreedBy: "Head", agreedOn: day)
    }
  }

  static func needs(_ version: Int = 1) -> [NeedDraft] {
    guard let window = DaySpan(from: day, to: day.adding(days: 120)) else { return [] }
    return [
      Need(
        reference: "N001", place: homes[0], kind: .deployment, role: "SLE", specialism: "Phonics",
        halfDays: HalfDays(days: 4 + version), window: window, priority: .mustFill,
        behaviours: ["Resilience"], people: 1, askedBy: "Head", askedOn: day),
      Need(
        reference: "N002", place: .setting("NUR1"), kind: .secondment, role: "Deputy headteacher",
        phase: "Nursery", fte: FTE(hundredths: 60 + Int32(version)), window: window,
        priority: .high),
    ].map(NeedDraft.init)
  }
}
