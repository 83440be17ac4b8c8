import Foundation
import Testing

@testable import Postgres

struct ErrorTests {
  @Test func refusalsCarryStateAndConstraint() throws {
    let connection = try freshDatabase()
    try connection.script(
      """
      create extension btree_gist;
      create table home (id int4 primary key);
      create table person (
        trn text constraint a_trn_is_one_persons unique,
        home int4 constraint a_home_is_known references home,
        days int4 constraint days_are_positive check (days > 0),
        during daterange,
        constraint nobody_is_in_two_places exclude using gist (trn with =, during with &&));
      insert into person values ('0012345', null, 1, '[2025-01-01,2025-02-01)');
      """)
    let cases: [(String, SQLState, String?)] = [
      ("insert into person (trn) values ('0012345')", .uniqueViolation, "a_trn_is_one_persons"),
      ("insert into person (home) values (7)", .foreignKeyViolation, "a_home_is_known"),
      ("insert into person (days) values (0)", .checkViolation, "days_are_positive"),
      ("select * from nobody", .undefinedTable, nil),
      ("select nothing from person", .undefinedColumn, nil),
      ("selec 1", .syntaxError, nil),
      ("set role postgres", .insufficientPrivilege, nil),
      ("begin read only; delete from person; commit", .readOnly, nil),
      ("rollback; set statement_timeout = 50; select pg_sleep(5)", .queryCanceled, nil),
    ]
    for (sql, state, constraint) in cases {
      let error = refusal { try connection.script(sql) }
      #expect(error?.state == state, "\(sql)")
      #expect(error?.constraint == constraint, "\(sql)")
    }
  }

  @Test func exclusionIsItsOwnState() throws {
    let connection = try freshDatabase()
    try connection.script(
      """
      create extension btree_gist;
      create table stay (who int4, during daterange, constraint one_at_a_time
        exclude using gist (who with =, during with &&));
      insert into stay values (1, '[2025-01-01,2025-02-01)');
      """)
    let error = refusal {
      try connection.script("insert into stay values (1, '[2025-01-15,2025-03-01)')")
    }
    #expect(error?.state == .exclusionViolation)
    #expect(error?.constraint == "one_at_a_time")
  }

  @Test func noSentenceQuotesAPersonsData() throws {
    let connection = try freshDatabase()
    try connection.script(
      "create table person (trn text unique); insert into person values ('0012345')")
    let twice = refusal { try connection.script("insert into person values ('0012345')") }
    guard case .server(let server) = twice else { return #expect(twice != nil, "no refusal") }
    #expect(server.detail?.contains("0012345") == true)
    #expect(twice.map { "\($0)" }?.contains("0012345") == false)
    #expect("\(server)".contains("0012345") == false)
    let word = refusal { try connection.script("select 'Jane Smith'::int") }
    #expect(
      word.map { "\($0)" }
        == "PostgreSQL refused: invalid input syntax for type integer (22P02)")
  }

  @Test func aLockThatDoesNotComeIsAnErrorOfItsOwn() throws {
    let conninfo = try ThrowawayCluster.shared().database()
    let holder = try Connection(conninfo: conninfo)
    try holder.script("create table person (x int)")
    let waiter = try Connection(
      conninfo: conninfo, settings: SessionSettings(lockTimeoutMilliseconds: 50))
    try holder.transaction { holder in
      try holder.script("lock table person")
      #expect(refusal { try waiter.script("select * from person") }?.state == .lockNotAvailable)
    }
  }

  @Test func timeoutsAndNameTravelInTheStartupPacket() throws {
    let connection = try freshDatabase(
      settings: SessionSettings(
        applicationName: "talent find", lockTimeoutMilliseconds: 1_234,
        statementTimeoutMilliseconds: 5_678, idleInTransactionTimeoutMilliseconds: 9_000))
    #expect(try connection.scalar("show application_name") == "talent find")
    #expect(try connection.scalar("show lock_timeout") == "1234ms")
    #expect(try connection.scalar("show statement_timeout") == "5678ms")
    #expect(try connection.scalar("show idle_in_transaction_session_timeout") == "9s")
    #expect(try connection.scalar("show client_encoding") == "UTF8")
    #expect(connection.serverVersion >= 130_000)
  }

  @Test func theUsersOwnOptionsWin() throws {
    let conninfo = try ThrowawayCluster.shared().database()
    let connection = try Connection(conninfo: conninfo + " options='-c lock_timeout=77'")
    #expect(try connection.scalar("show lock_timeout") == "77ms")
    #expect(try connection.scalar("show statement_timeout") == "10min")
  }

  @Test func whereThereIsNoServerTheHintSaysWhatToCheck() throws {
    let error = refusal { _ = try Connection(conninfo: "host=/nowhere dbname=x") }
    guard case .cannotConnect(_, let hint) = error else {
      return #expect(error == nil, "expected cannotConnect")
    }
    #expect(hint == "check host and port, and that the server runs")
    let service = refusal { _ = try Connection(conninfo: "service=unknown_here") }
    #expect(service.map { "\($0)" }?.contains("Try: a [name] section in") == true)
  }

  @Test(arguments: ["", " sslmode=require", " sslmode=verify-ca"])
  func aServerElsewhereMustProveWhoItIs(_ mode: String) throws {
    let error = refusal { _ = try Connection(conninfo: "host=192.0.2.1 password=hush\(mode)") }
    let text = error.map { "\($0)" } ?? ""
    #expect(text.contains("nothing verifies that 192.0.2.1 is the server you mean"))
    #expect(text.contains("Try: sslmode=verify-full"))
    #expect(!text.contains("hush"))
  }

  @Test func aServerOnThisMachineNeedsNoProof() throws {
    let error = refusal { _ = try Connection(conninfo: "host=127.0.0.1 port=1 dbname=x") }
    #expect(error.map { "\($0)" }?.contains("Connection refused") == true)
  }

  @Test func aPasswordInABrokenStringIsNotEchoed() throws {
    let error = refusal { _ = try Connection(conninfo: "host=x password=hush hush") }
    #expect(error.map { "\($0)" }?.contains("hush") == false)
    let uri = refusal { _ = try Connection(conninfo: "postgresql://u:hush@[bad/x") }
    #expect(uri.map { "\($0)" }?.contains("hush") == false)
  }

  @Test func aWrongTypeSaysColumnAndRow() throws {
    struct Wrong: Statement {
      static let sql = "select 1 as a, 'x'::text as days"
      static let example = Wrong()
      func bind(_ parameters: inout Parameters) {}
      static func decode(_ row: inout RowReader) throws(PostgresError) -> Int {
        try row.int("a") + (try row.int("days"))
      }
    }
    let error = refusal { _ = try freshDatabase().query(Wrong()) }
    #expect(error == .decoding(type: "a whole number", column: "days", row: 1))
    #expect(
      error.map { "\($0)" }
        == "row 1, column days: the database's value is not a whole number")
  }

  @Test func nullWhereNoneMayBeSaysSo() throws {
    struct Missing: Statement {
      static let sql = "select null::text as name"
      static let example = Missing()
      func bind(_ parameters: inout Parameters) {}
      static func decode(_ row: inout RowReader) throws(PostgresError) -> String {
        try row.text("name")
      }
    }
    let error = refusal { _ = try freshDatabase().first(Missing()) }
    #expect(error == .decoding(type: "text but null", column: "name", row: 1))
  }
}
