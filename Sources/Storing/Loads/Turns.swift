import Postgres

extension Store {
  /// Keeps other loads, undos and merges from work until the transaction ends.
  ///
  /// Each of them plans against rows that another would change or delete under it. One turn for all
  /// organisations, because schools belong to none. Taken before any row that is loaded is read or locked,
  /// so that nobody who has it waits for somebody who wants it.
  ///
  /// - Throws: `StoreError.conflict` when another has it for twelve times as long as the session waits for
  ///   a row: a minute, where nothing else is set.
  func takeTurn() throws {
    do {
      try connection.script(
        """
        do $$
        declare
          usual text := current_setting('lock_timeout');
        begin
          perform set_config('lock_timeout', (12 * setting::integer)::text, true)
            from pg_settings where name = 'lock_timeout';
          perform pg_advisory_xact_lock(7415003);
          perform set_config('lock_timeout', usual, true);
        end
        $$
        """)
    } catch PostgresError.server(let error) where error.state == .lockNotAvailable {
      throw StoreError.conflict(
        "another load, undo or merge is at work; nothing was changed\n"
          + "  Try: the same command again in a minute")
    }
  }
}
