import Testing

@testable import Postgres

/// Every type there and back: what is sent is what is read.
struct RoundTripTests {
  struct Everything: Statement {
    typealias Row = Cells
    static let sql = """
      select $1::int4 as a, $2::int8 as b, $3::bool as c, $4::text as d, $5::bytea as e,
             $6::date as f, $7::timestamptz as g, $8::float8 as h, $9::int2 as i,
             $10::text[] as j, $11::int4[] as k, $12::int8[] as l, $13::int8 as m
      """
    static let example = Everything(cells: .some)
    let cells: Cells

    func bind(_ parameters: inout Parameters) {
      parameters.add(cells.int32)
      parameters.add(cells.int64)
      parameters.add(cells.bool)
      parameters.add(cells.text)
      parameters.add(cells.bytes)
      parameters.addDate(cells.date)
      parameters.addTimestamp(cells.timestamp)
      parameters.add(cells.double)
      parameters.add(cells.int16)
      parameters.add(cells.texts)
      parameters.add(cells.int32s)
      parameters.add(cells.int64s)
      parameters.add(cells.int)
    }

    static func decode(_ row: inout RowReader) throws(PostgresError) -> Cells {
      Cells(
        int32: try row.optionalInt32("a"), int64: try row.optionalInt64("b"),
        bool: try row.optionalBool("c"), text: try row.optionalText("d"),
        bytes: try row.optionalBytes("e"), date: try row.optionalDate("f"),
        timestamp: try row.optionalTimestamp("g"), double: try row.optionalDouble("h"),
        int16: try row.optionalInt16("i"), texts: try row.textArray("j"),
        int32s: try row.int32Array("k"), int64s: try row.int64Array("l"),
        int: try row.optionalInt("m"))
    }
  }

  struct Cells: Equatable {
    var int32: Int32?
    var int64: Int64?
    var bool: Bool?
    var text: String?
    var bytes: [UInt8]?
    var date: Int32?
    var timestamp: Int64?
    var double: Double?
    var int16: Int16?
    var texts: [String] = []
    var int32s: [Int32] = []
    var int64s: [Int64] = []
    var int: Int?

    static let some = Cells(
      int32: -7, int64: 1 << 40, bool: true, text: "Siân O’Neill 👩🏽‍🏫", bytes: [0, 255, 10],
      date: -1, timestamp: -1, double: 0.1, int16: -300, texts: ["", "a,b", "{\"}"],
      int32s: [1, -1], int64s: [.max, .min], int: 42)
    static let extreme = Cells(
      int32: .min, int64: .max, bool: false, text: "", bytes: [], date: .max,
      timestamp: .max, double: .infinity, int16: .max, texts: [], int32s: [.min], int64s: [],
      int: .min)
  }

  @Test(arguments: [Cells.some, .extreme, Cells()])
  func everyTypeComesBackAsItWas(_ cells: Cells) throws {
    let connection = try connect()
    #expect(try connection.query(Everything(cells: cells)) == [cells])
  }

  @Test func theStatementAgreesWithTheDatabase() throws {
    #expect(try mismatches(of: Everything.self, on: try connect()) == [])
  }

  /// Text form beside binary form: the epochs are right.
  @Test func daysAndMomentsMeanWhatPostgreSQLSays() throws {
    struct Moments: Statement {
      static let sql =
        "select $1::date::text as day, ($2::timestamptz at time zone 'UTC')::text as moment"
      static let example = Moments()
      func bind(_ parameters: inout Parameters) {
        parameters.addDate(20_000)
        parameters.addTimestamp(1_728_000_000_000_001)
      }
      static func decode(_ row: inout RowReader) throws(PostgresError) -> [String] {
        [try row.text("day"), try row.text("moment")]
      }
    }
    let read = try connect().first(Moments())
    #expect(read == ["2024-10-04", "2024-10-04 00:00:00.000001"])
  }

  @Test func arraysHoldNulls() throws {
    struct Nulls: Statement {
      static let sql =
        "select $1::text[]::text as a, $2::int4[]::text as b, $3::int8[]::text as c, $4::date[]::text as d"
      static let example = Nulls()
      func bind(_ parameters: inout Parameters) {
        parameters.add(["x", nil] as [String?])
        parameters.add([nil, 2] as [Int32?])
        parameters.add([nil] as [Int64?])
        parameters.addDates([0, nil])
      }
      static func decode(_ row: inout RowReader) throws(PostgresError) -> [String] {
        [try row.text("a"), try row.text("b"), try row.text("c"), try row.text("d")]
      }
    }
    #expect(
      try connect().first(Nulls()) == ["{x,NULL}", "{NULL,2}", "{NULL}", "{1970-01-01,NULL}"])
  }

  @Test func intReadsEveryWholeNumber() throws {
    struct Widths: Statement {
      static let sql = "select 1::int2 as a, 2::int4 as b, 3::int8 as c"
      static let example = Widths()
      func bind(_ parameters: inout Parameters) {}
      static func decode(_ row: inout RowReader) throws(PostgresError) -> [Int] {
        [try row.int("a"), try row.int("b"), try row.int("c")]
      }
    }
    #expect(try connect().first(Widths()) == [1, 2, 3])
  }

  @Test func aStatementUsedOftenIsPreparedAndStillRight() throws {
    let connection = try connect()
    for _ in 0..<10 { #expect(try connection.first(Everything(cells: .some)) == .some) }
    #expect(try connection.scalar("select count(*) from pg_prepared_statements") == "1")
    try connection.script("create table later (x int)")
    #expect(try connection.scalar("select count(*) from pg_prepared_statements") == "0")
    #expect(try connection.first(Everything(cells: .some)) == .some)
  }

  @Test func rowsComeOneAtATime() throws {
    struct Numbers: Statement {
      static let sql = "select generate_series(1, $1) as n"
      static let example = Numbers()
      func bind(_ parameters: inout Parameters) { parameters.addInt4(100_000) }
      static func decode(_ row: inout RowReader) throws(PostgresError) -> Int {
        try row.int("n")
      }
    }
    struct Enough: Error {}
    let connection = try connect()
    var sum = 0
    try connection.each(Numbers()) { sum += $0 }
    #expect(sum == 5_000_050_000)
    #expect(throws: Enough.self) {
      try connection.each(Numbers()) { if $0 == 3 { throw Enough() } }
    }
    #expect(throws: PostgresError.self) {
      try connection.each(Numbers()) { _ in _ = try connection.scalar("select 1") }
    }
    #expect(try connection.scalar("select 1") == "1")
  }

  private func connect() throws -> Connection { try freshDatabase() }
}
