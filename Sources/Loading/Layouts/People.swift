import Domain

extension Layout where Draft == PersonDraft {
  /// A talent database as authorities keep it (Rising Stars). A `School` name beside the URN is not
  /// read: the URN decides.
  public static var people: Layout {
    var sheet = Columns()
    let person = sheet.person(home: "School URN", or: ["Home school URN", "URN"])
    let role = sheet.optional("Current role", or: ["Role", "Current post"])
    let aspiration = sheet.optional("Aspiration")
    let readiness = sheet.optional("Readiness")
    let judged = sheet.optional("Readiness judged on", holds: .days)
    let programmes = sheet.optional("Programmes")
    let strengths = sheet.optional("Strengths")
    let behaviours = sheet.optional("Behaviours", or: ["Behaviours evidenced"])
    let step = sheet.optional("Next career step", holds: .prose)
    let due = sheet.optional("Next step due", holds: .days)
    let travel = sheet.optional("Max travel (miles)", or: ["Max travel"])
    let days = sheet.optional("Days a year", or: ["Days per year"])
    let performance = sheet.optional("Performance (1-3)", or: ["Performance"])
    let potential = sheet.optional("Potential (1-3)", or: ["Potential"])
    let notes = sheet.optional("Notes", holds: .prose)
    let same = Sameness<PersonDraft>(
      key: { personKey($0.person) }, named: { personWords($0.person) }, hint: personHint)
    return Layout("people", sheet, same: same) { cells in
      let claim = cells.claim(person)
      var draft = PersonDraft(person: claim ?? PersonClaim(name: ""))
      draft.role = cells.word(role, .rungs)
      draft.aspiration = cells.word(aspiration, .rungs)
      draft.readiness = cells.word(readiness, .readiness)
      draft.readinessJudgedOn = cells.day(judged)
      draft.programmes = cells.words(programmes, .programmes)
      draft.strengths = cells.words(strengths, .specialisms)
      draft.behaviours = cells.words(behaviours, .behaviours)
      draft.nextStep = cells.text(step, atMost: 1_000)
      draft.nextStepDue = cells.day(due)
      draft.travelMiles = cells.whole(travel, in: 1...500)
      draft.halfDaysAYear = cells.halfDays(days)
      draft.performance = cells.whole(performance, in: 1...3)
      draft.potential = cells.whole(potential, in: 1...3)
      draft.notes = cells.text(notes, atMost: 10_000)
      if claim == nil { return nil }
      return draft
    }
  }
}
