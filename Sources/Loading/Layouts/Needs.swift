import Domain

extension Layout where Draft == NeedDraft {
  /// What schools ask for: deployments by days, secondments by a share of full time.
  public static var needs: Layout {
    var sheet = Columns()
    let asked = NeedColumns(&sheet)
    let same = Sameness<NeedDraft>.reference(of: "need") { $0.need.reference }
    return Layout("needs", sheet, same: same) { cells in
      let reference = cells.reference(asked.reference)
      let place = cells.place(asked.place)
      let window = cells.window(asked.from, asked.to)
      let kind = cells.kind(asked.kind)
      let ask = kind.map { cells.ask($0, asked) }
      let specialism = cells.word(asked.specialism, .specialisms)
      let phase = cells.word(asked.phase, .phases)
      let priority = cells.priority(asked.priority)
      let behaviours = cells.words(asked.behaviours, .behaviours)
      let people = cells.whole(asked.people, in: 1...20)
      let askedBy = cells.remark(asked.askedBy)
      let askedOn = cells.dayPast(asked.askedOn)
      let closing = cells.closing(asked.closedOn, asked.closedBecause)
      if let askedOn, let closedOn = closing.0, closedOn < askedOn {
        cells.note(
          asked.closedOn, "\(closedOn.typed) is before the need was asked for, \(askedOn.typed)")
      }
      guard let reference, let place, let kind, let ask, let window else { return nil }
      cells.checkDays(ask.halfDays, of: Int(people ?? 1), in: window, asked.days)
      if window.to < cells.today, cells.cell(asked.closedOn).isBlank {
        cells.note(
          asked.to, "\(window.to.typed) is past: no plan fills this need")
      }
      var need = Need(
        reference: reference, place: place, kind: kind, role: ask.role, specialism: specialism,
        phase: phase, halfDays: ask.halfDays, fte: ask.fte, window: window,
        priority: priority ?? .normal, behaviours: behaviours, people: people ?? 1,
        askedBy: askedBy, askedOn: askedOn)
      (need.closedOn, need.closedBecause) = closing
      var draft = NeedDraft(need)
      draft.saysPriority = priority != nil
      draft.saysPeople = people != nil
      return draft
    }
  }
}

/// The columns of the needs sheet.
private struct NeedColumns: Sendable {
  let reference, kind, role, specialism, phase, days, fte, from, to, priority: Column
  let behaviours, people, askedBy, askedOn, closedOn, closedBecause: Column
  let place: PlaceColumns

  init(_ sheet: inout Columns) {
    reference = sheet.required("Reference")
    place = sheet.place()
    kind = sheet.required("Kind", holds: .choice(Need.Kind.allCases.map(\.rawValue)))
    role = sheet.headed("Role wanted")
    specialism = sheet.optional("Specialism", holds: .name(.specialisms))
    phase = sheet.optional("Phase", holds: .name(.phases))
    days = sheet.optional("Days", holds: .number("0.5 to 195, for a deployment", of: .days))
    fte = sheet.optional("FTE", holds: .number("0.05 to 1, for a secondment", of: .shareOfFullTime))
    from = sheet.required("From", holds: .days)
    to = sheet.required("To", holds: .days)
    priority = sheet.optional(
      "Priority", holds: .choice(Need.Priority.allCases.map(\.rawValue)))
    behaviours = sheet.optional("Behaviours wanted", or: ["Behaviours"], holds: .names(.behaviours))
    people = sheet.optional("People", holds: .number("1 to 20", of: .people))
    askedBy = sheet.optional("Asked by")
    askedOn = sheet.optional("Asked on", holds: .days)
    closedOn = sheet.optional("Closed on", holds: .days)
    closedBecause = sheet.optional("Closed because")
  }
}

extension Cells {
  fileprivate mutating func kind(_ column: Column) -> Need.Kind? {
    guard let cell = filled(column) else { return nil }
    if let kind = Need.Kind(rawValue: cell.text.lowercased()) { return kind }
    refuse(column, "\(quoted(cell)) is not a kind of need", hint: "Try: deployment or secondment")
    return nil
  }

  /// When it was closed and why: both or neither.
  fileprivate mutating func closing(_ on: Column, _ because: Column) -> (Day?, String?) {
    let day = dayPast(on)
    let why = remark(because)
    if cell(on).isBlank != cell(because).isBlank {
      refuse(
        cell(on).isBlank ? on : because, "is blank: a closed need says when it was closed and why")
    }
    return (day, why)
  }

  fileprivate mutating func priority(_ column: Column) -> Need.Priority? {
    guard let cell = filled(column) else { return nil }
    // As a sheet has it, or as the command line does: must-fill.
    let words = cell.text.lowercased().split { $0 == "-" || $0 == " " }.joined(separator: " ")
    if let priority = Need.Priority(rawValue: words) { return priority }
    refuse(column, "\(quoted(cell)) is not a priority", hint: "Try: must fill, high or normal")
    return nil
  }

  /// Days and a designation for a deployment; a share of full time and a rung for a secondment.
  fileprivate mutating func ask(_ kind: Need.Kind, _ columns: NeedColumns)
    -> (role: String?, halfDays: HalfDays?, fte: FTE?)
  {
    switch kind {
    case .deployment:
      if !cell(columns.fte).isBlank {
        refuse(columns.fte, "is filled in for a deployment", hint: "Try: Days, and no FTE")
      }
      if cell(columns.days).isBlank { refuse(columns.days, "is blank: a deployment asks for days") }
      return (word(columns.role, .roles), halfDays(columns.days), nil)
    case .secondment:
      if !cell(columns.days).isBlank {
        refuse(columns.days, "is filled in for a secondment", hint: "Try: FTE, and no Days")
      }
      if cell(columns.fte).isBlank {
        refuse(columns.fte, "is blank: a secondment asks for a share of full time")
      }
      if cell(columns.role).isBlank {
        refuse(columns.role, "is blank: a secondment asks for a post")
      }
      return (word(columns.role, .rungs), nil, fte(columns.fte))
    }
  }

  /// Notes more days than there are working days in the window, for as many people as are asked for.
  fileprivate mutating func checkDays(
    _ halfDays: HalfDays?, of people: Int, in window: DaySpan, _ column: Column
  ) {
    guard let halfDays, window.days < 400 else { return }
    let working = (0..<window.days).count { window.from.adding(days: $0).weekday < 5 }
    if Int(halfDays.count) > 2 * working * people {
      let typed = shown(cell(column))
      note(column, "\(typed) days do not fit between \(window.from.typed) and \(window.to.typed)")
    }
  }

  /// First to last day, three years at most.
  fileprivate mutating func window(_ from: Column, _ to: Column) -> DaySpan? {
    let first = day(from)
    let last = day(to)
    guard let first, let last else { return nil }
    guard let span = DaySpan(from: first, to: last) else {
      refuse(to, "\(last.typed) is before the first day, \(first.typed)")
      return nil
    }
    if last >= first.adding(months: 36) {
      refuse(to, "\(last.typed) is more than three years after \(first.typed)")
      return nil
    }
    return span
  }
}
