import Domain
import Storing

/// Good rows of the sheets about people and schools that are stored, in two versions.
extension LoadedSheets {
  private static var ana: PersonMention { PersonMention(trn: TRN("0012345"), name: "Ana Reed") }

  static func links(_ version: Int = 1) -> [SchoolLink] {
    let urns = homes.compactMap(\.urn)
    return [
      SchoolLink(
        urn: urns[0], linked: urns[1], type: "Successor", establishedOn: day.adding(days: version))
    ]
  }

  static func steps(_ version: Int = 1) -> [StepDraft] {
    ["Lead a review", "Shadow a head"].map {
      var draft = StepDraft(person: ana, what: $0)
      draft.due = day.adding(days: version)
      draft.owner = "Ann"
      return draft
    }
  }

  static func programmes(_ version: Int = 1) -> [ProgrammeDraft] {
    var draft = ProgrammeDraft(person: ana, programme: "NPQH")
    draft.from = day
    draft.outcome = version == 1 ? nil : "Passed"
    return [draft]
  }

  static func readiness(_ version: Int = 1) -> [ReadinessDraft] {
    [
      ReadinessDraft(
        person: ana,
        readiness: Readiness(
          post: "Headteacher", level: version == 1 ? "1-2 years" : "Ready now",
          judgedOn: day.adding(days: version)))
    ]
  }

  static func specialisms(_ version: Int = 1) -> [SpecialismDraft] {
    var draft = SpecialismDraft(person: ana, role: "SLE", since: day, specialism: "Early maths")
    draft.verifiedOn = day.adding(days: version)
    draft.expiresOn = day.adding(days: 900)
    return [draft]
  }

  static func conflicts(_ version: Int = 1) -> [ConflictDraft] {
    [homes[0], .setting("NUR1")].map {
      ConflictDraft(person: ana, place: $0, kind: .conflict, why: "Why \(version)")
    }
  }

  static func placements(_ version: Int = 1) -> [PastPlacement] {
    guard let window = DaySpan(from: day, to: day.adding(days: 100)) else { return [] }
    var draft = PastPlacement(person: ana, place: homes[1], kind: .deployment, window: window)
    draft.role = "SLE"
    draft.halfDays = HalfDays(days: version)
    draft.outcome = .completed
    draft.impact = 4
    return [draft]
  }

  static func availability(_ version: Int = 1) -> [AvailabilityDraft] {
    [AvailabilityDraft(person: ana, from: day, until: day.adding(days: version))]
  }

  static func vetting(_ version: Int = 1) -> [VettingDraft] {
    var draft = VettingDraft(person: ana)
    draft.vettedOn = day.adding(days: version)
    draft.vettedBy = "HR"
    draft.prohibited = version == 2
    return [draft]
  }
}
