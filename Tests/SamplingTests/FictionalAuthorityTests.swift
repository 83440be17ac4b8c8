import Domain
import Sampling
import Testing

@Suite struct `The county that does not exist` {
  private let county = fictionalSchools(seed: 1)

  @Test func `has sixty schools of every phase`() {
    let phases = Dictionary(grouping: county.schools) { $0.phase ?? "" }.mapValues(\.count)
    #expect(
      phases == ["Primary": 49, "Secondary": 8, "Middle deemed secondary": 2, "All-through": 1])
    #expect(county.schools.map(\.urn) == county.schools.map(\.urn).sorted())
    #expect(county.schools.first?.urn == URN(990_001))
  }

  @Test func `names each school once`() {
    for seed in 1...20 as ClosedRange<UInt64> {
      let names = fictionalSchools(seed: seed).schools.map(\.name)
      #expect(Set(names).count == 60)
      #expect(!names.contains { $0.hasPrefix("New ") })
    }
  }

  @Test func `lies within 28 km`() {
    let eastings = county.schools.compactMap { $0.location?.easting }
    let northings = county.schools.compactMap { $0.location?.northing }
    #expect(eastings.max()! - eastings.min()! <= 28_000)
    #expect(northings.max()! - northings.min()! <= 28_000)
  }

  @Test func `says the same in its file as in its schools`() {
    let lines = records(county.csv)
    #expect(lines.count == 61)
    #expect(lines.allSatisfy { $0.count == 22 })
    for (row, school) in zip(lines.dropFirst(), county.schools) {
      #expect(row[0] == school.urn.description && row[1] == "990" && row[4] == school.name)
      #expect(row[7] == school.phase && Int32(row[10]) == school.pupils)
      #expect(Int32(row[20]) == school.location?.easting && row[17].hasPrefix("WX"))
    }
  }

  @Test func `is the same for the same seed and another for another`() {
    #expect(fictionalSchools(seed: 1).csv == county.csv)
    #expect(fictionalSchools(seed: 2).csv != county.csv)
  }
}
