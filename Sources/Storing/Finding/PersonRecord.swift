import Domain
import Postgres

/// A person's own row, as people edit it.
public struct PersonRecord: Hashable, Sendable {
  public var number: PersonNumber
  public var name: String
  public var familyName: String?
  public var givenName: String?
  public var trn: TRN?
  public var home: PlaceKey?
  public var role: String?
  public var aspiration: String?
  public var strengths: [String] = []
  public var behaviours: [String] = []
  public var travelMiles: Int32?
  public var halfDaysAYear: HalfDays?
  public var performance: Int32?
  public var potential: Int32?
  public var notes: String?
  public var availableFrom: Day?
  public var availableUntil: Day?
  public var vettedOn: Day?
  public var vettedBy: String?
  public var prohibited = false

  public init(number: PersonNumber, name: String) {
    self.number = number
    self.name = name
  }
}

extension PersonRecord {
  /// The columns in the order they are read, and written after the number.
  static let columns = """
    name, family_name, given_name, trn, home_school, home_setting, role, aspiration, strengths,
    behaviours, travel_miles, half_days_a_year, performance, potential, notes, available_from,
    available_until, vetted_on, vetted_by, prohibited
    """

  /// $1 and $2 are the organisation and the number.
  static let placeholders = """
    $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::integer, $16::integer, $17, $18, $19,
    $20, $21, $22
    """

  /// Everything but the number.
  func bind(_ parameters: inout Parameters) {
    parameters.add(name)
    parameters.add(familyName)
    parameters.add(givenName)
    parameters.add(trn?.description)
    parameters.add(home?.urn?.number)
    parameters.add(home?.settingReference)
    parameters.add(role)
    parameters.add(aspiration)
    parameters.add(strengths)
    parameters.add(behaviours)
    parameters.add(travelMiles)
    parameters.add(halfDaysAYear?.count)
    parameters.add(performance)
    parameters.add(potential)
    parameters.add(notes)
    parameters.addDate(availableFrom?.number)
    parameters.addDate(availableUntil?.number)
    parameters.addDate(vettedOn?.number)
    parameters.add(vettedBy)
    parameters.add(prohibited)
  }
}

extension RowReader {
  /// A number and `PersonRecord.columns`.
  mutating func personRecord() throws(PostgresError) -> PersonRecord {
    let number = PersonNumber(try int32("number"))
    var record = PersonRecord(number: number, name: try text("name"))
    record.familyName = try optionalText("family_name")
    record.givenName = try optionalText("given_name")
    record.trn = try optionalText("trn").flatMap { TRN($0) }
    let urn = try optionalInt32("home_school")
    let setting = try optionalText("home_setting")
    record.home = urn.flatMap { URN(Int($0)) }.map { .school($0) } ?? setting.map { .setting($0) }
    record.role = try optionalText("role")
    record.aspiration = try optionalText("aspiration")
    record.strengths = try textArray("strengths")
    record.behaviours = try textArray("behaviours")
    record.travelMiles = try optionalInt32("travel_miles")
    record.halfDaysAYear = try optionalInt32("half_days_a_year").map { HalfDays($0) }
    record.performance = try optionalInt16("performance").map { Int32($0) }
    record.potential = try optionalInt16("potential").map { Int32($0) }
    record.notes = try optionalText("notes")
    record.availableFrom = try optionalDay("available_from")
    record.availableUntil = try optionalDay("available_until")
    record.vettedOn = try optionalDay("vetted_on")
    record.vettedBy = try optionalText("vetted_by")
    record.prohibited = try bool("prohibited")
    return record
  }
}
