import Domain
import Testing

@testable import Loading

/// GIAS's full public extract loads as it is: over a hundred columns, rows that end early or late.
@Suite struct PublicExtractTests {
  private static let first = [
    "URN", "LA (code)", "LA (name)", "EstablishmentNumber", "EstablishmentName",
    "TypeOfEstablishment (code)", "TypeOfEstablishment (name)", "EstablishmentStatus (code)",
    "EstablishmentStatus (name)", "PhaseOfEducation (code)", "PhaseOfEducation (name)",
  ]
  private static let last = [
    "NumberOfPupils", "PercentageFSM", "Town", "Postcode", "Easting", "Northing",
    "UrbanRural (code)", "UrbanRural (name)", "MSOA (code)", "LSOA (code)", "SENStat", "SENNoStat",
    "BoardingEstablishment (name)", "PropsName", "UPRN", "SiteName", "QABName (code)", "FSM",
    "AccreditationExpiryDate",
  ]
  private static let between = (1...81).map { "StatutoryColumn\($0)" }
  private static let headings = first + between + last

  private func row(_ urn: Int, _ name: String) -> [String] {
    var cells = [
      "\(urn)", "822", "Bedford", "2001", name, "01", "Community school", "1", "Open", "2",
      "Primary",
    ]
    cells += Self.between.map { _ in "" }
    cells += [
      "210", "12.5", "Bedford", "MK40 1AA", "505000", "249000", "C1",
      "(England/Wales) Urban city and town",
    ]
    return cells + ["E02003636", "E01017457", "", "", "", "", "100080013", "", "", "26", ""]
  }

  @Test func `as it is`() throws {
    #expect(Self.headings.count == 111)
    let whole = row(100_001, "Elm School")
    let early = Array(row(100_002, "Oak School, Lower").dropLast(11))
    let late = row(100_003, "Ash School") + ["", "", ""]
    let lines = [Self.headings, whole, early, late].map { cells in
      cells.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",")
    }
    let read = try reading(.schools, lines.joined(separator: "\r\n") + "\r\n")
    #expect(read.findings == [])
    #expect(read.drafts.map(\.name) == ["Elm School", "Oak School, Lower", "Ash School"])
    #expect(read.drafts.map(\.rural) == [false, false, false])
    #expect(read.drafts.map(\.freeMealsPermille) == [125, 125, 125])
    #expect(read.report.announcements.first?.hasSuffix(" and 84 more") == true)
  }

  @Test func `a row that lacks a cell that is read, or has one more that is filled, is refused`()
    throws
  {
    let short = Array(row(100_002, "Oak School").dropLast(12))
    let long = row(100_003, "Ash School") + ["stray"]
    let lines = [Self.headings, row(100_001, "Elm School"), short, long]
    let read = try reading(
      .schools, lines.map { $0.joined(separator: ",") }.joined(separator: "\n"))
    #expect(read.rows.count == 1)
    #expect(read.report.rejected == 2)
  }
}
