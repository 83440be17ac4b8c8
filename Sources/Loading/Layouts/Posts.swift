import Domain

extension Layout where Draft == PostDraft {
  /// Established leadership posts, who holds them and when they are expected to fall vacant.
  public static var posts: Layout {
    var sheet = Columns()
    let place = sheet.place()
    let title = sheet.required("Post", holds: .name(.rungs))
    let number = sheet.optional("Number", holds: .number("1 to 50"))
    let trn = sheet.optional("Incumbent TRN", holds: .trn)
    let person = sheet.settled()
    let name = sheet.optional("Incumbent")
    let vacant = sheet.optional("Expected vacant from", holds: .days)
    let why = sheet.optional("Why")
    let critical = sheet.optional("Critical", holds: .yesOrNo)
    let same = Sameness<PostDraft>.text(
      hint: "Try: a column Number with 1, 2, ... where a place has several posts of one title"
    ) { "the post \(quoted($0.title)) \($0.number) of \($0.place)" }
    return Layout("posts", sheet, same: same) { cells in
      let place = cells.place(place)
      let title = cells.word(title, .rungs)
      let holder = cells.settlement(person)
      if holder == .new { cells.refuse(person, "new is not a person's number") }
      guard let place, let title else { return nil }
      var draft = PostDraft(place: place, title: title)
      draft.number = cells.whole(number, in: 1...50) ?? 1
      draft.incumbentTRN = cells.trn(trn)
      if case .person(let number) = holder { draft.incumbentPerson = number }
      draft.incumbentName = cells.holder(name)
      if draft.incumbentName == "" {
        draft.incumbentName = nil
        draft.isVacant = true
        let says = "is filled in, and under \(cells.heading(name)) stands that nobody is meant"
        for link in [trn, person] where !cells.cell(link).isBlank {
          cells.refuse(link, says, hint: "Try: keep the one that is right")
        }
      }
      draft.vacantFrom = cells.day(vacant)
      draft.why = cells.remark(why)
      draft.critical = cells.yes(critical)
      return draft
    }
  }
}
