import CPostgres

extension Connection {
  /// Rows one at a time in constant memory. An error thrown by `body` cancels the statement.
  ///
  /// No other statement can run on this session until the last row has been read.
  public func each<S: Statement>(_ statement: S, _ body: (S.Row) throws -> Void) throws {
    try send(statement)
    PQsetSingleRowMode(session)
    defer { isStreaming = false }
    do {
      try readRows(of: S.self, body)
    } catch {
      abandon()
      throw error
    }
  }

  /// Sends a statement whose rows are read later: until then no other can run.
  func send<S: Statement>(_ statement: S) throws(PostgresError) {
    try ready()
    var parameters = Parameters()
    statement.bind(&parameters)
    let session = session
    let sent = parameters.withPointers {
      PQsendQueryParams(
        session, S.sql, $0.count, $0.types, $0.values, $0.lengths, $0.formats, 1)
    }
    guard sent == 1 else { throw failure(nil) }
    isStreaming = true
  }

  private func readRows<S: Statement>(of: S.Type, _ body: (S.Row) throws -> Void) throws {
    var number = 0
    while let answer = Answer(PQgetResult(session)) {
      guard answer.isGood else { throw failure(answer.refusal) }
      for row in 0..<answer.rows {
        try stopIfInterrupted()
        var reader = RowReader(
          result: answer.pointer, row: row, number: number + 1, checksTypes: number == 0)
        try body(try S.decode(&reader))
        number += 1
      }
    }
    guard PQstatus(session) == CONNECTION_OK else { throw failure(nil) }
  }

  /// Ends whatever the session is in the middle of, so that the next statement can run.
  func abandon() {
    cancelRunning()
    while let answer = Answer(PQgetResult(session)) {
      if answer.status == PGRES_COPY_OUT {
        while discardCopyData() {}
      } else if answer.status == PGRES_COPY_IN {
        PQputCopyEnd(session, "given up")
      }
      if PQstatus(session) == CONNECTION_BAD { break }
    }
  }

  func discardCopyData() -> Bool {
    var data: UnsafeMutablePointer<CChar>?
    let length = PQgetCopyData(session, &data, 0)
    PQfreemem(data)
    return length > 0
  }

  func cancelRunning() {
    guard let cancel = PQgetCancel(session) else { return }
    defer { PQfreeCancel(cancel) }
    var complaint = [CChar](repeating: 0, count: 256)
    PQcancel(cancel, &complaint, Int32(complaint.count))
  }
}
