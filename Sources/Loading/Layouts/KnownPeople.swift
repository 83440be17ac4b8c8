import Domain

// Sheets about people who are stored already, each by number or TRN.

extension Layout where Draft == StepDraft {
  /// Next steps people have named, open or done.
  public static var steps: Layout {
    var sheet = Columns()
    let who = sheet.mention()
    let what = sheet.required("Career step", or: ["Next career step", "Step"], holds: .prose)
    let due = sheet.optional("Due", or: ["Next step due", "Due on"], holds: .days)
    let owner = sheet.optional("Owner")
    let source = sheet.optional("Source")
    let done = sheet.optional("Done on", holds: .days)
    let outcome = sheet.optional("Outcome", holds: .prose)
    let same = Sameness<StepDraft>.ofPerson(\.person, \.what) { "the step \(quoted($0.what))" }
    return Layout("steps", sheet, same: same) { cells in
      let person = cells.mention(who)
      let step = cells.step(what)
      guard let person, let step else { return nil }
      var draft = StepDraft(person: person, what: step)
      draft.due = cells.day(due)
      draft.owner = cells.remark(owner)
      draft.source = cells.remark(source)
      draft.doneOn = cells.dayPast(done)
      draft.outcome = cells.remark(outcome, atMost: 1_000)
      if draft.doneOn == nil, draft.outcome != nil, cells.cell(done).isBlank {
        cells.refuse(done, "is blank: an outcome goes with the day the step was done")
      }
      return draft
    }
  }
}

extension Layout where Draft == ProgrammeDraft {
  /// Who took part in which programme, when, and what came of it.
  public static var programmes: Layout {
    var sheet = Columns()
    let who = sheet.mention()
    let programme = sheet.required("Programme", holds: .name(.programmes))
    let from = sheet.optional("From", or: ["Started on"], holds: .days)
    let to = sheet.optional("To", or: ["Ended on", "Completed on"], holds: .days)
    let outcome = sheet.optional("Outcome")
    let same = Sameness<ProgrammeDraft>.ofPerson(\.person, \.programme) { shown($0.programme) }
    return Layout("programmes", sheet, same: same) { cells in
      let person = cells.mention(who)
      let name = cells.word(programme, .programmes)
      guard let person, let name else { return nil }
      var draft = ProgrammeDraft(person: person, programme: name)
      (draft.from, draft.to) = cells.days(from, to)
      draft.outcome = cells.remark(outcome)
      if saysCompleted(draft.outcome), let last = draft.to ?? draft.from, last > cells.today {
        cells.refuse(
          draft.to == nil ? from : to,
          "\(last.typed) is in the future, and the programme was completed",
          hint: "Try: leave Outcome blank until it is over")
      }
      return draft
    }
  }
}

/// Whether an outcome can only be of a programme that is over.
private func saysCompleted(_ outcome: String?) -> Bool {
  guard let word = outcome?.lowercased() else { return false }
  return ["complete", "passed", "achieved", "awarded", "graduated"].contains { word.hasPrefix($0) }
}

extension Layout where Draft == ReadinessDraft {
  /// How ready people are, a post a row.
  public static var readiness: Layout {
    var sheet = Columns()
    let who = sheet.mention()
    let post = sheet.required("Post", or: ["Aspiration"], holds: .name(.rungs))
    let level = sheet.required("Readiness", holds: .name(.readiness))
    let judged = sheet.optional("Judged on", or: ["Readiness judged on"], holds: .days)
    let same = Sameness<ReadinessDraft>.ofPerson(\.person, \.readiness.post) {
      "readiness for \($0.readiness.post)"
    }
    return Layout("readiness", sheet, same: same) { cells in
      let person = cells.mention(who)
      let rung = cells.word(post, .rungs)
      let word = cells.word(level, .readiness)
      let day = cells.dayPast(judged)
      guard let person, let rung, let word else { return nil }
      return ReadinessDraft(
        person: person, readiness: Readiness(post: rung, level: word, judgedOn: day))
    }
  }
}

