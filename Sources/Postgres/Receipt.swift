import CPostgres
import Glibc

/// What must be known before COMMIT is sent, so that its outcome can be asked for if the answer is lost.
///
/// A transaction's number means the same later only on the same timeline and when the server has not
/// crashed in between: a crash may give the number of a transaction that never reached the disk to
/// another one. Both are seen by what changes with them (statistics are reset by crash recovery).
struct Receipt {
  /// Nil when the transaction wrote nothing.
  let transaction: String?
  let lineage: String?

  init(transaction: String?, lineage: String?) {
    self.transaction = transaction
    self.lineage = lineage
  }

  /// Asks for both in one round trip, inside the transaction.
  init(_ connection: Connection) throws(PostgresError) {
    let answer = try connection.plain(
      """
      select t.number, case when t.number is not null then \(Self.lineageSQL) end
        from (select pg_current_xact_id_if_assigned()::text as number) as t
      """)
    transaction = answer.text(0, 0)
    lineage = answer.text(0, 1)
  }

  static let lineageSQL = """
    substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)
      || ' ' || (select stats_reset from pg_stat_bgwriter)::text
    """
}

extension Connection {
  /// How long a lost server is waited for, and a commit under way watched.
  private static let settlingPauses = 100
  private static let settlingPauseMicroseconds: UInt32 = 100_000

  /// What became of a COMMIT whose answer was lost. Reconnects; the session is usable afterwards
  /// unless the answer is unknown.
  func settle(_ receipt: Receipt) -> PostgresError.Outcome {
    guard let transaction = receipt.transaction else { return .notApplied }
    for _ in 0..<Self.settlingPauses {
      if PQstatus(session) == CONNECTION_OK || (try? reconnect()) != nil {
        if let outcome = outcome(of: transaction, receipt.lineage) { return outcome }
      }
      if ownInterrupt != nil { return .unknown }
      usleep(Self.settlingPauseMicroseconds)
    }
    return .unknown
  }

  /// Nil while the transaction is still under way or the server does not answer.
  private func outcome(of transaction: String, _ lineage: String?) -> PostgresError.Outcome? {
    guard let now = answer("select \(Receipt.lineageSQL)").text else { return nil }
    let isSameServer = now.split(separator: " ").first == lineage?.split(separator: " ").first
    guard isSameServer else { return .unknown }
    let (status, refusal) = answer("select pg_xact_status('\(transaction)')")
    switch status {
    case "committed": return now == lineage ? .applied : .unknown
    case "aborted": return .notApplied
    case "in progress": return now == lineage ? nil : .notApplied
    default:
      // A number this server has not given out yet: the transaction never reached its disk.
      let isInFuture = refusal?.state == SQLState(rawValue: "22023")
      return isInFuture ? .notApplied : PQstatus(session) == CONNECTION_OK ? .unknown : nil
    }
  }

  private func answer(_ sql: String) -> (text: String?, refusal: ServerError?) {
    guard let answer = Answer(PQexec(session, sql)) else { return (nil, nil) }
    return (answer.isGood ? answer.text(0, 0) : nil, answer.refusal)
  }
}
