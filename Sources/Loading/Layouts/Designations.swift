import Domain

extension Layout where Draft == DesignationDraft {
  /// Who holds which designation for which term, with its specialisms.
  public static var designations: Layout {
    var sheet = Columns()
    let person = sheet.person(home: "Home school URN", or: ["School URN", "URN"])
    let role = sheet.required("Designation", holds: .name(.roles))
    let since = sheet.required("Designated on", holds: .days)
    let until = sheet.optional("Until", holds: .days)
    let specialisms = sheet.headed("Specialisms", holds: .names(.specialisms))
    let verified = sheet.optional("Verified on", holds: .days)
    let phases = sheet.optional("Phases", holds: .names(.phases))
    let days = sheet.optional(
      "Days a year", or: ["Days per year"],
      holds: .number("0 to 195, whole or half days", of: .daysAYear))
    let travel = sheet.optional(
      "Max travel (miles)", or: ["Max travel"], holds: .number("1 to 500", of: .miles))
    let completed = sheet.optional("Completed deployments", holds: .number("0 to 1,000"))
    let alliance = sheet.optional("Alliance")
    let supervises = sheet.optional("Supervises", holds: .yesOrNo)
    return Layout("designations", sheet, same: term) { cells in
      let claim = cells.claim(person)
      let role = cells.word(role, .roles)
      let first = cells.day(since)
      let last = cells.day(until)
      if let first, let last, last < first {
        cells.refuse(until, "\(last.typed) is before the designation's first day, \(first.typed)")
      }
      var draft = DesignationDraft(
        person: claim ?? PersonClaim(name: ""), role: role ?? "", since: first ?? cells.today)
      draft.until = last
      draft.specialisms = cells.words(specialisms, .specialisms)
      draft.verifiedOn = cells.dayPast(verified)
      cells.refuse(verified, without: specialisms, "is of no specialism")
      draft.phases = cells.words(phases, .phases)
      draft.halfDaysAYear = cells.halfDays(days, orNone: true)
      draft.travelMiles = cells.whole(travel, in: 1...500)
      draft.completed = cells.whole(completed, in: 0...1_000)
      draft.alliance = cells.text(alliance)
      draft.supervises = cells.yes(supervises)
      return claim == nil || role == nil || first == nil ? nil : draft
    }
  }
}

/// One person's term in one role.
private let term = Sameness<DesignationDraft>(
  key: { draft in
    personKey(draft.person).map { stableHash("\(draft.role) \(draft.since.iso)", seed: $0) }
  },
  named: { "\(personWords($0.person)) as \($0.role) from \($0.since.typed)" },
  hint: personHint, isSure: { $0.person.trn != nil })