extension Layout where Draft == SpecialismDraft {
  /// Specialisms held in a designation, each with its own verification.
  public static var specialisms: Layout {
    var sheet = Columns()
    let who = sheet.mention()
    let role = sheet.required("Designation", holds: .name(.roles))
    let since = sheet.required("Designated on", holds: .days)
    let specialism = sheet.required("Specialism", holds: .name(.specialisms))
    let verified = sheet.optional("Verified on", holds: .days)
    let expires = sheet.optional("Expires on", holds: .days)
    let same = Sameness<SpecialismDraft>.ofPerson(
      \.person, { "\($0.role) \($0.since.iso) \($0.specialism)" }
    ) { "\($0.specialism) as \($0.role) from \($0.since.typed)" }
    return Layout("specialisms", sheet, same: same) { cells in
      let person = cells.mention(who)
      let designation = cells.word(role, .roles)
      let first = cells.day(since)
      let name = cells.word(specialism, .specialisms)
      let span = cells.days(verified, expires)
      guard let person, let designation, let first, let name else { return nil }
      var draft = SpecialismDraft(
        person: person, role: designation, since: first, specialism: name)
      (draft.verifiedOn, draft.expiresOn) = span
      cells.refuseFuture(draft.verifiedOn, verified)
      return draft
    }
  }
}

extension Layout where Draft == ConflictDraft {
  /// Places people may not be sent to: declared interests, and their own wishes.
  public static var conflicts: Layout {
    var sheet = Columns()
    let who = sheet.mention()
    let place = sheet.place()
    let kind = sheet.required("Kind", holds: .choice(ConflictDraft.Kind.allCases.map(\.rawValue)))
    let why = sheet.required("Why", or: ["Reason for conflict"])
    let recorded = sheet.optional("Recorded on", holds: .days)
    let same = Sameness<ConflictDraft>.ofPerson(\.person, { "\($0.place) \($0.kind)" }) {
      "\($0.kind.rawValue) with \($0.place)"
    }
    return Layout("conflicts", sheet, same: same) { cells in
      let person = cells.mention(who)
      let place = cells.place(place)
      let kind = cells.choice(kind, ConflictDraft.Kind.self, of: "a kind of conflict")
      let reason = cells.remark(why)
      let recordedOn = cells.dayPast(recorded)
      guard let person, let place, let kind, let reason else { return nil }
      var draft = ConflictDraft(person: person, place: place, kind: kind, why: reason)
      draft.recordedOn = recordedOn
      return draft
    }
  }
}

extension Layout where Draft == AvailabilityDraft {
  /// Between which days people can be asked.
  public static var availability: Layout {
    var sheet = Columns()
    let who = sheet.mention()
    let from = sheet.headed("Available from", holds: .days)
    let until = sheet.headed("Available until", holds: .days)
    let same = Sameness<AvailabilityDraft>.ofPerson(\.person, { _ in "" }) { _ in "availability" }
    return Layout("availability", sheet, same: same) { cells in
      let person = cells.mention(who)
      let span = cells.days(from, until)
      return person.map { AvailabilityDraft(person: $0, from: span.0, until: span.1) }
    }
  }
}

extension Layout where Draft == VettingDraft {
  /// Whether vetting was confirmed, when and by whom, and whether a prohibition is recorded.
  public static var vetting: Layout {
    var sheet = Columns()
    let who = sheet.mention()
    let vetted = sheet.headed("Vetted on", holds: .days)
    let by = sheet.headed("Vetted by")
    let prohibited = sheet.optional("Prohibited", holds: .yesOrNo)
    let same = Sameness<VettingDraft>.ofPerson(\.person, { _ in "" }) { _ in "vetting" }
    return Layout("vetting", sheet, same: same) { cells in
      let person = cells.mention(who)
      guard let person else { return nil }
      var draft = VettingDraft(person: person)
      draft.vettedOn = cells.dayPast(vetted)
      draft.vettedBy = cells.remark(by)
      draft.prohibited = cells.yes(prohibited)
      if cells.cell(vetted).isBlank != cells.cell(by).isBlank {
        cells.refuse(
          cells.cell(by).isBlank ? by : vetted,
          "is blank: a confirmation says when and who confirmed it")
      }
      return draft
    }
  }
}
