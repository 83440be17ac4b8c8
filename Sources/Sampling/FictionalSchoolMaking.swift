import Domain

extension FictionalSchool {
  /// URNs of the county's schools follow this one.
  private static let urnBase = 990_001

  /// The `number`th school of the county, from 0; nil only when it has no URN any more.
  init?(
    _ kind: Kind, number: Int, town: FictionalTown, names: inout FictionalNames,
    _ generator: inout Generator
  ) {
    guard let urn = URN(FictionalSchool.urnBase + number) else { return nil }
    let reach = town.isVillage ? 500 : 1_600
    let location = Location(
      easting: town.location.easting + Int32(generator.within(-reach...reach)),
      northing: town.location.northing + Int32(generator.within(-reach...reach)))
    let made = School(
      urn: urn, name: kind.name(&names),
      authorityCode: FictionalAuthority.code, authorityName: FictionalAuthority.name,
      establishmentNumber: String(kind.phase == "Primary" ? 2_001 + number : 4_001 + number),
      type: kind.type, phase: kind.phase,
      pupils: Int32(generator.within(kind.pupils(inVillage: town.isVillage))),
      freeMealsPermille: Int32(generator.within(town.isVillage ? 30...220 : 60...480)),
      town: town.name, postcode: FictionalSchool.postcode(in: town, &generator), location: location)
    school = made
    row = FictionalSchool.row(of: made, kind, street: names.street(&generator), at: location)
  }

  /// A postcode of an area that does not exist: `WX1 2AB`.
  private static func postcode(in town: FictionalTown, _ generator: inout Generator) -> String {
    let letters = Array("ABDEFGHJLNPQRSTUWXYZ")
    let unit = (0..<2).compactMap { _ in generator.one(of: letters) }
    return "\(town.district) \(generator.within(1...9))\(String(unit))"
  }

  private static func row(
    of school: School, _ kind: Kind, street: String, at location: Location
  ) -> [String] {
    let meals = Int(school.freeMealsPermille ?? 0)
    return [
      school.urn.description, school.authorityCode, school.authorityName,
      school.establishmentNumber ?? "", school.name, kind.type, school.status.rawValue, kind.phase,
      String(kind.ages.low), String(kind.ages.high), String(school.pupils ?? 0),
      "\(meals / 10).\(meals % 10)", kind.faith, street, "", school.town ?? "",
      FictionalAuthority.name, school.postcode ?? "", FictionalAuthority.name, school.town ?? "",
      String(location.easting), String(location.northing),
    ]
  }
}
