// What a decoder calls: one function for each type, and its optional form for columns that may be null.

extension RowReader {
  public mutating func int16(
    _ column: StaticString, sample: Int16 = 0
  ) throws(PostgresError) -> Int16 { try read(column, sample) }

  public mutating func int32(
    _ column: StaticString, sample: Int32 = 0
  ) throws(PostgresError) -> Int32 { try read(column, sample) }

  public mutating func int64(
    _ column: StaticString, sample: Int64 = 0
  ) throws(PostgresError) -> Int64 { try read(column, sample) }

  /// A smallint, integer or bigint column.
  public mutating func int(
    _ column: StaticString, sample: Int = 0
  ) throws(PostgresError) -> Int { try read(column, sample) }

  public mutating func bool(
    _ column: StaticString, sample: Bool = false
  ) throws(PostgresError) -> Bool { try read(column, sample) }

  public mutating func double(
    _ column: StaticString, sample: Double = 0
  ) throws(PostgresError) -> Double { try read(column, sample) }

  /// Text, and every type whose binary form is its text (varchar, citext, enumerations, json).
  public mutating func text(
    _ column: StaticString, sample: String = ""
  ) throws(PostgresError) -> String { try read(column, sample) }

  /// A text column with few different values, read faster: each is kept once.
  public mutating func word(_ column: StaticString) throws(PostgresError) -> String {
    try readWord(column, isOptional: false) ?? ""
  }

  /// An array of texts out of few, without nulls.
  public mutating func words(_ column: StaticString) throws(PostgresError) -> [String] {
    try readWords(column)
  }

  public mutating func bytes(_ column: StaticString) throws(PostgresError) -> [UInt8] {
    try read(column, WireBytes()).bytes
  }

  /// Days since 1970-01-01; `Int32.max` is infinity.
  public mutating func date(
    _ column: StaticString, sample: Int32 = 0
  ) throws(PostgresError) -> Int32 {
    try read(column, WireDay(sinceUnixEpoch: sample)).sinceUnixEpoch
  }

  /// Microseconds since 1970-01-01 UTC; `Int64.max` is infinity.
  public mutating func timestamp(
    _ column: StaticString, sample: Int64 = 0
  ) throws(PostgresError) -> Int64 {
    try read(column, WireMoment(sinceUnixEpoch: sample)).sinceUnixEpoch
  }

  /// A text column that holds one of a list's words.
  public mutating func choice<T>(
    _ column: StaticString, of: T.Type = T.self
  ) throws(PostgresError) -> T where T: RawRepresentable<String> & CaseIterable {
    let word = try text(column, sample: T.allCases.first?.rawValue ?? "")
    guard let value = T(rawValue: word) else {
      throw unreadable(column, as: "one of \(T.allCases.count) known words")
    }
    return value
  }

  /// An array without nulls.
  public mutating func textArray(_ column: StaticString) throws(PostgresError) -> [String] {
    try read(column, WireList()).elements
  }

  /// An array without nulls.
  public mutating func int32Array(_ column: StaticString) throws(PostgresError) -> [Int32] {
    try read(column, WireList()).elements
  }

  /// An array without nulls.
  public mutating func int64Array(_ column: StaticString) throws(PostgresError) -> [Int64] {
    try read(column, WireList()).elements
  }
}

extension RowReader {
  public mutating func optionalInt16(_ column: StaticString) throws(PostgresError) -> Int16? {
    try readOptional(column)
  }

  public mutating func optionalInt32(_ column: StaticString) throws(PostgresError) -> Int32? {
    try readOptional(column)
  }

  public mutating func optionalInt64(_ column: StaticString) throws(PostgresError) -> Int64? {
    try readOptional(column)
  }

  /// A smallint, integer or bigint column.
  public mutating func optionalInt(_ column: StaticString) throws(PostgresError) -> Int? {
    try readOptional(column)
  }

  public mutating func optionalBool(_ column: StaticString) throws(PostgresError) -> Bool? {
    try readOptional(column)
  }

  public mutating func optionalDouble(_ column: StaticString) throws(PostgresError) -> Double? {
    try readOptional(column)
  }

  public mutating func optionalText(_ column: StaticString) throws(PostgresError) -> String? {
    try readOptional(column)
  }

  /// Like `word`, for a column that may be null.
  public mutating func optionalWord(_ column: StaticString) throws(PostgresError) -> String? {
    try readWord(column, isOptional: true)
  }

  public mutating func optionalBytes(_ column: StaticString) throws(PostgresError) -> [UInt8]? {
    try readOptional(column, as: WireBytes.self)?.bytes
  }

  /// Days since 1970-01-01.
  public mutating func optionalDate(_ column: StaticString) throws(PostgresError) -> Int32? {
    try readOptional(column, as: WireDay.self)?.sinceUnixEpoch
  }

  /// Microseconds since 1970-01-01 UTC.
  public mutating func optionalTimestamp(_ column: StaticString) throws(PostgresError) -> Int64? {
    try readOptional(column, as: WireMoment.self)?.sinceUnixEpoch
  }

  public mutating func optionalChoice<T>(
    _ column: StaticString, of: T.Type = T.self
  ) throws(PostgresError) -> T? where T: RawRepresentable<String> & CaseIterable {
    guard let word = try optionalText(column) else { return nil }
    guard let value = T(rawValue: word) else {
      throw unreadable(column, as: "one of \(T.allCases.count) known words")
    }
    return value
  }

  public mutating func optionalTextArray(
    _ column: StaticString
  ) throws(PostgresError) -> [String]? { try readOptional(column, as: WireList.self)?.elements }

  public mutating func optionalInt32Array(
    _ column: StaticString
  ) throws(PostgresError) -> [Int32]? { try readOptional(column, as: WireList.self)?.elements }

  public mutating func optionalInt64Array(
    _ column: StaticString
  ) throws(PostgresError) -> [Int64]? { try readOptional(column, as: WireList.self)?.elements }
}
