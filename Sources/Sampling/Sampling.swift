import Domain

/// Sampling: a realistic talent pool of people who do not exist, at schools that are given.
///
/// For trying the product, for its demonstration and for its largest tests. The same request and
/// schools give the same bytes, on any machine: one small generator, no hashing, no clock. What is kept
/// in memory is a few bytes a person; rows leave as they are made.
///
/// `Pool` decides who works where and holds which designation; each sheet (`PeopleSheet`,
/// `DesignationsSheet`, `NeedsSheet`, ...) then writes its rows, drawing each row's details from a
/// stream of its own, so that one sheet's changes leave the others as they were. The layouts are those
/// of the sheets authorities keep.

/// Where a sheet's bytes go, a piece at a time and one file after another: its name and its next bytes.
public typealias SampleSink = (_ file: String, _ bytes: [UInt8]) throws -> Void

/// Writes the six sheets of a made-up pool: clusters, rising-stars, designations, posts, release, needs.
///
/// Comma-separated UTF-8 with CRLF. O(people + schools) time after sorting the schools. Throws
/// `SampleRefusal`, or what the sink throws.
public func writeSample(
  _ request: SampleRequest, schools: [School], vocabulary: Vocabulary,
  into sink: @escaping SampleSink
) throws {
  try request.refuseUnlessPossible(schools: schools)
  let pool = Pool(request, schools: schools, words: Words(vocabulary))
  try ClustersSheet(pool: pool).write(into: sink)
  try PeopleSheet(pool: pool).write(into: sink)
  try DesignationsSheet(pool: pool).write(into: sink)
  try PostsSheet(pool: pool).write(into: sink)
  try ReleaseSheet(pool: pool).write(into: sink)
  try NeedsSheet(pool: pool).write(into: sink)
}

/// A local authority that does not exist, for the demonstration: the same seed, the same schools.
public func fictionalSchools(seed: UInt64) -> FictionalAuthority {
  FictionalAuthority(seed: seed)
}
