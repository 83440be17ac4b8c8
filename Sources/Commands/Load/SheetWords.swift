import Domain
import Storing

/// A stored value in the words of the sheets it comes from: `Days a year` and `2` for four half days.
struct SheetWords {
  let heading: String
  private let column: String

  init(_ change: ReplacedValue) {
    column = change.column
    heading =
      Self.byTable[change.table]?[change.column] ?? Self.everywhere[change.column]
      ?? change.column.replacing("_", with: " ")
  }

  /// As a sheet would have it; empty for a blank cell.
  func value(_ stored: String?) -> String {
    guard let stored else { return "" }
    if column.hasPrefix("half_days"), let halves = Int(stored) {
      return halves % 2 == 0 ? "\(halves / 2)" : "\(halves / 2).5"
    }
    if column.hasSuffix("_hundredths"), let hundredths = Int(stored) {
      return Self.decimal(hundredths, places: 2)
    }
    if column.hasSuffix("_permille"), let permille = Int(stored) {
      return Self.decimal(permille, places: 1)
    }
    if column == "incumbent" { return "P\(stored)" }
    if let day = Day(iso: stored[...]) { return day.typed }
    switch stored {
    case "true": return "yes"
    case "false": return "no"
    default: return Self.list(stored) ?? stored
    }
  }

  private static func decimal(_ number: Int, places: Int) -> String {
    let unit = places == 2 ? 100 : 10
    var digits = String(number % unit + unit).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return digits.isEmpty ? "\(number / unit)" : "\(number / unit).\(digits)"
  }

  /// `["Art", "Maths"]` as `Art; Maths`; nil for anything else.
  private static func list(_ stored: String) -> String? {
    guard stored.hasPrefix("["), stored.hasSuffix("]") else { return nil }
    if stored == "[]" { return "" }
    let inside = stored.dropFirst().dropLast()
    guard inside.hasPrefix("\""), inside.hasSuffix("\""), !inside.contains("\\") else { return nil }
    return String(inside.dropFirst().dropLast()).replacing("\", \"", with: "; ")
  }

  private static let everywhere: [String: String] = [
    "name": "Name", "family_name": "Surname", "given_name": "Forename", "trn": "TRN",
    "home_school": "School URN", "home_setting": "Setting", "school": "School URN",
    "setting": "Setting", "role": "Role", "aspiration": "Aspiration", "strengths": "Strengths",
    "behaviours": "Behaviours", "travel_miles": "Max travel (miles)",
    "half_days_a_year": "Days a year", "performance": "Performance (1-3)",
    "potential": "Potential (1-3)", "notes": "Notes", "available_from": "Available from",
    "available_until": "Available until", "vetted_on": "Vetted on", "vetted_by": "Vetted by",
    "prohibited": "Prohibited", "level": "Readiness", "judged_on": "Readiness judged on",
    "due": "Next step due", "owner": "Owner", "source": "Source", "done_on": "Done on",
    "outcome": "Outcome", "started_on": "From", "ended_on": "To", "starts_on": "From",
    "ends_on": "To", "since": "Designated on", "until": "Until", "alliance": "Alliance",
    "phases": "Phases", "phase": "Phase", "completed": "Completed deployments",
    "supervises": "Supervises", "verified_on": "Verified on", "expires_on": "Expires on",
    "why": "Why", "critical": "Critical", "incumbent": "Person", "incumbent_name": "Incumbent",
    "incumbent_trn": "Incumbent TRN", "vacant_from": "Expected vacant from", "half_days": "Days",
    "fte_hundredths": "FTE", "specialism": "Specialism", "priority": "Priority",
    "people": "People", "asked_by": "Asked by", "asked_on": "Asked on", "closed_on": "Closed on",
    "closed_because": "Closed because", "impact": "Impact (1-5)", "comment": "Comment",
    "kind": "Kind", "agreed_by": "Agreed by", "agreed_on": "Agreed on", "postcode": "Postcode",
    "easting": "Easting", "northing": "Northing",
  ]

  private static let byTable: [String: [String: String]] = [
    "person": ["role": "Current role"],
    "need": ["role": "Role wanted", "behaviours": "Behaviours wanted"],
    "school": [
      "name": "EstablishmentName", "status": "EstablishmentStatus (name)",
      "phase": "PhaseOfEducation (name)", "pupils": "NumberOfPupils", "town": "Town",
      "type": "TypeOfEstablishment (name)",
    ],
  ]
}
