import Domain

extension Layout where Draft == PersonDraft {
  /// A talent database as authorities keep it (Rising Stars). A `School` name beside the URN is not
  /// read: the URN decides.
  public static var people: Layout {
    var sheet = Columns()
    let person = sheet.person(home: "School URN", or: ["Home school URN", "URN"])
    let role = sheet.optional("Current role", or: ["Role", "Current post"], holds: .name(.rungs))
    let aspiration = sheet.optional("Aspiration", holds: .name(.rungs))
    let readiness = sheet.optional("Readiness", holds: .name(.readiness))
    let judged = sheet.optional("Readiness judged on", holds: .days)
    let programmes = sheet.optional("Programmes", holds: .names(.programmes))
    let strengths = sheet.optional("Strengths", holds: .names(.specialisms))
    let behaviours = sheet.optional(
      "Behaviours", or: ["Behaviours evidenced"], holds: .names(.behaviours))
    let step = sheet.optional("Next career step", holds: .prose)
    let due = sheet.optional("Next step due", holds: .days)
    let travel = sheet.optional(
      "Max travel (miles)", or: ["Max travel"], holds: .number("1 to 500", of: .miles))
    let days = sheet.optional(
      "Days a year", or: ["Days per year"],
      holds: .number("0 to 195, whole or half days", of: .daysAYear))
    let performance = sheet.optional(
      "Performance (1-3)", or: ["Performance"], holds: .number("1 to 3"))
    let potential = sheet.optional("Potential (1-3)", or: ["Potential"], holds: .number("1 to 3"))
    let notes = sheet.optional("Notes", holds: .prose)
    let same = Sameness<PersonDraft>(
      key: { personKey($0.person) }, named: { personWords($0.person) }, hint: personHint,
      isSure: { $0.person.trn != nil })
    return Layout("people", sheet, same: same) { cells in
      let claim = cells.claim(person)
      var draft = PersonDraft(person: claim ?? PersonClaim(name: ""))
      draft.role = cells.word(role, .rungs)
      draft.aspiration = cells.word(aspiration, .rungs)
      draft.readiness = cells.word(readiness, .readiness)
      draft.readinessJudgedOn = cells.dayPast(judged)
      cells.refuse(judged, without: readiness, "says when somebody was judged, and not as what")
      draft.programmes = cells.words(programmes, .programmes)
      draft.strengths = cells.words(strengths, .specialisms)
      draft.behaviours = cells.words(behaviours, .behaviours)
      draft.nextStep = cells.step(step)
      draft.nextStepDue = cells.day(due)
      cells.refuse(due, without: step, "is of no step")
      draft.travelMiles = cells.whole(travel, in: 1...500)
      draft.halfDaysAYear = cells.halfDays(days, orNone: true)
      draft.performance = cells.whole(performance, in: 1...3)
      draft.potential = cells.whole(potential, in: 1...3)
      draft.notes = cells.remark(notes, atMost: 10_000)
      if claim == nil { return nil }
      return draft
    }
  }
}
