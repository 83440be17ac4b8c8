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
    #expect(
      read.report.announcements.contains(
        "2 rows end before or after the last heading (the first on line 3): the cells there are taken for blank"
      ))
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

  @Test func `a row with a comma too many or too few anywhere is refused, or means the same`()
    throws
  {
    let rows = [row(100_001, "Elm School"), row(100_002, "Oak School"), row(100_003, "Ash School")]
    let meant = try reading(.schools, text([Self.headings] + rows)).drafts
    var variants = 0
    for place in 0..<100 {
      var more = rows
      more[1].insert("", at: place)
      var fewer = rows
      fewer[1][place] += fewer[1].remove(at: place + 1)
      for table in [more, fewer] {
        let read = try reading(.schools, text([Self.headings] + table))
        let isRefused = read.report.rejected == 1
        #expect(isRefused || read.drafts == meant, "\(place)")
        variants += isRefused ? 1 : 0
      }
    }
    #expect(variants > 180)
  }

  @Test(arguments: ["", ",,"])
  func `in a list cut down a row with a comma too many is refused, unless all rows have it`(
    everywhere: String
  ) throws {
    let headings =
      "URN,LA (code),LA (name),EstablishmentName,EstablishmentStatus (name)"
      + ",PhaseOfEducation (name),NumberOfPupils,PercentageFSM,Town"
    let rows = [
      "992001,990,Wexcombe,Fir,Open,Primary,50,20,", "992002,990,Wexcombe,Elm,Open,Primary,,50,20,",
      "992003,990,Wexcombe,Ash,Open,Primary,50,20,",
    ].map { $0 + everywhere }
    let read = try reading(.schools, ([headings] + rows).joined(separator: "\n"))
    #expect(read.drafts.map(\.name) == ["Fir", "Ash"])
    #expect(read.found.filter { $0.weight == .refusal }.map(\.line) == [3])
  }

  private func text(_ table: [[String]]) -> String {
    table.map { $0.joined(separator: ",") }.joined(separator: "\n")
  }
}
