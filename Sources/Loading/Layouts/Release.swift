import Domain

extension Layout where Draft == ReleaseDraft {
  /// What each home lets go: days a half-term, people out at once, and whether cover is needed.
  public static var release: Layout {
    var sheet = Columns()
    let place = sheet.place()
    let days = sheet.required(
      "Days per half-term", or: ["Days per half term"],
      holds: .number("0 to 195, whole or half days", of: .daysPerHalfTerm))
    let out = sheet.required("Out at once", holds: .number("0 to 100", of: .people))
    let cover = sheet.required("Cover needed", holds: .yesOrNo)
    let agreedBy = sheet.optional("Agreed by")
    let agreedOn = sheet.optional("Agreed on", holds: .days)
    let same = Sameness<ReleaseDraft>.text(hint: "Try: keep the row that is right") {
      "\($0.place)"
    }
    return Layout("release", sheet, same: same) { cells in
      let place = cells.place(place)
      let days = cells.halfDays(days, orNone: true)
      let out = cells.whole(out, in: 0...100)
      let cover = cells.yes(cover)
      let agreedBy = cells.remark(agreedBy)
      let agreedOn = cells.dayPast(agreedOn)
      guard let place, let days, let out, let cover else { return nil }
      return ReleaseDraft(
        place: place, halfDaysPerHalfTerm: days, outAtOnce: out, coverNeeded: cover,
        agreedBy: agreedBy, agreedOn: agreedOn)
    }
  }
}
