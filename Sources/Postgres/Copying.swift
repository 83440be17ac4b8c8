import CPostgres

extension Connection {
  /// Rows into `copy ... from stdin (format binary)`; returns how many were stored.
  ///
  /// An error thrown by `body` ends the copy so that nothing is stored, and is thrown on.
  @discardableResult
  public func copyIn(_ sql: String, _ body: (inout CopyWriter) throws -> Void) throws -> Int {
    let answer = try plain(sql)
    guard answer.status == PGRES_COPY_IN, PQbinaryTuples(answer.pointer) == 1 else {
      abandon()
      throw PostgresError.misuse("not a COPY ... FROM STDIN (FORMAT binary): \(sql)")
    }
    isStreaming = true
    defer { isStreaming = false }
    var writer = CopyWriter(session: session) { [self] in ownInterrupt != nil }
    do {
      try body(&writer)
      guard try writer.finish() else { return try endCopyIn(complaint: "stopped") }
    } catch {
      // What the server has to say goes first: it is why the writer stopped.
      do throws(PostgresError) {
        _ = try endCopyIn(complaint: "given up")
      } catch let refusal where !Self.isOwnComplaint(refusal) {
        throw refusal
      } catch {}
      throw error
    }
    return try endCopyIn(complaint: nil)
  }

  /// Ends the stream, well or with a complaint that makes the server discard it.
  private func endCopyIn(complaint: String?) throws(PostgresError) -> Int {
    let ended = PQputCopyEnd(session, complaint)
    var affected = 0
    var refusal: PostgresError?
    while let answer = Answer(PQgetResult(session)) {
      if answer.isGood {
        affected = answer.affected
      } else if refusal == nil {
        refusal = failure(answer.refusal)
      }
      if PQstatus(session) == CONNECTION_BAD { break }
    }
    if let signal = ownInterrupt, complaint != nil { throw .interrupted(signal: signal) }
    if let refusal { throw refusal }
    guard ended == 1, PQstatus(session) == CONNECTION_OK else { throw failure(nil) }
    return affected
  }

  /// The server's echo of a copy that was ended by us is no news.
  private static func isOwnComplaint(_ error: PostgresError) -> Bool {
    guard case .server(let refusal) = error else { return false }
    return refusal.state == .queryCanceled && refusal.message.hasPrefix("COPY from stdin failed")
  }

  /// Rows of `copy ... to stdout (format binary)`, one a call, in constant memory.
  public func copyOut(_ sql: String, _ body: (inout RowReader) throws -> Void) throws {
    let answer = try plain(sql)
    guard answer.status == PGRES_COPY_OUT, PQbinaryTuples(answer.pointer) == 1 else {
      abandon()
      throw PostgresError.misuse("not a COPY ... TO STDOUT (FORMAT binary): \(sql)")
    }
    isStreaming = true
    defer { isStreaming = false }
    do {
      try readCopy(body)
    } catch {
      abandon()
      throw error
    }
    while let answer = Answer(PQgetResult(session)) {
      guard answer.isGood else { throw failure(answer.refusal) }
    }
    guard PQstatus(session) == CONNECTION_OK else { throw failure(nil) }
  }

  private func readCopy(_ body: (inout RowReader) throws -> Void) throws {
    var number = 0
    while true {
      var data: UnsafeMutablePointer<CChar>?
      let length = PQgetCopyData(session, &data, 0)
      guard length > 0 else { return }
      defer { PQfreemem(data) }
      try stopIfInterrupted()
      let message = UnsafeRawBufferPointer(start: data, count: Int(length))
      let row = number == 0 ? try Self.afterHeader(message) : message
      if row.isEmpty { continue }
      guard row.count >= 2 else { throw Self.brokenCopy }
      let columns = networkOrder(row, as: Int16.self)
      if columns < 0 { continue }
      number += 1
      let cells = UnsafeRawBufferPointer(rebasing: row[2...])
      var reader = RowReader(copyRow: cells, columns: columns, number: number)
      try body(&reader)
    }
  }

  /// The first message begins with signature, flags and an extension: 19 bytes and the extension's.
  private static func afterHeader(
    _ message: UnsafeRawBufferPointer
  ) throws(PostgresError) -> UnsafeRawBufferPointer {
    guard message.count >= 19, message[0] == 0x50, message[10] == 0 else { return message }
    let rest = 19 + Int(networkOrder(message, at: 15, as: Int32.self))
    guard rest >= 19, rest <= message.count else { throw brokenCopy }
    return UnsafeRawBufferPointer(rebasing: message[rest...])
  }

  private static var brokenCopy: PostgresError { .misuse("the server's COPY cannot be read") }
}
