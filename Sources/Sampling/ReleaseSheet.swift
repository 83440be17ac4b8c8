import Domain

/// `release.csv`: what heads let go, for 85 schools in a hundred.
struct ReleaseSheet {
  let pool: Pool

  func write(into sink: @escaping SampleSink) throws {
    var writer = SheetWriter("release.csv", sink)
    try writer.row([
      "School URN", "Days per half-term", "Out at once", "Cover needed", "Agreed by", "Agreed on",
    ])
    for school in pool.schools.indices {
      var generator = pool.generator(.release, school)
      if generator.chance(percent: 85) { try writer.row(row(of: school, &generator)) }
    }
    try writer.flush()
  }

  private func row(of school: Int, _ generator: inout Generator) -> [String] {
    let (days, out) = terms(pupils: Int(pool.schools[school].pupils ?? 200), &generator)
    let agreed = pool.today.adding(days: -generator.within(5...110))
    return [
      pool.urn(school), String(days), String(out), generator.chance(percent: 30) ? "yes" : "no",
      pool.headName(at: school), pool.workingDay(agreed).typed,
    ]
  }

  private func terms(pupils: Int, _ generator: inout Generator) -> (days: Int, out: Int) {
    switch pupils {
    case ..<150: (5, 1)
    case ..<400: (generator.within(5...8), 1)
    case ..<900: (generator.within(7...12), generator.within(1...2))
    default: (generator.within(10...15), generator.within(2...3))
    }
  }
}
