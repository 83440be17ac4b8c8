import Domain

/// `designations.csv`: SLE and SFSL, their terms, specialisms and work so far.
struct DesignationsSheet {
  let pool: Pool

  /// A term is four years.
  private static let termMonths = 48

  func write(into sink: @escaping SampleSink) throws {
    var writer = SheetWriter("designations.csv", sink)
    try writer.row([
      "Surname", "Forename", "TRN", "Home school URN", "Designation", "Designated on", "Until",
      "Specialisms", "Verified on", "Phases", "Days a year", "Max travel (miles)",
      "Completed deployments", "Alliance", "Supervises",
    ])
    for index in pool.designated { try writer.row(row(of: index)) }
    try writer.flush()
  }

  private func row(of index: Int) -> [String] {
    let person = pool.people[index]
    let school = Int(person.school)
    var generator = pool.generator(.designated, index)
    let supportsFamilies = person.roleHeld.rung == .family || generator.chance(percent: 13)
    let isNew = generator.chance(percent: 33)
    let since = pool.workingDay(since(isNew: isNew, &generator))
    let teaching = Teaching(phase: pool.schools[school].phase)
    let specialisms =
      supportsFamilies ? pool.words.familySupport : pool.words.specialisms(of: teaching)
    let held = specialisms.draw(generator.within(1...3), &generator)
    let completed = isNew ? 0 : Terms.completed.draw(&generator) ?? 1
    return [
      person.name.familyText, person.name.givenText, person.trnText, pool.urn(school),
      supportsFamilies ? "SFSL" : "SLE", since.typed,
      since.adding(months: DesignationsSheet.termMonths).typed, cell(of: held),
      verified(after: since, &generator), cell(of: phases(at: school, &generator)),
      Terms.days.drawText(&generator), Terms.miles.drawText(&generator), String(completed),
      pool.clusters.alliance(ofSchool: school),
      completed > 0 && generator.chance(percent: 38) ? "yes" : "no",
    ]
  }

  /// Nine in ten hold to the end of the next school year; the tenth ends sooner. The new are of late.
  private func since(isNew: Bool, _ generator: inout Generator) -> Day {
    let today = pool.today
    let holds = today.schoolYearStart.adding(months: 24 - DesignationsSheet.termMonths)
    if isNew { return generator.day(from: today.adding(days: -420), to: today.adding(days: -20)) }
    if generator.chance(percent: 14) {
      let latest = today.adding(months: -DesignationsSheet.termMonths).adding(days: 14)
      return generator.day(from: latest, to: holds.adding(days: -30))
    }
    return generator.day(from: holds.adding(days: 2), to: today.adding(days: -150))
  }

  /// When the specialisms were verified; a few never were.
  private func verified(after since: Day, _ generator: inout Generator) -> String {
    let day = since.adding(days: generator.within(3...40))
    return generator.chance(percent: 3) ? "" : min(day, pool.today.adding(days: -1)).typed
  }

  /// The home's phase, and for one in eight the one before or after it.
  private func phases(at school: Int, _ generator: inout Generator) -> [String] {
    guard let own = pool.schools[school].phase else { return [] }
    let near = [
      "Primary": "Nursery", "Secondary": "16 plus", "Middle deemed secondary": "Secondary",
    ]
    guard generator.chance(percent: 12), let other = near[own] else { return [own] }
    return [own, other]
  }
}
