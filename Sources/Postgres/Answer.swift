import CPostgres

/// One result of libpq, freed when it goes.
struct Answer: ~Copyable {
  let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  deinit { PQclear(pointer) }

  var status: ExecStatusType { PQresultStatus(pointer) }
  var rows: Int32 { PQntuples(pointer) }

  /// BEGIN, COMMIT, `INSERT 0 3` and so on.
  var tag: String { PQcmdStatus(pointer).map { String(cString: $0) } ?? "" }

  /// Rows the statement touched; 0 for statements that touch none.
  var affected: Int { PQcmdTuples(pointer).flatMap { Int(String(cString: $0)) } ?? 0 }

  /// Whether the statement did what it was sent for.
  var isGood: Bool {
    switch status {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY, PGRES_COPY_IN,
      PGRES_COPY_OUT, PGRES_NONFATAL_ERROR:
      true
    default: false
    }
  }

  /// A value of a result in text form; nil when null or not there.
  func text(_ row: Int32, _ column: Int32) -> String? {
    guard row < rows, column < PQnfields(pointer), PQgetisnull(pointer, row, column) == 0 else {
      return nil
    }
    return PQgetvalue(pointer, row, column).map { String(cString: $0) }
  }

  /// What the server said, nil when it said nothing of its own (libpq's own troubles).
  var refusal: ServerError? {
    guard let state = field("C") else { return nil }
    return ServerError(
      state: SQLState(rawValue: state), message: field("M") ?? "no message", detail: field("D"),
      hint: field("H"), constraint: field("n"), table: field("t"), column: field("c"),
      position: field("P").flatMap { Int($0) })
  }

  /// A field of an error, by the letter it has in the protocol.
  private func field(_ letter: Unicode.Scalar) -> String? {
    PQresultErrorField(pointer, Int32(letter.value)).map { String(cString: $0) }
  }
}
