import Domain

/// `needs.csv`: what schools ask for in the coming months.
struct NeedsSheet {
  let pool: Pool

  func write(into sink: @escaping SampleSink) throws {
    var writer = SheetWriter("needs.csv", sink)
    try writer.row([
      "Reference", "School URN", "Kind", "Role wanted", "Specialism", "Phase", "Days", "FTE",
      "From",
      "To", "Priority", "Behaviours wanted", "People", "Asked by", "Asked on",
    ])
    for index in 0..<pool.request.needs { try writer.row(row(of: index)) }
    try writer.flush()
  }

  private func row(of index: Int) -> [String] {
    var generator = pool.generator(.need, index)
    let school = pool.schoolsByPupils.draw(&generator) ?? 0
    let isSecondment = generator.chance(percent: 15)
    let weeks = isSecondment ? generator.within(6...30) : generator.within(4...30)
    let from = pool.today.adding(days: generator.within(42...150))
    let monday = from.adding(days: (7 - from.weekday) % 7)
    let wanted = isSecondment ? secondment(&generator) : deployment(school, weeks, &generator)
    let several = !isSecondment && generator.chance(percent: 7)
    let behaviours = generator.some(
      NeedsSheet.behaviours.draw(&generator) ?? 0, of: pool.words.behaviours)
    let asked = pool.today.adding(days: -generator.within(1...60))
    return [
      reference(index), pool.urn(school), isSecondment ? "secondment" : "deployment", wanted.role,
      wanted.specialism, pool.schools[school].phase ?? "", wanted.days, wanted.fte, monday.typed,
      monday.adding(days: weeks * 7 - 3).typed, NeedsSheet.priorities.draw(&generator) ?? "normal",
      cell(of: behaviours), several ? "2" : "1", pool.headName(at: school),
      pool.workingDay(asked).typed,
    ]
  }

  private typealias Wanted = (role: String, specialism: String, days: String, fte: String)

  private func secondment(_ generator: inout Generator) -> Wanted {
    (
      NeedsSheet.posts.draw(&generator) ?? "", "", "",
      NeedsSheet.shares.draw(&generator) ?? "1.0"
    )
  }

  /// Specialisms are wanted as often as they are held; days fit the weeks there are.
  private func deployment(
    _ school: Int, _ weeks: Int, _ generator: inout Generator
  ) -> Wanted {
    let supportsFamilies = generator.chance(percent: 15)
    let teaching = Teaching(phase: pool.schools[school].phase)
    let specialisms =
      supportsFamilies ? pool.words.familySupport : pool.words.specialisms(of: teaching)
    let days = min(NeedsSheet.days.draw(&generator) ?? 5, max(2, weeks * 3 / 4))
    return (
      supportsFamilies ? "SFSL" : "SLE", specialisms.draw(&generator) ?? "", String(days), ""
    )
  }

  /// `N017`; as many digits as the last one needs, three at least.
  private func reference(_ index: Int) -> String {
    let digits = String(index + 1)
    let width = max(3, String(pool.request.needs).utf8.count)
    return "N" + String(repeating: "0", count: width - digits.utf8.count) + digits
  }

  private static let priorities = Weighted([("must fill", 10), ("high", 35), ("normal", 55)])
  private static let behaviours = Weighted([(0, 45), (1, 35), (2, 20)])
  private static let days = Weighted([
    (2, 14), (3, 16), (4, 12), (5, 18), (6, 16), (8, 8), (10, 10), (12, 3), (15, 3),
  ])
  private static let posts = Weighted([
    ("Assistant headteacher", 42), ("Deputy headteacher", 32), ("Headteacher", 18),
    ("Middle leader", 8),
  ])
  private static let shares = Weighted([("1.0", 60), ("0.6", 25), ("0.4", 15)])
}
