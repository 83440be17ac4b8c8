import Domain
import Postgres

/// What came of feeding a sheet's rows: as counted by the reader.
public struct SheetTally: Sendable {
  /// Data rows seen.
  public var read: Int
  /// Rows the reader refused.
  public var rejected: Int
  /// Lines of rows handed over before a later row contradicted them: refused as well.
  public var contested: [Int]
  public var findings: [Finding]

  public init(read: Int, rejected: Int, contested: [Int] = [], findings: [Finding]) {
    self.read = read
    self.rejected = rejected
    self.contested = contested
    self.findings = findings
  }
}

/// What a load did, or would do: every row read is created, updated, unchanged or rejected.
public struct LoadOutcome: Sendable {
  /// Nil when nothing was stored: refused, a dry run, or nothing new.
  public var load: Int?
  public var read: Int
  public var created: Int
  public var updated: Int
  public var unchanged: Int
  public var rejected: Int
  /// In line order.
  public var findings: [Finding]
  /// An earlier load of the very same rows.
  public var sameAs: Int?
}

public enum LoadMode: Sendable { case allOrNothing, acceptGood, dryRun }

extension Store {
  /// Takes a sheet in, in one transaction; all or nothing unless the good rows are to be accepted.
  ///
  /// `feed` hands over the sheet's rows one by one and then says what the reader counted; it is called
  /// again when the transaction has to be retried. A fatal finding stores nothing whatever the mode.
  public func load<Kind: LoadKind>(
    _ kind: Kind.Type, fileName: String, mode: LoadMode, vocabulary: Vocabulary,
    specialismGroups: [String: String] = [:],
    feed: ((Row<Kind.Draft>) throws -> Void) throws -> SheetTally
  ) throws -> LoadOutcome {
    var outcome: LoadOutcome?
    do {
      try connection.transaction { connection in
        try seed(vocabulary, specialismGroups: specialismGroups)
        let number = try connection.first(
          BeginLoad(organisation: organisation, kind: Kind.name, fileName: fileName))
        guard let number else { throw StoreError.noOrganisation }
        let result = try stage(kind, load: number, mode: mode, feed: feed)
        outcome = result
        if result.load == nil { throw NothingStored() }
      }
    } catch is NothingStored {}
    guard let outcome else { throw StoreError.noOrganisation }
    // PostgreSQL would get round to it in a minute; the next command should not wait for that.
    if outcome.load != nil, outcome.created + outcome.updated > 1_000 {
      try connection.script("analyze \(Kind.tables)")
    }
    return outcome
  }

  private struct NothingStored: Error {}

  private func stage<Kind: LoadKind>(
    _ kind: Kind.Type, load: Int32, mode: LoadMode,
    feed: ((Row<Kind.Draft>) throws -> Void) throws -> SheetTally
  ) throws -> LoadOutcome {
    try connection.script(LoadSQL.stagingTables(Kind.columns))
    var hash: Int64 = 0
    var tally = SheetTally(read: 0, rejected: 0, findings: [])
    let width = Int16(Kind.columns.count + 2)
    _ = try connection.copyIn("copy incoming from stdin (format binary)") { copy in
      tally = try feed { row in
        try copy.beginRow(columns: width)
        copy.add(Int32(row.line))
        copy.add(row.typed)
        Kind.write(row.draft, to: &copy)
        hash &+= row.typed &* 0x9E37_79B9_7F4A_7C1
      }
    }
    if tally.findings.contains(where: { $0.weight == .fatal }) {
      return refused(tally, rejected: tally.rejected, findings: tally.findings)
    }
    try connection.script("analyze incoming;" + numbered(Kind.checks, load))
    return try merged(kind, load: load, mode: mode, hash: hash, tally: tally)
  }

  private func merged<Kind: LoadKind>(
    _ kind: Kind.Type, load: Int32, mode: LoadMode, hash: Int64, tally: SheetTally
  ) throws -> LoadOutcome {
    let stored = try connection.query(StagedFindings())
    let findings = (tally.findings + stored + contradicted(tally.contested)).sorted {
      ($0.line, $0.column, $0.says) < ($1.line, $1.column, $1.says)
    }
    let refusedLines = Set(stored.filter { $0.weight == .refusal }.map(\.line))
      .union(tally.contested)
    let rejected = tally.rejected + refusedLines.count
    if rejected > 0, mode == .allOrNothing {
      return refused(tally, rejected: rejected, findings: findings)
    }
    try connection.run(DropRefused(lines: refusedLines.sorted().map(Int32.init)))
    try connection.script(numbered(Kind.merge, load))
    guard let fate = try connection.first(StagedFates()) else { throw StoreError.noOrganisation }
    let earlier = try connection.first(
      LoadOfSameRows(organisation: organisation, kind: Kind.name, hash: hash))
    var outcome = LoadOutcome(
      load: Int(load), read: tally.read, created: fate.created, updated: fate.updated,
      unchanged: tally.read - rejected - fate.created - fate.updated, rejected: rejected,
      findings: findings, sameAs: earlier.map(Int.init))
    if mode == .dryRun || fate.created + fate.updated == 0 {
      outcome.load = nil
    } else {
      try connection.run(
        EndLoad(organisation: organisation, number: load, hash: hash, outcome: outcome))
    }
    return outcome
  }

  /// A row handed over before a later one contradicted it is told so, as the later one was.
  private func contradicted(_ lines: [Int]) -> [Finding] {
    Set(lines).sorted().map {
      Finding(
        .refusal, line: $0, column: "",
        says: "a later row for the same record contradicts this one",
        hint: "keep the row that is right")
    }
  }

  private func refused(_ tally: SheetTally, rejected: Int, findings: [Finding]) -> LoadOutcome {
    let lines = Set(findings.filter { $0.weight != .note }.map(\.line))
    return LoadOutcome(
      load: nil, read: tally.read, created: 0, updated: 0, unchanged: 0,
      rejected: max(rejected, lines.count), findings: findings, sameAs: nil)
  }

  private func numbered(_ sql: String, _ load: Int32) -> String {
    sql.replacing(":organisation", with: String(organisation.number))
      .replacing(":load", with: String(load))
  }
}
