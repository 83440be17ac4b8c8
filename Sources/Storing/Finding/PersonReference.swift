import Domain
import Postgres

/// How somebody asks for a person: by number (`P17`, `17`) or by TRN (seven digits).
public enum PersonReference: Hashable, Sendable, CustomStringConvertible {
  case number(PersonNumber)
  case trn(TRN)

  /// Nil for what is neither. Spaces, dashes and a slash inside a TRN are left out.
  public init?(_ typed: String) {
    let joined = typed.filter { !" -/".contains($0) }
    if let trn = TRN(joined) {
      self = .trn(trn)
      return
    }
    let digits = typed.first == "P" || typed.first == "p" ? typed.dropFirst() : typed[...]
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int32(digits), number > 0
    else { return nil }
    self = .number(PersonNumber(number))
  }

  /// As printed: the number, or the TRN spelt out as one.
  public var description: String {
    switch self {
    case .number(let number): number.description
    case .trn(let trn): "with the TRN \(trn)"
    }
  }

  var number: Int32? { if case .number(let number) = self { number.number } else { nil } }
  var trn: String? { if case .trn(let trn) = self { trn.description } else { nil } }
}

extension Store {
  /// The number of the person asked for.
  ///
  /// - Throws: `StoreError.notFound`, or `.merged` when the record became part of another.
  public func person(_ reference: PersonReference) throws -> PersonNumber {
    let statement = PersonByReference(organisation: organisation, reference: reference)
    guard let number = try connection.first(statement) else {
      throw try missing(reference)
    }
    return PersonNumber(number)
  }

  func missing(_ reference: PersonReference) throws -> StoreError {
    let merged = try connection.first(
      StandsFor(organisation: organisation, reference: reference))
    guard let merged else {
      return .notFound(what: "person", reference: reference.description)
    }
    return .merged(gone: "P\(merged.gone)", kept: PersonNumber(merged.kept), since: merged.since)
  }
}

extension PersonReference {
  /// Two values: the number or the TRN, and null for the other.
  fileprivate func bind(_ parameters: inout Parameters) {
    parameters.add(number)
    parameters.add(trn)
  }
}

/// Who stands for a record that became part of another's; no row when none did.
struct StandsFor: Statement {
  static let sql = """
    select gone, person_now(organisation, gone) as kept, to_char(merged_at, 'FMDD Mon YYYY') as since
    from merge where organisation = $1 and undone_at is null
      and (gone = $2::integer or gone_trn = $3::text) order by number desc limit 1
    """
  static let example = StandsFor(
    organisation: OrganisationID(1), reference: .number(PersonNumber(1)))
  let organisation: OrganisationID
  let reference: PersonReference
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    reference.bind(&parameters)
  }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (gone: Int32, kept: Int32, since: String) {
    (
      gone: try row.int32("gone"), kept: try row.optionalInt32("kept") ?? 0,
      since: try row.optionalText("since") ?? ""
    )
  }
}

struct PersonByReference: Statement {
  static let sql = """
    select number from person
    where organisation = $1 and ($2::integer is null or number = $2) and ($3::text is null or trn = $3)
    """
  static let example = PersonByReference(
    organisation: OrganisationID(1), reference: .number(PersonNumber(1)))
  let organisation: OrganisationID
  let reference: PersonReference
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    reference.bind(&parameters)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Int32 {
    try row.int32("number")
  }
}
