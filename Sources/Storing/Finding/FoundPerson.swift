import Domain
import Postgres

/// A person as an answer shows them: one line's worth.
public struct FoundPerson: Hashable, Sendable {
  /// A designation in force with the specialisms held in it.
  public struct Holding: Hashable, Sendable {
    public var role: String
    public var specialisms: [String]
  }

  public var number: PersonNumber
  public var name: String
  public var trn: TRN?
  public var home: PlaceKey?
  public var homeName: String?
  public var homePhase: String?
  public var authority: String?
  public var role: String?
  public var aspiration: String?
  public var holdings: [Holding] = []
  public var strengths: [String] = []
  /// For the post asked about, else for the one aspired to; nil when not judged.
  public var readiness: Readiness?
  /// Straight-line metres from the point asked about; nil without one, or without a position.
  public var metres: Int?
  /// The most any designation in force has left this school year; nil without one.
  public var halfDaysLeft: HalfDays?
  /// The step that has been overdue longest.
  public var overdueStep: String?
  public var overdueSince: Day?
}

/// Who was found, and how many there are in all.
public struct PeopleAnswer: Sendable {
  /// What a question named that is not stored.
  public enum Missing: Hashable, Sendable {
    case authority(nearest: String?)
    case cluster(nearest: String?)
    case point
  }

  public var people: [FoundPerson]
  /// Counted to one more than `PeopleQuestion.mostCounted`.
  public var total: Int
  /// Whether nothing had the words as typed, and these people's are only like them.
  public var isByLikeness: Bool
  public var missing: Missing?
  /// The school or setting distances are from.
  public var nearName: String?
  /// Whether the organisation has nobody at all; only looked at when nobody was found.
  public var isPoolEmpty = false
}

extension Store {
  /// Answers in one round trip. Words that nobody has as typed are looked for once more by likeness.
  public func people(_ question: PeopleQuestion) throws -> PeopleAnswer {
    var answer = try people(question, byLikeness: false)
    guard answer.missing == nil, answer.total == 0 else { return answer }
    answer.isPoolEmpty = try connection.first(PoolIsEmpty(organisation: organisation)) ?? false
    guard !question.words.isEmpty, !answer.isPoolEmpty else { return answer }
    try connection.script("set pg_trgm.word_similarity_threshold = 0.4")
    return try people(question, byLikeness: true)
  }

  private func people(_ question: PeopleQuestion, byLikeness: Bool) throws -> PeopleAnswer {
    let rows = try connection.query(
      FindPeople(organisation: organisation, question: question, byLikeness: byLikeness))
    let head = rows.first?.head
    return PeopleAnswer(
      people: rows.compactMap(\.person), total: head?.total ?? 0, isByLikeness: byLikeness,
      missing: try head.flatMap { try missing($0, question) }, nearName: head?.nearName)
  }

  private func missing(
    _ head: FindPeople.Head, _ question: PeopleQuestion
  ) throws -> PeopleAnswer.Missing? {
    if question.near != nil, head.nearName == nil { return .point }
    if let typed = question.authority, !head.authorityIsKnown {
      return .authority(nearest: try nearest(typed, .authority))
    }
    if let typed = question.cluster, !head.clusterIsKnown {
      return .cluster(nearest: try nearest(typed, .cluster))
    }
    return nil
  }
}

struct PoolIsEmpty: Statement {
  static let sql = "select not exists (select from person where organisation = $1) as empty"
  static let example = PoolIsEmpty(organisation: OrganisationID(1))
  let organisation: OrganisationID
  func bind(_ parameters: inout Parameters) { parameters.add(organisation.number) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Bool {
    try row.optionalBool("empty") ?? false
  }
}
