import Domain
import Postgres

/// Rows of what was found, each with the same head; one row with a head alone when nobody was.
struct FindPeople: Statement {
  static let sql = FindPeopleSQL.sql
  static let example = FindPeople(
    organisation: OrganisationID(1),
    question: PeopleQuestion(today: Day(number: 0), defaultHalfDaysAYear: HalfDays(0)),
    byLikeness: false)

  let organisation: OrganisationID
  let question: PeopleQuestion
  let byLikeness: Bool

  /// What the answer says besides people.
  struct Head {
    var total: Int
    var nearName: String?
    var authorityIsKnown: Bool
    var clusterIsKnown: Bool
  }

  /// In the order of `FindPeopleSQL`'s parameters.
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.addDate(question.today.number)
    parameters.add(question.person?.number)
    parameters.add(question.person?.trn)
    for text in [
      question.designation, question.specialism, question.phase, question.role, question.aspiration,
      question.readyFor, question.readiness, question.programme, question.authority,
      question.cluster,
    ] { parameters.add(text) }
    bindPoint(&parameters)
    parameters.add(question.leastHalfDaysLeft?.count)
    parameters.add(question.onlyOverdue ? true : nil)
    parameters.add(question.order.rawValue)
    parameters.add(question.readinessLevels)
    parameters.addInt4(question.limit)
    parameters.add(question.defaultHalfDaysAYear.count)
    parameters.addDate(question.today.schoolYearStart.number)
    parameters.addDate(question.today.schoolYearStart.adding(months: 12).adding(days: -1).number)
    parameters.add(question.driver.rawValue)
    parameters.add(question.isByHome)
    parameters.add(byLikeness)
    bindWords(&parameters)
    parameters.add(question.ladder)
    parameters.add(byLikeness ? nil : plainWords.dropFirst().first.map(pattern))
  }

  /// Words that mean no specialism, the longest first.
  private var plainWords: [PeopleQuestion.Word] {
    question.words.filter(\.specialisms.isEmpty).sorted { $0.text.count > $1.text.count }
  }

  private func bindPoint(_ parameters: inout Parameters) {
    var place: PlaceKey?
    var postcode: String?
    switch question.near {
    case .place(let key): place = key
    case .postcode(let text): postcode = text
    case nil: break
    }
    parameters.add(place?.urn?.number)
    parameters.add(place?.settingReference)
    parameters.add(postcode)
    parameters.add(question.near == nil ? nil : question.radius)
  }

  /// The first is the word most likely to be rare: one that means no specialism, the longest of them.
  private func bindWords(_ parameters: inout Parameters) {
    let ranked = question.words.sorted {
      ($0.specialisms.isEmpty ? 0 : 1, -$0.text.count) < (
        $1.specialisms.isEmpty ? 0 : 1, -$1.text.count
      )
    }
    let others = ranked.dropFirst()
    let meanings = zip(Int32(1)..., others).flatMap { line, word in
      word.specialisms.map { (line, $0) }
    }
    parameters.add(ranked.first.map(pattern))
    parameters.add(ranked.first?.specialisms ?? [])
    parameters.add(others.map(pattern))
    parameters.add(meanings.map(\.0))
    parameters.add(meanings.map(\.1))
  }

  private func pattern(_ word: PeopleQuestion.Word) -> String {
    byLikeness ? word.text : "%\(Self.literal(word.text))%"
  }

  /// The word as LIKE takes it literally.
  static func literal(_ word: String) -> String {
    var escaped = ""
    for character in word {
      if character == "\\" || character == "%" || character == "_" { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (head: Head, person: FoundPerson?) {
    let total = try row.optionalInt32("total") ?? 0
    let nearName = try row.optionalText("near_name")
    let authorityIsKnown = try row.optionalBool("authority_is_known") ?? false
    let clusterIsKnown = try row.optionalBool("cluster_is_known") ?? false
    let head = Head(
      total: Int(total), nearName: nearName, authorityIsKnown: authorityIsKnown,
      clusterIsKnown: clusterIsKnown)
    _ = try row.optionalInt64("line")
    return (head, try row.foundPerson())
  }
}

extension RowReader {
  /// The columns of a person found; nil when the row is a head alone.
  fileprivate mutating func foundPerson() throws(PostgresError) -> FoundPerson? {
    let number = try optionalInt32("number")
    let name = try optionalText("name")
    var person = FoundPerson(number: PersonNumber(number ?? 0), name: name ?? "")
    person.trn = try optionalText("trn").flatMap { TRN($0) }
    person.home = try optionalPlace()
    person.homeName = try optionalText("home_name")
    person.homePhase = try optionalText("home_phase")
    person.authority = try optionalText("authority")
    person.role = try optionalText("role")
    person.aspiration = try optionalText("aspiration")
    let roles = try optionalTextArray("roles") ?? []
    person.holdings = FoundPerson.Holding.gathered(
      roles, try optionalTextArray("specialisms") ?? [])
    person.strengths = try optionalTextArray("strengths") ?? []
    person.readiness = try optionalReadiness()
    person.metres = try optionalDouble("metres").map { Int($0) }
    person.halfDaysLeft = try optionalInt32("half_days_left").map { HalfDays($0) }
    person.overdueStep = try optionalText("overdue_step")
    person.overdueSince = try optionalDay("overdue_since")
    return number == nil ? nil : person
  }

  private mutating func optionalReadiness() throws(PostgresError) -> Readiness? {
    let post = try optionalText("post")
    let level = try optionalText("level")
    let judgedOn = try optionalDay("judged_on")
    guard let post, let level else { return nil }
    return Readiness(post: post, level: level, judgedOn: judgedOn)
  }
}

extension FoundPerson.Holding {
  /// From a role for each specialism, in order; an empty specialism stands for none held.
  fileprivate static func gathered(_ roles: [String], _ specialisms: [String]) -> [Self] {
    var holdings: [Self] = []
    for (role, specialism) in zip(roles, specialisms) {
      if holdings.last?.role != role { holdings.append(Self(role: role, specialisms: [])) }
      if !specialism.isEmpty { holdings[holdings.count - 1].specialisms.append(specialism) }
    }
    return holdings
  }
}
