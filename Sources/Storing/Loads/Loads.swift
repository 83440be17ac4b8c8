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
  /// What the reader refuses of rows it handed over: refused as well.
  public var doubted: [Finding]
  /// Whether the file as a whole was refused.
  public var isFatal: Bool
  /// As typed, in the sheet's order.
  public var headings: [String]

  public init(
    read: Int, rejected: Int, contested: [Int] = [], doubted: [Finding] = [], isFatal: Bool = false,
    headings: [String] = []
  ) {
    self.read = read
    self.rejected = rejected
    self.contested = contested
    self.doubted = doubted
    self.isFatal = isFatal
    self.headings = headings
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
  /// An earlier load of the very same rows.
  public var sameAs: Int?
  /// Of a dry run that would change something: a load given it does just that, or refuses.
  public var token: String?
  /// The first stored values that a dry run would replace, unless so many rows change that nobody reads them
  /// one by one.
  public var replaced: [ReplacedValue] = []
  /// How many there are; nil when they were not looked at.
  public var replacedCount: Int?

  /// Rows changed past which replaced values are not looked at.
  static let looked = 5_000
}

extension LoadOutcome {
  /// Nothing stored, and so many rows refused.
  init(read: Int, rejected: Int) {
    self.init(
      load: nil, read: read, created: 0, updated: 0, unchanged: 0, rejected: rejected, sameAs: nil)
  }
}

/// The file that is loaded: what is kept of it with the load.
public struct LoadedFile: Hashable, Sendable {
  public var name: String
  /// SHA-256 in hexadecimal; nil when nobody computed it.
  public var hash: String?
  /// What it was read by; nil when the headings were our own.
  public var mapping: SheetMapping?
  /// The day that stands for today; nil for the server's.
  public var today: Day?

  public init(
    name: String, hash: String? = nil, mapping: SheetMapping? = nil, today: Day? = nil
  ) {
    self.name = name
    self.hash = hash
    self.mapping = mapping
    self.today = today
  }
}

/// A row that is not taken, as typed, and why.
public struct RefusedRow: Hashable, Sendable {
  public var line: Int
  public var cells: [String]
  public var because: String

  public init(line: Int, cells: [String], because: String) {
    self.line = line
    self.cells = cells
    self.because = because
  }
}

public enum LoadMode: Sendable { case allOrNothing, acceptGood, dryRun }

extension Store {
  /// Takes a sheet in, in one transaction; all or nothing unless the good rows are to be accepted.
  ///
  /// `feed` hands over the sheet's rows one by one and then says what the reader counted; it is called
  /// again when the transaction has to be retried. A fatal finding stores nothing whatever the mode.
  /// `found` then gets what the store finds doubtful, in line order and however many there are.
  ///
  /// - Parameters:
  ///   - token: of a dry run: when a row would now do something else, nothing is stored and
  ///     `StoreError.conflict` names the rows.
  ///   - refused: hands over the refused rows of a load that takes the good ones; they are kept with it.
  public func load<Kind: LoadKind>(
    _ kind: Kind.Type, from file: LoadedFile, mode: LoadMode, token: String? = nil,
    vocabulary: Vocabulary, specialismGroups: [String: String] = [:],
    found: (Finding) throws -> Void,
    refused: ((RefusedRow) throws -> Void) throws -> Void = { _ in },
    feed: ((Row<Kind.Draft>) throws -> Void) throws -> SheetTally
  ) throws -> LoadOutcome {
    var outcome: LoadOutcome?
    var states: StagedStates.Row?
    let rehearsal = try token.map { try self.rehearsal($0, of: Kind.name, from: file) }
    do {
      try connection.transaction { connection in
        // However long it takes: whoever waits for it can stop it. A few thousand rows among a million
        // are looked up, not read past.
        try connection.script(
          "set local statement_timeout = 0; set local random_page_cost = 1.1;"
            + "set local talent.today = '\(file.today?.iso ?? "now")'")
        try seed(vocabulary, specialismGroups: specialismGroups)
        let number = try connection.first(
          BeginLoad(organisation: organisation, kind: Kind.name, file: file, mode: mode))
        guard let number else { throw StoreError.noOrganisation }
        var result = try stage(kind, load: number, mode: mode, found: found, feed: feed)
        if mode == .dryRun { try look(at: &result, load: number) }
        outcome = result
        states = nil
        if mode == .dryRun, result.created + result.updated > 0 {
          states = try connection.first(StagedStates(organisation: organisation, load: number))
        }
        if result.load == nil { throw NothingStored() }
        if result.rejected > 0 { try keep(refused, load: number) }
        if let rehearsal {
          try refuseChanges(since: rehearsal, load: number)
        }
      }
    } catch is NothingStored {}
    if let states, file.hash != nil {
      outcome?.token = try rehearsed(Kind.name, from: file, states)
    }
    guard let outcome else { throw StoreError.noOrganisation }
    if outcome.load != nil, outcome.created + outcome.updated > 1_000 {
      try? connection.script(LoadSQL.counted(tables: Kind.tables, after: outcome))
    }
    return outcome
  }

