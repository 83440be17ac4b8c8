import Domain

/// A town of the county that does not exist.
struct FictionalTown: Sendable {
  var name: String
  /// Its postcode district: `WX3`.
  var district: String
  var location: Location
  /// Villages have small schools.
  var isVillage: Bool

  /// The south-western corner of the county, in metres; it is 25 km wide and high.
  static let corner = Location(easting: 431_000, northing: 212_000)
  static let size = 25_000

  private static let names = [
    ("Wexcombe", false), ("Harrowmere", false), ("Saltbeck", false), ("Kingsthorne Quay", false),
    ("Thornwick", false), ("Ashenby", false), ("Little Marrow", true), ("Penfold Cross", true),
    ("Upper Wexley", true), ("Mickle Harrow", true), ("Larkstead", true),
    ("Oxenbridge St Anne", true),
    ("Fennimore", true), ("Quarrel Green", true), ("Tamberley", true),
  ]

  /// The county town lies in the middle; the others stand in a grid, each moved a little.
  static func all(_ generator: inout Generator) -> [FictionalTown] {
    let cells = generator.some(15, of: (0..<16).filter { $0 != 5 })
    return names.enumerated().map { index, town in
      let cell = index == 0 ? 5 : cells[index - 1]
      let step = size / 4
      return FictionalTown(
        name: town.0, district: "WX\(index + 1)",
        location: Location(
          easting: corner.easting
            + Int32(cell % 4 * step + generator.within(2_000...(step - 2_000))),
          northing: corner.northing
            + Int32(cell / 4 * step + generator.within(2_000...(step - 2_000)))),
        isVillage: town.1)
    }
  }
}
