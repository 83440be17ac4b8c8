import CPostgres
import Glibc

/// How much of what others do a transaction sees. Integrity is guarded by constraints, not by these.
public enum Isolation: String, Sendable {
  case readCommitted = "read committed"
  case repeatableRead = "repeatable read"
  case serializable = "serializable"
}

extension Connection {
  /// All of `body` or nothing of it.
  ///
  /// A deadlock or a serialization failure rolls back and runs `body` again, up to `retries` times,
  /// so `body` must have no effects but the database's. Any error rolls back. When the connection is
  /// lost during COMMIT the server is asked what became of it: applied returns normally, the rest
  /// throws `.connectionLost` with the outcome. Inside another transaction it is a savepoint.
  public func transaction<R>(
    _ isolation: Isolation = .readCommitted, retries: Int = 5, _ body: (Connection) throws -> R
  ) throws -> R {
    if depth > 0 { return try savepoint(body) }
    var attempt = 0
    while true {
      do {
        return try attemptTransaction(isolation, body)
      } catch  where attempt < retries && lastFailure?.state?.isPassing == true {
        attempt += 1
        Self.pause(beforeAttempt: attempt)
      }
    }
  }

  private func attemptTransaction<R>(
    _ isolation: Isolation, _ body: (Connection) throws -> R
  ) throws -> R {
    lastFailure = nil
    // A session that was lost before it began has changed nothing either.
    depth = 1
    defer { depth = 0 }
    _ = try plain("begin isolation level \(isolation.rawValue)")
    lastFailure = nil
    do {
      let result = try body(self)
      try commit()
      return result
    } catch {
      rollBack()
      throw error
    }
  }

  private func savepoint<R>(_ body: (Connection) throws -> R) throws -> R {
    let name = "level_\(depth)"
    _ = try plain("savepoint \(name)")
    depth += 1
    defer { depth -= 1 }
    do {
      let result = try body(self)
      try refuseIfFailed()
      _ = try plain("release savepoint \(name)")
      return result
    } catch {
      if PQstatus(session) == CONNECTION_OK {
        _ = Answer(PQexec(session, "rollback to savepoint \(name)"))
      }
      throw error
    }
  }

  /// PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error: caught here.
  private func refuseIfFailed() throws(PostgresError) {
    if PQtransactionStatus(session) != PQTRANS_INTRANS {
      throw lastFailure
        ?? .misuse("the transaction ended or failed inside its body, and nothing was changed")
    }
  }

  private func commit() throws {
    try refuseIfFailed()
    let receipt = try Receipt(self)
    try stopIfInterrupted()
    var refusal: ServerError?
    if let answer = Answer(PQexec(session, "commit")) {
      if answer.isGood, answer.tag == "COMMIT" { return }
      refusal = answer.refusal
    }
    guard isLost(refusal) else { throw failure(refusal) }
    let text = refusal?.message ?? Connecting.message(of: session)
    let outcome = settle(receipt)
    if outcome == .applied { return }
    let lost = PostgresError.connectionLost(outcome: outcome, text: text)
    lastFailure = lost
    throw lost
  }

  /// Never throws: the error that led here is the one to tell. Tried twice, because a late cancel may
  /// have hit the first.
  private func rollBack() {
    for _ in 0..<2 where PQstatus(session) == CONNECTION_OK {
      if PQtransactionStatus(session) == PQTRANS_IDLE { return }
      _ = Answer(PQexec(session, "rollback"))
    }
  }

  /// 1 to 2 ms before the first retry, doubling: whoever collided with us should not collide again.
  private static func pause(beforeAttempt attempt: Int) {
    let ceiling = UInt32(1_000) << UInt32(min(attempt, 6))
    usleep(ceiling / 2 + UInt32.random(in: 0...(ceiling / 2)))
  }
}
