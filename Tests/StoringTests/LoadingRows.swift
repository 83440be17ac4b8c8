import Domain
import Postgres
import Storing

/// The few names the loads below use.
let smallVocabulary = Vocabulary(
  specialisms: list("specialism", "Phonics", "Early maths", "SEND"),
  rungs: list("rung", "Middle leader", "Deputy headteacher", "Headteacher"),
  phases: list("phase", "Nursery", "Primary"), roles: list("designation", "SLE", "SFSL"),
  programmes: list("programme", "NPQSL", "NPQH"),
  behaviours: list("behaviour", "Resilience", "Self-awareness"),
  readiness: list("readiness", "Ready now", "1-2 years"),
  clusterKinds: list("kind", "alliance", "family"), settingKinds: list("kind", "nursery"))

private func list(_ noun: String, _ names: String...) -> Vocabulary.List {
  Vocabulary.List(noun: noun, names: names, aliases: [:])
}

extension Store {
  /// Loads drafts as a sheet with one row each, from line 2, typed as they are spelt out.
  func load<Kind: LoadKind>(
    _ kind: Kind.Type, _ drafts: [Kind.Draft], mode: LoadMode = .allOrNothing
  ) throws -> LoadOutcome {
    var found: [Finding] = []
    return try load(kind, drafts, mode: mode, found: &found)
  }

  func load<Kind: LoadKind>(
    _ kind: Kind.Type, _ drafts: [Kind.Draft], mode: LoadMode = .allOrNothing,
    found: inout [Finding]
  ) throws -> LoadOutcome {
    try load(
      kind, from: LoadedFile(name: "\(Kind.name).csv"), mode: mode, vocabulary: smallVocabulary,
      found: { found.append($0) }
    ) { each in
      for (index, draft) in drafts.enumerated() {
        let typed = Int64(bitPattern: stableHash("\(draft)"))
        try each(Row(line: index + 2, typed: typed, draft: draft))
      }
      return SheetTally(read: drafts.count, rejected: 0)
    }
  }

  /// Undoes a load; what was kept, as `TABLE KEY: WHY`.
  func kept(undoing load: Int?) throws -> [String] {
    try undo(load: load ?? 0).compactMap { row in
      row.key.map { "\(row.table) \($0): \(row.why ?? "")" }
    }
  }

  /// Every row of every table but the loads' own, as text: two pictures are equal when the data are.
  func picture() throws -> [String] {
    let tables = try connection.lines(
      """
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relname not in ('load', 'load_change', 'load_row', 'as_loaded', 'rehearsal') order by 1
      """)
    return try tables.flatMap { table in
      try connection.lines(
        "select '\(table) ' || row from (select to_jsonb(t)::text from \(table) t order by 1) as r (row)"
      )
    }
  }
}

/// How an outcome counts, for comparing.
struct Counts: Equatable, CustomStringConvertible {
  var created = 0
  var updated = 0
  var unchanged = 0
  var rejected = 0
  var description: String {
    "created \(created), updated \(updated), unchanged \(unchanged), rejected \(rejected)"
  }
}

extension LoadOutcome {
  var counts: Counts {
    Counts(created: created, updated: updated, unchanged: unchanged, rejected: rejected)
  }
}
