import Postgres

extension Store {
  /// Keeps other loads, undos and merges from work until the transaction ends.
  ///
  /// Each of them plans against rows that another would change or delete under it. One turn for all
  /// organisations, because schools belong to none. Taken before any row that is loaded is read or locked,
  /// so that nobody who has it waits for somebody who wants it.
  ///
  /// - Throws: `StoreError.conflict` when another has it for longer than the session waits for a lock.
  func takeTurn() throws {
    do {
      try connection.script("select pg_advisory_xact_lock(7415003)")
    } catch PostgresError.server(let error) where error.state == .lockNotAvailable {
      throw StoreError.conflict(
        "another load, undo or merge is at work; nothing was changed\n"
          + "  Try: the same command again in a minute")
    }
  }
}
