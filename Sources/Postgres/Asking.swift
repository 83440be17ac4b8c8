import CPostgres

/// A statement that is on its way: the server works on it while this program does something else.
///
/// Nothing else can run on the session until it has been answered. Let go unanswered, it is cancelled.
public struct Asked<S: Statement>: ~Copyable {
  fileprivate let connection: Connection
  private var isOpen = true

  fileprivate init(_ connection: Connection) { self.connection = connection }

  /// Waits for all rows; they are still to be decoded.
  public consuming func answer() throws(PostgresError) -> Answered<S> {
    isOpen = false
    return Answered(connection, try connection.awaitAnswer())
  }

  deinit {
    if isOpen {
      connection.abandon()
      connection.isStreaming = false
    }
  }
}

/// The rows of a statement, as the server sent them.
public struct Answered<S: Statement>: ~Copyable {
  private let connection: Connection
  private let answer: Answer

  /// Rows decoded between two looks at the socket: some 50 microseconds.
  private static var rowsBetweenLooks: Int32 { 128 }

  fileprivate init(_ connection: Connection, _ answer: consuming Answer) {
    self.connection = connection
    self.answer = answer
  }

  public var count: Int { Int(answer.rows) }

  /// Decodes every row. The next statement's rows are taken off the socket meanwhile, so that the
  /// server does not wait for us.
  public func forEach(_ body: (S.Row) throws -> Void) throws {
    let words = WordPool()
    for row in 0..<answer.rows {
      if row % Self.rowsBetweenLooks == 0 { connection.takeWhatHasCome() }
      try body(try Connection.decode(S.self, answer, row, words))
    }
  }

  public func map<T>(_ body: (S.Row) throws -> T) throws -> [T] {
    var rows: [T] = []
    rows.reserveCapacity(count)
    try forEach { rows.append(try body($0)) }
    return rows
  }
}

extension Connection {
  /// Sends a statement without waiting for what it gives.
  public func ask<S: Statement>(_ statement: S) throws(PostgresError) -> Asked<S> {
    try send(statement)
    return Asked(self)
  }

  fileprivate func awaitAnswer() throws(PostgresError) -> Answer {
    defer { isStreaming = false }
    let pointer = PQgetResult(session)
    while PQstatus(session) == CONNECTION_OK, Answer(PQgetResult(session)) != nil {}
    try stopIfInterrupted()
    return try good(pointer)
  }

  fileprivate func takeWhatHasCome() {
    if isStreaming { PQconsumeInput(session) }
  }
}
