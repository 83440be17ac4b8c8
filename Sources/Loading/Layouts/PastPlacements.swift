import Domain

extension Layout where Draft == PastPlacement {
  /// Deployments and secondments of the past, with what came of them.
  public static var placements: Layout {
    var sheet = Columns()
    let columns = PlacementColumns(&sheet)
    let same = Sameness<PastPlacement>.ofPerson(
      \.person, { "\($0.place) \($0.kind) \($0.window.from.iso)" }
    ) { "a \($0.kind.rawValue) to \($0.place) from \($0.window.from.typed)" }
    return Layout("placements", sheet, same: same) { cells in
      let person = cells.mention(columns.who)
      let place = cells.place(columns.place)
      let kind = cells.choice(columns.kind, Need.Kind.self, of: "a kind of placement")
      let from = cells.dayPast(columns.from)
      let to = cells.day(columns.to)
      let specialism = cells.word(columns.specialism, .specialisms)
      guard let person, let place, let kind, let from, let to else { return nil }
      guard let window = DaySpan(from: from, to: to) else {
        cells.refuse(columns.to, "\(to.typed) is before the first day, \(from.typed)")
        return nil
      }
      var draft = PastPlacement(person: person, place: place, kind: kind, window: window)
      draft.specialism = specialism
      cells.fill(&draft, columns)
      return draft
    }
  }
}

/// The columns of the placements sheet.
private struct PlacementColumns: Sendable {
  let who: MentionColumns
  let place: PlaceColumns
  let kind, role, specialism, days, fte, from, to, outcome, impact, comment: Column

  init(_ sheet: inout Columns) {
    who = sheet.mention()
    place = sheet.place()
    kind = sheet.required("Kind", holds: .choice(Need.Kind.allCases.map(\.rawValue)))
    role = sheet.optional("Role", or: ["As"])
    specialism = sheet.optional("Specialism", holds: .name(.specialisms))
    days = sheet.optional("Days", holds: .number("0.5 to 195, for a deployment", of: .days))
    fte = sheet.optional("FTE", holds: .number("0.05 to 1, for a secondment", of: .shareOfFullTime))
    from = sheet.required("From", holds: .days)
    to = sheet.required("To", holds: .days)
    outcome = sheet.optional(
      "Outcome", holds: .choice(PastPlacement.Outcome.allCases.map(\.rawValue)))
    impact = sheet.optional("Impact (1-5)", or: ["Impact"], holds: .number("1 to 5"))
    comment = sheet.optional("Comment", or: ["Comments"], holds: .prose)
  }
}

extension Cells {
  fileprivate mutating func fill(_ draft: inout PastPlacement, _ columns: PlacementColumns) {
    switch draft.kind {
    case .deployment:
      draft.role = word(columns.role, .roles)
      draft.halfDays = halfDays(columns.days)
      if !cell(columns.fte).isBlank {
        refuse(columns.fte, "is filled in for a deployment", hint: "Try: Days, and no FTE")
      }
    case .secondment:
      draft.role = word(columns.role, .rungs)
      draft.fte = fte(columns.fte)
      if !cell(columns.days).isBlank {
        refuse(columns.days, "is filled in for a secondment", hint: "Try: FTE, and no Days")
      }
    }
    draft.outcome = choice(columns.outcome, PastPlacement.Outcome.self, of: "an outcome")
    if draft.outcome == .completed, draft.window.to > today {
      refuse(
        columns.to, "\(draft.window.to.typed) is in the future, and the placement completed",
        hint: "Try: leave Outcome blank until it is over")
    }
    draft.impact = whole(columns.impact, in: 1...5)
    if draft.outcome == .withdrawn, draft.impact != nil {
      refuse(
        columns.impact, "is filled in for a placement that was withdrawn",
        hint: "Try: leave it blank, or stopped where some of it took place")
    }
    draft.comment = remark(columns.comment, atMost: 10_000)
  }
}