  private struct NothingStored: Error {}

  private func look(at outcome: inout LoadOutcome, load: Int32) throws {
    guard outcome.updated <= LoadOutcome.looked else { return }
    let first = try connection.query(ReplacedFirst(organisation: organisation, load: load))
    outcome.replaced = first.map(\.value)
    outcome.replacedCount = first.first?.total ?? 0
  }

  private func keep(
    _ refused: ((RefusedRow) throws -> Void) throws -> Void, load: Int32
  ) throws {
    let copy = "copy load_row (organisation, load, line, cells, refused) from stdin (format binary)"
    _ = try connection.copyIn(copy) { copy in
      try refused { row in
        try copy.beginRow(columns: 5)
        copy.add(organisation.number)
        copy.add(load)
        copy.add(Int32(row.line))
        // PostgreSQL's texts hold anything but NUL.
        copy.add(row.cells.map { $0.replacing("\0", with: "?") })
        copy.add(row.because)
      }
    }
  }

  private func stage<Kind: LoadKind>(
    _ kind: Kind.Type, load: Int32, mode: LoadMode, found: (Finding) throws -> Void,
    feed: ((Row<Kind.Draft>) throws -> Void) throws -> SheetTally
  ) throws -> LoadOutcome {
    try connection.script(LoadSQL.stagingTables(Kind.columns))
    var hash: Int64 = 0
    var tally = SheetTally(read: 0, rejected: 0)
    let width = Int16(Kind.columns.count + 3)
    _ = try connection.copyIn("copy incoming from stdin (format binary)") { copy in
      tally = try feed { row in
        try copy.beginRow(columns: width)
        copy.add(Int32(row.line))
        copy.add(row.typed)
        copy.addTexts(row.raw.count, encoded: row.raw.bytes)
        Kind.write(row.draft, to: &copy)
        hash &+= row.typed &* 0x9E37_79B9_7F4A_7C1
      }
    }
    if tally.isFatal { return LoadOutcome(read: tally.read, rejected: tally.read) }
    try takeTurn()
    try connection.run(LeaveRowsLoadedBefore(organisation: organisation, tables: Kind.tables))
    try connection.script("analyze incoming;" + numbered(Kind.checks, load))
    try connection.run(StageContested(lines: Set(tally.contested).sorted().map(Int32.init)))
    if !tally.doubted.isEmpty { try connection.run(StageDoubted(findings: tally.doubted)) }
    try connection.each(StagedFindings(), found)
    return try merged(kind, load: load, mode: mode, hash: hash, tally: tally)
  }

  private func merged<Kind: LoadKind>(
    _ kind: Kind.Type, load: Int32, mode: LoadMode, hash: Int64, tally: SheetTally
  ) throws -> LoadOutcome {
    let rejected = tally.rejected + (try connection.first(StagedRefusals()) ?? 0)
    if rejected > 0, mode == .allOrNothing {
      return LoadOutcome(read: tally.read, rejected: rejected)
    }
    try connection.run(DropRefused())
    if mode != .dryRun { try connection.run(KeepRows(organisation: organisation, load: load)) }
    try connection.script(numbered(Kind.merge, load))
    guard let fate = try connection.first(StagedFates()) else { throw StoreError.noOrganisation }
    let earlier =
      tally.read == 0
      ? nil
      : try connection.first(
        LoadOfSameRows(organisation: organisation, kind: Kind.name, hash: hash))
    var outcome = LoadOutcome(
      load: Int(load), read: tally.read, created: fate.created, updated: fate.updated,
      unchanged: tally.read - rejected - fate.created - fate.updated, rejected: rejected,
      sameAs: earlier.map(Int.init))
    if mode == .dryRun || fate.created + fate.updated == 0 {
      outcome.load = nil
    } else {
      try connection.run(
        EndLoad(
          organisation: organisation, number: load, hash: hash, outcome: outcome,
          headings: tally.headings))
    }
    return outcome
  }

  private func numbered(_ sql: String, _ load: Int32) -> String {
    sql.replacing(":organisation", with: String(organisation.number))
      .replacing(":load", with: String(load))
  }
}
