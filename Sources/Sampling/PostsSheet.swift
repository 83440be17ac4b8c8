import Domain

/// `posts.csv`: the head, deputy and assistant of every school, and which fall vacant.
struct PostsSheet {
  let pool: Pool

  func write(into sink: @escaping SampleSink) throws {
    var writer = SheetWriter("posts.csv", sink)
    try writer.row([
      "School URN", "Post", "Incumbent TRN", "Incumbent", "Expected vacant from", "Why", "Critical",
    ])
    for school in pool.schools.indices {
      for post in Holder.allCases { try writer.row(row(of: post, at: school)) }
    }
    try writer.flush()
  }

  private func row(of post: Holder, at school: Int) -> [String] {
    var generator = pool.generator(.post, school * Holder.allCases.count + post.rawValue)
    let holder = pool.holder(of: post, at: school)
    let isLinked = generator.chance(percent: 85)
    let critical = post == .head || generator.chance(percent: post == .deputy ? 12 : 5)
    return [
      pool.urn(school), post.title, isLinked ? holder?.trnText ?? "" : "",
      holder?.name.text ?? name(of: post, at: school, &generator),
    ] + vacancy(&generator) + [critical ? "yes" : "no"]
  }

  /// The head is who agrees release and asks for help; others are whoever comes.
  private func name(of post: Holder, at school: Int, _ generator: inout Generator) -> String {
    post == .head ? pool.headName(at: school) : SampleName(&generator).text
  }

  /// When it is expected to fall vacant, at a month's end within two years, and why.
  private func vacancy(_ generator: inout Generator) -> [String] {
    guard generator.chance(percent: 12) else { return ["", ""] }
    let month = generator.within(1...24)
    let (year, number, _) = pool.today.adding(months: month).civil
    let day = Day(year: year, month: number, day: 1)?.adding(days: -1) ?? pool.today
    let why = PostsSheet.reasons.draw(&generator) ?? "Resignation"
    return [max(day, pool.today.adding(days: 14)).typed, why]
  }

  private static let reasons = Weighted([
    ("Retirement", 40), ("Resignation", 35), ("End of fixed term", 15), ("Promotion", 10),
  ])
}
