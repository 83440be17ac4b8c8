import Domain
import Postgres

/// A dry run as it was kept, for the load that is made with its token.
struct Rehearsal: Sendable {
  var number: Int32
  var kind: String
  var fileHash: String
  var mappingText: String?
  /// A part of the token, so that a number alone is none.
  var check: String
}

extension Store {
  /// Keeps what a dry run found and gives its token; those of last week are forgotten.
  func rehearsed(
    _ kind: String, from file: LoadedFile, _ states: StagedStates.Row
  ) throws -> String? {
    let kept = try connection.first(
      KeepRehearsal(organisation: organisation, kind: kind, file: file, states: states))
    return kept.map { "\($0.number)-\($0.check)" }
  }

  /// The dry run of a token, which has to be of this very file.
  func rehearsal(_ token: String, of kind: String, from file: LoadedFile) throws -> Rehearsal {
    let parts = token.split(separator: "-").map(String.init)
    let number = parts.first.flatMap { Int32($0) } ?? 0
    let kept = try connection.first(KeptRehearsal(organisation: organisation, number: number))
    guard let kept, parts.count == 2, parts[1].lowercased() == kept.check else {
      throw StoreError.conflict(
        "there is no dry run with the token \(token): a token is used once, within a week\n"
          + "  Try: the same command with --dry-run in its place")
    }
    let differs =
      kept.kind != kind
      ? "it was of \(kept.kind), not of \(kind)"
      : kept.fileHash != file.hash
        ? "the file has changed since"
        : kept.mappingText != file.mapping?.text ? "the mapping is another" : nil
    if let differs {
      throw StoreError.conflict(
        "this is not what the dry run of the token \(token) read: \(differs); nothing was changed\n"
          + "  Try: a new dry run")
    }
    return kept
  }

  /// Refuses when a row has done something else than it would have at the dry run.
  func refuseChanges(since rehearsal: Rehearsal, load: Int32) throws {
    let changed = try connection.query(
      ChangedSince(organisation: organisation, load: load, rehearsal: rehearsal.number))
    guard let first = changed.first else {
      try connection.run(
        ForgetRehearsal(organisation: organisation, number: rehearsal.number))
      return
    }
    let rows = changed.map {
      "  line \($0.line): "
        + ($0.then == $0.now
          ? "the record it changes is not what it was"
          : "at the dry run it would \($0.then), now it would \($0.now)")
    }
    let rest = first.total - changed.count
    throw StoreError.conflict(
      "what is stored has changed since the dry run, and nothing was changed now\n"
        + rows.joined(separator: "\n") + (rest > 0 ? "\n  ... and \(rest) more" : "")
        + "\n  Try: a new dry run")
  }
}

/// For each staged row, those left alone among them, its line and a hash of what became of it: the lowest two bits
/// say which fate, the rest hash the records it changed as they were before.
struct StagedStates: Statement {
  static let ofLines = """
    select i.line, ((coalesce(b.hash, 0) >> 2) << 2)
      | case when m.line is not null then 1 when c.line is not null then 2 else 0 end as state
    from (select line from incoming union all select line from left_alone) i
    left join (select distinct line from made) m using (line)
    left join (select distinct line from changed) c using (line)
    left join (
      select line, hashtextextended(
          string_agg(relation || key::text || before::text, '' order by relation, key), 0) as hash
      from load_change where organisation = $1 and load = $2 group by line) b using (line)
    """
  static let sql = """
    select coalesce(array_agg(line order by line), '{}') as lines,
      coalesce(array_agg(state order by line), '{}') as states
    from (\(ofLines)) s
    """
  static let example = StagedStates(organisation: OrganisationID(1), load: 1)
  let organisation: OrganisationID
  let load: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(load)
  }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (lines: [Int32], states: [Int64]) {
    (
      lines: try row.optionalInt32Array("lines") ?? [],
      states: try row.optionalInt64Array("states") ?? []
    )
  }
}

struct KeepRehearsal: Statement {
  static let sql = """
    with forgotten as (
      delete from rehearsal where organisation = $1 and made_at < now() - interval '7 days')
    insert into rehearsal (organisation, kind, file_name, file_hash, mapping_text, lines, states)
    values ($1, $2, $3, $4, $5, $6, $7)
    returning number, left(md5(number || file_hash || array_to_string(states, ' ')), 6) as check
    """
  static let example = KeepRehearsal(
    organisation: OrganisationID(1), kind: "", file: LoadedFile(name: ""),
    states: (lines: [], states: []))
  let organisation: OrganisationID
  let kind: String
  let file: LoadedFile
  let states: StagedStates.Row
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(kind)
    parameters.add(file.name)
    parameters.add(file.hash)
    parameters.add(file.mapping?.text)
    parameters.add(states.lines)
    parameters.add(states.states)
  }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (number: Int32, check: String) {
    (number: try row.int32("number"), check: try row.optionalText("check") ?? "")
  }
}

struct KeptRehearsal: Statement {
  static let sql = """
    select number, kind, file_hash, mapping_text,
      left(md5(number || file_hash || array_to_string(states, ' ')), 6) as check
    from rehearsal where organisation = $1 and number = $2 and made_at > now() - interval '7 days'
    """
  static let example = KeptRehearsal(organisation: OrganisationID(1), number: 1)
  let organisation: OrganisationID
  let number: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(number)
  }
  static func decode(_ row: inout RowReader) throws(PostgresError) -> Rehearsal {
    Rehearsal(
      number: try row.int32("number"), kind: try row.text("kind"),
      fileHash: try row.text("file_hash"), mappingText: try row.optionalText("mapping_text"),
      check: try row.optionalText("check") ?? "")
  }
}

struct ForgetRehearsal: Statement {
  typealias Row = Void
  static let sql = "delete from rehearsal where organisation = $1 and number = $2"
  static let example = ForgetRehearsal(organisation: OrganisationID(1), number: 1)
  let organisation: OrganisationID
  let number: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(number)
  }
}

/// The first rows that are in another state than at the dry run; a row that is missing was refused.
struct ChangedSince: Statement {
  static let sql = """
    select line, coalesce(fates[(r.state & 3) + 1], 'refuse the row') as then,
      coalesce(fates[(s.state & 3) + 1], 'refuse the row') as now,
      count(*) over () as total
    from (select unnest(lines) as line, unnest(states) as state from rehearsal
          where organisation = $1 and number = $3) r
    full join (\(StagedStates.ofLines)) s using (line)
    cross join (select array['change nothing', 'make a new record', 'change a stored record'] as fates) f
    where r.state is distinct from s.state
    order by line limit 20
    """
  static let example = ChangedSince(organisation: OrganisationID(1), load: 1, rehearsal: 1)
  let organisation: OrganisationID
  let load: Int32
  let rehearsal: Int32
  func bind(_ parameters: inout Parameters) {
    parameters.add(organisation.number)
    parameters.add(load)
    parameters.add(rehearsal)
  }
  static func decode(
    _ row: inout RowReader
  ) throws(PostgresError) -> (line: Int, then: String, now: String, total: Int) {
    (
      line: try row.optionalInt("line") ?? 0, then: try row.optionalText("then") ?? "",
      now: try row.optionalText("now") ?? "", total: try row.optionalInt("total") ?? 0
    )
  }
}
