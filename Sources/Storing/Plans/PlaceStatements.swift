import Domain
import Postgres

/// Places by URN or reference, as the parameters $1 to $3 of what is read about them.
struct PlacesKeyed {
  static let example = PlacesKeyed(organisation: OrganisationID(1), urns: [], references: [])
  let organisation: OrganisationID
  let urns: [Int32]
  let references: [String]
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(urns)
    parameters.add(references)
  }
}

struct PlacesByKey: Statement {
  static let sql = """
    select s.urn as school, null::text as setting, s.name, a.name as authority, s.phase, s.pupils,
      s.free_meals_permille, s.rural, s.easting, s.northing, r.half_days_per_half_term, r.out_at_once,
      r.cover_needed
    from school s join authority a on a.code = s.authority
    left join release r on r.organisation = $1 and r.school = s.urn
    where s.urn = any($2)
    union all
    select null, s.reference, s.name, a.name, s.phase, null, null, null, s.easting, s.northing,
      r.half_days_per_half_term, r.out_at_once, r.cover_needed
    from setting s left join authority a on a.code = s.authority
    left join release r on r.organisation = $1 and r.setting = s.reference
    where s.organisation = $1 and s.reference = any($3)
    """
  static let example = PlacesByKey(of: .example)
  let of: PlacesKeyed
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Place {
    let key = try row.place()
    var place = Place(key: key, name: try row.optionalText("name") ?? key.description)
    place.authorityName = try row.optionalWord("authority")
    place.phase = try row.optionalWord("phase")
    place.pupils = try row.optionalInt32("pupils")
    place.freeMealsPermille = try row.optionalInt32("free_meals_permille")
    place.rural = try row.optionalBool("rural")
    let easting = try row.optionalInt32("easting")
    let northing = try row.optionalInt32("northing")
    if let easting, let northing {
      place.location = Location(easting: easting, northing: northing)
    }
    let days = try row.optionalInt32("half_days_per_half_term")
    let out = try row.optionalInt32("out_at_once")
    let cover = try row.optionalBool("cover_needed")
    if let days, let out, let cover {
      place.release = Release(
        halfDaysPerHalfTerm: HalfDays(days), outAtOnce: out, coverNeeded: cover)
    }
    return place
  }
}

struct ClustersOfPlaces: Statement {
  static let sql = """
    select m.school, m.setting, c.name
    from cluster_member m join cluster c on c.organisation = m.organisation and c.number = m.cluster
    where m.organisation = $1 and (m.school = any($2) or m.setting = any($3))
    """
  static let example = ClustersOfPlaces(of: .example)
  let of: PlacesKeyed
  func bind(_ parameters: inout Parameters) { of.bind(&parameters) }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (key: PlaceKey, cluster: String) {
    (key: try row.place(), cluster: try row.word("name"))
  }
}
