import Domain

/// `rising-stars.csv`: the talent database, under the two lines authorities put above it.
struct PeopleSheet {
  let pool: Pool

  func write(into sink: @escaping SampleSink) throws {
    var writer = SheetWriter("rising-stars.csv", sink)
    let headings = PeopleSheet.headings + (pool.request.behaviours ? ["Behaviours"] : [])
    let blanks = [String](repeating: "", count: headings.count - 1)
    try writer.row(["\(title) Rising Stars database"] + blanks)
    try writer.row(["OFFICIAL - SENSITIVE"] + blanks)
    try writer.row(headings)
    for index in 0..<pool.request.people { try writer.row(row(of: index)) }
    try writer.flush()
  }

  /// The authority's name when there is one.
  private var title: String {
    let first = pool.schools.first?.authorityName ?? ""
    return pool.schools.allSatisfy { $0.authorityName == first } ? first : "National"
  }

  private static let headings = [
    "Surname", "Forename", "TRN", "School URN", "School", "Current role", "Aspiration", "Readiness",
    "Readiness judged on", "Programmes", "Strengths", "Next career step", "Next step due",
    "Max travel (miles)", "Days a year", "Performance (1-3)", "Potential (1-3)",
  ]

  private func row(of index: Int) -> [String] {
    let person = pool.people[index]
    let role = person.roleHeld
    let school = Int(person.school)
    var generator = pool.generator(.person, index)
    var cells = [
      person.name.familyText, person.name.givenText, person.trnText, pool.urn(school),
      pool.schools[school].name, role.written,
    ]
    cells += ambition(of: role, &generator)
    cells += experience(of: role, at: school, &generator)
    cells += step(of: role, &generator)
    cells += terms(&generator)
    if pool.request.behaviours {
      let count = generator.within(0...3)
      cells.append(cell(of: generator.some(count, of: pool.words.behaviours)))
    }
    return cells
  }

  /// Aspiration, readiness for it and when that was judged; blank for the few nobody asked.
  private func ambition(of role: Role, _ generator: inout Generator) -> [String] {
    if generator.chance(percent: 4) { return ["", "", ""] }
    let readiness = pool.words.readiness.draw(&generator) ?? ""
    // Two years count; one in eight judgements is older.
    let fresh = generator.chance(percent: 88)
    let ago = fresh ? generator.within(14...700) : generator.within(740...1_050)
    return [role.aspiration, readiness, pool.workingDay(pool.today.adding(days: -ago)).typed]
  }

  private func experience(
    of role: Role, at school: Int, _ generator: inout Generator
  ) -> [String] {
    let known = role.programmes.filter(pool.words.programmes.contains)
    let taken = generator.chance(percent: 28) ? 0 : generator.chance(percent: 80) ? 1 : 2
    let teaching = Teaching(phase: pool.schools[school].phase)
    let strengths =
      role.rung == .family ? pool.words.familySupport : pool.words.specialisms(of: teaching)
    return [
      cell(of: generator.some(taken, of: known)),
      cell(of: strengths.draw(generator.within(1...4), &generator)),
    ]
  }

  /// A next career step and its due day: about one in four is overdue.
  private func step(of role: Role, _ generator: inout Generator) -> [String] {
    guard !generator.chance(percent: 7), let step = generator.one(of: role.steps) else {
      return ["", ""]
    }
    let due = pool.today.adding(days: generator.within(-120...360))
    return [step, pool.workingDay(due).typed]
  }

  /// Travel, days a year, performance and potential.
  private func terms(_ generator: inout Generator) -> [String] {
    [
      generator.chance(percent: 5) ? "" : Terms.miles.drawText(&generator),
      generator.chance(percent: 5) ? "" : Terms.days.drawText(&generator),
      Terms.grade.drawText(&generator), Terms.grade.drawText(&generator),
    ]
  }
}
