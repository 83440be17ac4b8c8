import CPostgres

/// One session with PostgreSQL. One per command; it closes when it is let go.
///
/// Not for sharing between threads. Everything that is sent goes through one of these:
/// `query`, `first`, `run` and `each` for statements, `transaction`, `copyIn` and `copyOut`, and
/// `script` and `scalar` for plain SQL without parameters.
public final class Connection {
  /// A statement that has been run this often is prepared, and planned at most a few times more.
  private static let usesBeforePreparing = 3

  let conninfo: String
  let settings: SessionSettings
  var session: OpaquePointer
  /// How many transactions are open inside one another.
  var depth = 0
  /// The last refusal inside the open transaction: why it cannot be committed.
  var lastFailure: PostgresError?
  /// A result is being read row by row, and the session can do nothing else meanwhile.
  var isStreaming = false
  var listensForInterrupts = false
  /// How often each statement has been run, and the name it is or will be prepared under.
  private var uses: [ObjectIdentifier: (count: Int, name: String)] = [:]

  /// Connects as libpq does: conninfo or URI; empty means PG* variables, service file and .pgpass.
  public init(
    conninfo: String, settings: SessionSettings = .default
  ) throws(PostgresError) {
    self.conninfo = conninfo
    self.settings = settings
    session = try Connecting.open(conninfo, settings)
  }

  deinit {
    forgetCancel()
    PQfinish(session)
  }

  /// 150018 for 15.18.
  public var serverVersion: Int { Int(PQserverVersion(session)) }

  /// The server process that serves this session, as pg_stat_activity has it.
  public var processID: Int32 { PQbackendPID(session) }

  /// Whether a `transaction` is open.
  public var isInTransaction: Bool { depth > 0 }

  /// All rows, decoded.
  public func query<S: Statement>(_ statement: S) throws(PostgresError) -> [S.Row] {
    let answer = try execute(statement)
    var rows: [S.Row] = []
    rows.reserveCapacity(Int(answer.rows))
    for row in 0..<answer.rows { rows.append(try Self.decode(S.self, answer, row)) }
    return rows
  }

  /// The first row, nil when there is none.
  public func first<S: Statement>(_ statement: S) throws(PostgresError) -> S.Row? {
    let answer = try execute(statement)
    return answer.rows > 0 ? try Self.decode(S.self, answer, 0) : nil
  }

  /// How many rows the statement inserted, updated, deleted or selected.
  @discardableResult
  public func run<S: Statement>(_ statement: S) throws(PostgresError) -> Int {
    try execute(statement).affected
  }

  /// Several statements at once, as in a migration; no parameters, no results.
  public func script(_ sql: String) throws(PostgresError) {
    if uses.values.contains(where: { $0.count >= Self.usesBeforePreparing }) {
      _ = try plain("deallocate all")  // what follows may change what prepared statements return
    }
    forgetPrepared()
    _ = try plain(sql)
  }

  /// One text value: the first column of the first row; nil when null or when there is no row.
  public func scalar(_ sql: String) throws(PostgresError) -> String? {
    try plain(sql).text(0, 0)
  }

  func forgetPrepared() { uses = [:] }

  /// Plain SQL by the simple protocol.
  func plain(_ sql: String) throws(PostgresError) -> Answer {
    try ready()
    return try good(PQexec(session, sql))
  }

  private func execute<S: Statement>(_ statement: S) throws(PostgresError) -> Answer {
    try ready()
    var parameters = Parameters()
    statement.bind(&parameters)
    guard let name = try preparedName(of: S.self, parameters) else {
      let session = session
      return try good(
        parameters.withPointers {
          PQexecParams(
            session, S.sql, $0.count, $0.types, $0.values, $0.lengths, $0.formats, 1)
        })
    }
    let session = session
    return try good(
      parameters.withPointers {
        PQexecPrepared(session, name, $0.count, $0.values, $0.lengths, $0.formats, 1)
      })
  }

  /// The name under which a statement is prepared, nil while it is used too seldom.
  private func preparedName<S: Statement>(
    of: S.Type, _ parameters: Parameters
  ) throws(PostgresError) -> String? {
    let key = ObjectIdentifier(S.self)
    let use = uses[key] ?? (count: 0, name: "statement_\(uses.count + 1)")
    uses[key] = use
    if use.count + 1 == Self.usesBeforePreparing {
      let session = session
      _ = try good(
        parameters.withPointers { PQprepare(session, use.name, S.sql, $0.count, $0.types) })
    }
    uses[key]?.count += 1
    return use.count + 1 >= Self.usesBeforePreparing ? use.name : nil
  }

  static func decode<S: Statement>(
    _: S.Type, _ answer: borrowing Answer, _ row: Int32, _ words: WordPool? = nil
  ) throws(PostgresError) -> S.Row {
    var reader = RowReader(
      result: answer.pointer, row: row, number: Int(row) + 1, checksTypes: row == 0, words: words)
    return try S.decode(&reader)
  }
}

extension Connection {
  /// Refuses before anything is sent: a stream is open, or the user has stopped us.
  func ready() throws(PostgresError) {
    if isStreaming {
      throw .misuse("a statement cannot run while the rows of another are being read")
    }
    try stopIfInterrupted()
  }

  /// The answer when it is a good one, else the error it stands for.
  func good(_ pointer: OpaquePointer?) throws(PostgresError) -> Answer {
    guard let answer = Answer(pointer) else { throw failure(nil) }
    if answer.isGood { return answer }
    throw failure(answer.refusal)
  }

  /// What a refusal means here: interrupted, connection lost, or the server's own words.
  func failure(_ refusal: ServerError?) -> PostgresError {
    let error = meaning(of: refusal)
    lastFailure = error
    return error
  }

  private func meaning(of refusal: ServerError?) -> PostgresError {
    if isLost(refusal) {
      let text = refusal?.message ?? Connecting.message(of: session)
      return .connectionLost(outcome: depth > 0 ? .notApplied : .unknown, text: text)
    }
    if refusal?.state == .queryCanceled, let signal = ownInterrupt {
      return .interrupted(signal: signal)
    }
    if let refusal { return .server(refusal) }
    return .misuse("libpq refused a call: \(Connecting.message(of: session))")
  }

  /// Whether the session is over, by its socket or by what the server said last.
  func isLost(_ refusal: ServerError?) -> Bool {
    PQstatus(session) == CONNECTION_BAD || refusal?.state.endsSession == true
  }

  /// Replaces a lost session by a new one; statements prepared in the old one are forgotten.
  func reconnect() throws(PostgresError) {
    let fresh = try Connecting.open(conninfo, settings)
    forgetCancel()
    PQfinish(session)
    session = fresh
    forgetPrepared()
    if listensForInterrupts { keepCancelReady() }
  }
}
