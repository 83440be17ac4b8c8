import Domain
import Reporting
import Storing

extension PersonFields {
  /// Keeps name, surname and forename of one person: a new name leaves out the parts it is without, and a
  /// new part changes the name that was made of the two.
  func settleName(of record: inout PersonRecord, before: PersonRecord) throws {
    if record.name != before.name {
      if family == nil, !fits(record.familyName, record) {
        (record.familyName, record.givenName) = (nil, given == nil ? nil : record.givenName)
      }
      if given == nil, !fits(record.givenName, record), fits(before.givenName, before) {
        record.givenName = nil
      }
    } else if before.name == joined(before), let name = joined(record) {
      record.name = name
    }
    if let family, !fits(record.familyName, record) {
      throw Typed.refused(
        family, for: "--family", "is not in the name \(shown(record.name))",
        "--name too, as the person writes it now")
    }
  }

  private func fits(_ part: String?, _ record: PersonRecord) -> Bool {
    part.map { PersonName.is($0, partOf: record.name) } ?? true
  }

  private func joined(_ record: PersonRecord) -> String? {
    guard let given = record.givenName, let family = record.familyName else { return nil }
    return "\(given) \(family)"
  }
}
