import Domain
import Postgres

/// What places are looked for by.
public struct PlaceQuestion: Hashable, Sendable {
  public static let mostWords = 20

  /// All of them are in the name.
  public var words: [String]
  /// A name or a code.
  public var authority: String?
  public var phase: String?
  public var limit: Int32

  public init(words: [String], authority: String? = nil, phase: String? = nil, limit: Int32 = 30) {
    self.words = words
    self.authority = authority
    self.phase = phase
    self.limit = limit
  }
}

/// A school or setting as somebody who looks for its key wants to see it.
public struct FoundPlace: Hashable, Sendable {
  public var key: PlaceKey
  public var name: String
  public var authority: String?
  public var phase: String?
  public var town: String?
  public var postcode: String?
  public var pupils: Int32?
  /// In GIAS's words; nil for a setting, which has none.
  public var status: String?
}

public struct PlaceAnswer: Hashable, Sendable {
  public var places: [FoundPlace]
  /// Of how many.
  public var total: Int
  /// Whether these are like the words instead of having them.
  public var isByLikeness: Bool
}

extension Store {
  /// Schools and settings by words of their name; closed ones last. Words that no name has as typed
  /// are looked for once more by likeness.
  public func places(_ question: PlaceQuestion) throws -> PlaceAnswer {
    let answer = try places(question, byLikeness: false)
    guard answer.total == 0 else { return answer }
    try connection.script("set pg_trgm.word_similarity_threshold = 0.4")
    return try places(question, byLikeness: true)
  }

  private func places(_ question: PlaceQuestion, byLikeness: Bool) throws -> PlaceAnswer {
    let rows = try connection.query(
      FindPlaces(organisation: organisation, question: question, byLikeness: byLikeness))
    return PlaceAnswer(
      places: rows.map(\.place), total: rows.first?.total ?? 0, isByLikeness: byLikeness)
  }

  /// Whether a local authority has this name, in any case, or this code.
  public func knowsAuthority(_ typed: String) throws -> Bool {
    try connection.first(KnownAuthority(typed: typed)) ?? false
  }
}

/// The longest word is the one an index answers.
struct FindPlaces: Statement {
  static let sql = """
    with named as (
      select urn, null as reference, name, authority, phase, town, postcode, pupils, status
      from school
      where case when $6 then search_text(name) %> search_text($2)
        else search_text(name) like search_text($2) end
      union all
      select null, reference, name, authority, phase, null, postcode, null, null from setting
      where organisation = $1 and case when $6 then search_text(name) %> search_text($2)
        else search_text(name) like search_text($2) end)
    select n.urn as school, n.reference as setting, n.name, a.name as authority, n.phase, n.town,
      n.postcode, n.pupils, n.status, (count(*) over ())::integer as total
    from named n left join authority a on a.code = n.authority
    where not exists (
        select from unnest($3::text[]) w (word)
        where case when $6 then not search_text(n.name) %> search_text(w.word)
          else search_text(n.name) not like search_text(w.word) end)
      and ($4::text is null or a.code = $4 or lower(a.name) = lower($4))
      and ($5::text is null or n.phase = $5)
    order by case when $6 then 1 - word_similarity(search_text($2), search_text(n.name)) else 0 end,
      n.status is not distinct from 'Closed', n.name, n.urn, n.reference
    limit $7::integer
    """
  static let example = FindPlaces(
    organisation: OrganisationID(1), question: PlaceQuestion(words: [""]), byLikeness: false)
  let organisation: OrganisationID
  let question: PlaceQuestion
  let byLikeness: Bool

  func bind(_ parameters: inout Parameters) {
    let words = question.words.flatMap { $0.split(separator: " ").map(String.init) }
      .sorted { $0.count > $1.count }
      .map { byLikeness ? $0 : "%\(FindPeople.literal($0))%" }
    parameters.add(organisation.number)
    parameters.add(words.first ?? "%")
    parameters.add(Array(words.dropFirst()))
    parameters.add(question.authority)
    parameters.add(question.phase)
    parameters.add(byLikeness)
    parameters.add(question.limit)
  }

  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (place: FoundPlace, total: Int) {
    let urn = try row.optionalInt32("school").flatMap { URN(Int($0)) }
    let reference = try row.optionalText("setting") ?? ""
    let place = FoundPlace(
      key: urn.map { .school($0) } ?? .setting(reference), name: try row.optionalText("name") ?? "",
      authority: try row.optionalText("authority"), phase: try row.optionalText("phase"),
      town: try row.optionalText("town"), postcode: try row.optionalText("postcode"),
      pupils: try row.optionalInt32("pupils"), status: try row.optionalText("status"))
    return (place, Int(try row.optionalInt32("total") ?? 0))
  }
}

struct KnownAuthority: Statement {
  static let sql = """
    select exists (select from authority where code = $1 or lower(name) = lower($1)) as known
    """
  static let example = KnownAuthority(typed: "")
  let typed: String
  func bind(_ parameters: inout Parameters) { parameters.add(typed) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Bool {
    try row.optionalBool("known") ?? false
  }
}
