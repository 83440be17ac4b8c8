import Testing

@testable import Postgres

struct MismatchTests {
  private static let table = """
    create type phase as enum ('primary', 'secondary');
    create domain trn as text check (value ~ '^[0-9]{7}$');
    create table person (id int8 primary key, name text, trn trn not null, left_on date, phase phase not null);
    create view everyone as select id, name from person;
    """

  enum Phase: String, CaseIterable { case primary, secondary }

  struct Agreeing: Statement {
    static let sql = """
      select id, name, trn, left_on, phase from person where trn = $1 and id = any($2) and phase = $3::phase
      """
    static let example = Agreeing()
    func bind(_ parameters: inout Parameters) {
      parameters.add("0012345")
      parameters.add([1] as [Int64])
      parameters.add("primary")
    }
    static func decode(_ row: inout RowReader) throws(PostgresError) -> Phase {
      _ = try row.int64("id")
      _ = try row.optionalText("name")
      _ = try row.text("trn")
      _ = try row.optionalDate("left_on")
      return try row.choice("phase")
    }
  }

  struct Differing: Statement {
    static let sql =
      "select id, name, left_on as until, phase from person where name = $1 and id = $2"
    static let example = Differing()
    func bind(_ parameters: inout Parameters) {
      parameters.add("x")
      parameters.addInt4(1)
    }
    static func decode(_ row: inout RowReader) throws(PostgresError) -> Int {
      _ = try row.int32("id")
      _ = try row.text("name")
      _ = try row.optionalDate("left_on")
      return 0
    }
  }

  struct Broken: Statement {
    typealias Row = Void
    static let sql = "update nobody set x = 1"
    static let example = Broken()
    func bind(_ parameters: inout Parameters) {}
  }

  struct OfView: Statement {
    static let sql = "select id, name from everyone"
    static let example = OfView()
    func bind(_ parameters: inout Parameters) {}
    static func decode(_ row: inout RowReader) throws(PostgresError) -> String {
      "\(try row.int("id"))\(try row.text("name"))"
    }
  }

  struct Picky: Statement {
    static let sql = "select trn, id from person"
    static let example = Picky()
    func bind(_ parameters: inout Parameters) {}
    static func decode(_ row: inout RowReader) throws(PostgresError) -> Int {
      let trn = try row.text("trn")
      guard trn.count == 7 else { throw row.unreadable("trn", as: "a TRN") }
      return try row.int("id")
    }
  }

  private func connect() throws -> Connection {
    let connection = try freshDatabase()
    try connection.script(Self.table)
    return connection
  }

  @Test func aStatementThatAgreesHasNone() throws {
    let connection = try connect()
    #expect(try mismatches(of: Agreeing.self, on: connection) == [])
    #expect(try mismatches(of: OfView.self, on: connection) == [])
  }

  @Test func everyDifferenceIsASentence() throws {
    #expect(
      try mismatches(of: Differing.self, on: try connect()) == [
        "parameter 2 is int4 here, int8 in the database",
        "\"id\" is int4 here, int8 in the database",
        "\"name\" can be null in the database but is decoded as never null",
        "column 3 is called left_on here, until in the database",
        "3 columns are read here, the SQL returns 4",
      ])
  }

  @Test func whatCannotBePreparedSaysWhy() throws {
    #expect(
      try mismatches(of: Broken.self, on: try connect())
        == ["Broken cannot be prepared: relation \"nobody\" does not exist"])
  }

  @Test func aDecoderThatRefusesInventedValuesIsTold() throws {
    let found = try mismatches(of: Picky.self, on: try connect())
    #expect(found.count == 1)
    #expect(found.first?.contains("give that column a sample") == true)
  }

  @Test func aDescriptionSaysWhatMayBeNull() throws {
    let description = try connect().describe(
      "select p.id, p.name, p.trn, count(*) as n, e.name as other from person as p, everyone as e where p.left_on = $1 group by 1, 2, 3, 5"
    )
    #expect(description.parameters.map(\.type) == ["date"])
    #expect(description.columns.map(\.name) == ["id", "name", "trn", "n", "other"])
    #expect(description.columns.map(\.type) == ["int8", "text", "text", "int8", "text"])
    #expect(description.columns.map(\.nullable) == [false, true, false, nil, nil])
  }
}
