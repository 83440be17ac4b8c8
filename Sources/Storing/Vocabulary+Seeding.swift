import Domain
import Postgres

extension Store {
  /// Adds the configured lists to the common tables; names already there stay.
  public func seed(_ vocabulary: Vocabulary, specialismGroups: [String: String] = [:]) throws {
    try connection.run(
      SeedVocabulary(
        specialisms: vocabulary.specialisms.names,
        groups: vocabulary.specialisms.names.map { specialismGroups[$0] ?? "" },
        rungs: vocabulary.rungs.names, phases: vocabulary.phases.names,
        roles: vocabulary.roles.names, programmes: vocabulary.programmes.names))
  }
}

struct SeedVocabulary: Statement {
  typealias Row = Void
  static let sql = """
    with specialisms as (
      insert into specialism (name, group_name) select * from unnest($1::text[], $2::text[])
      on conflict do nothing),
    rungs as (
      insert into rung (name, position) select * from unnest($3::text[]) with ordinality
      on conflict do nothing),
    phases as (
      insert into phase (name) select * from unnest($4::text[]) on conflict do nothing),
    roles as (
      insert into role (name) select * from unnest($5::text[]) on conflict do nothing)
    insert into programme (name) select * from unnest($6::text[]) on conflict do nothing
    """
  static let example = SeedVocabulary(
    specialisms: [], groups: [], rungs: [], phases: [], roles: [], programmes: [])
  let specialisms: [String]
  let groups: [String]
  let rungs: [String]
  let phases: [String]
  let roles: [String]
  let programmes: [String]
  func bind(_ parameters: inout Parameters) {
    for list in [specialisms, groups, rungs, phases, roles, programmes] { parameters.add(list) }
  }
}
