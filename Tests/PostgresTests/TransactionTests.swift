import Foundation
import Testing

@testable import Postgres

struct TransactionTests {
  struct Stop: Error {}

  private func counter() throws -> Connection {
    let connection = try freshDatabase()
    try connection.script(
      "create table counter (id int primary key, n int); insert into counter values (1, 0), (2, 0)")
    return connection
  }

  private func count(_ connection: Connection, _ id: Int = 1) throws -> String? {
    try connection.scalar("select n from counter where id = \(id)")
  }

  @Test func allOfItIsStored() throws {
    let connection = try counter()
    let answer = try connection.transaction { connection in
      try connection.script("update counter set n = 5 where id = 1")
      return "done"
    }
    #expect(answer == "done")
    #expect(try count(connection) == "5")
    #expect(connection.isInTransaction == false)
  }

  @Test func anyErrorRollsBack() throws {
    let connection = try counter()
    #expect(throws: Stop.self) {
      try connection.transaction { connection in
        try connection.script("update counter set n = 5")
        throw Stop()
      }
    }
    #expect(try count(connection) == "0")
  }

  /// PostgreSQL would answer COMMIT with ROLLBACK and no error.
  @Test func aSwallowedRefusalStillFailsTheTransaction() throws {
    let connection = try counter()
    let error = refusal {
      try connection.transaction { connection in
        try connection.script("update counter set n = 5")
        _ = try? connection.script("select 1 / 0")
      }
    }
    #expect(error?.state == SQLState(rawValue: "22012"))
    #expect(try count(connection) == "0")
  }

  @Test func anInnerTransactionRollsBackAlone() throws {
    let connection = try counter()
    try connection.transaction { connection in
      try connection.script("update counter set n = 1 where id = 1")
      do {
        try connection.transaction { connection in
          try connection.script("update counter set n = 9 where id = 1")
          try connection.script("select 1 / 0")
        }
      } catch {}
      try connection.transaction { try $0.script("update counter set n = 2 where id = 2") }
    }
    #expect(try count(connection, 1) == "1")
    #expect(try count(connection, 2) == "2")
  }

  @Test func aSerializationFailureIsTriedAgain() throws {
    let connection = try counter()
    let other = try Connection(conninfo: connection.conninfo)
    var attempts = 0
    try connection.transaction(.repeatableRead) { connection in
      attempts += 1
      _ = try count(connection)  // the snapshot is taken
      if attempts <= 2 { try other.script("update counter set n = n + 10 where id = 1") }
      try connection.script("update counter set n = n + 1 where id = 1")
    }
    #expect(attempts == 3)
    #expect(try count(connection) == "21")
  }

  @Test func retriesHaveAnEnd() throws {
    let connection = try counter()
    let other = try Connection(conninfo: connection.conninfo)
    var attempts = 0
    let error = refusal {
      try connection.transaction(.repeatableRead, retries: 3) { connection in
        attempts += 1
        _ = try count(connection)
        try other.script("update counter set n = n + 10 where id = 1")
        try connection.script("update counter set n = n + 1 where id = 1")
      }
    }
    #expect(attempts == 4)
    #expect(error?.state == .serializationFailure)
  }

  @Test func aDeadlockIsTriedAgainByWhoeverLost() throws {
    let connection = try counter()
    let conninfo = connection.conninfo
    let bothHold = DispatchSemaphore(value: 0)
    let otherHolds = DispatchSemaphore(value: 0)
    let other = Meanwhile {
      let other = try Connection(conninfo: conninfo)
      var isFirst = true
      try other.transaction { other in
        try other.script("update counter set n = n + 1 where id = 2")
        if isFirst {
          isFirst = false
          otherHolds.signal()
          bothHold.wait()
        }
        try other.script("update counter set n = n + 1 where id = 1")
      }
    }
    var isFirst = true
    try connection.transaction { connection in
      try connection.script("update counter set n = n + 1 where id = 1")
      if isFirst {
        isFirst = false
        otherHolds.wait()
        bothHold.signal()
      }
      try connection.script("update counter set n = n + 1 where id = 2")
    }
    try other.join()
    #expect(try count(connection, 1) == "2")
    #expect(try count(connection, 2) == "2")
  }

  @Test func aConnectionLostUnderWayHasChangedNothing() throws {
    let connection = try counter()
    let superuser = try ThrowawayCluster.shared().superuser()
    let error = refusal {
      try connection.transaction { connection in
        try connection.script("update counter set n = 5")
        _ = try superuser.scalar("select pg_terminate_backend(\(connection.processID), 5000)")
        try connection.script("update counter set n = 6")
      }
    }
    guard case .connectionLost(.notApplied, _) = error else {
      return #expect(error == nil, "expected a lost connection")
    }
    #expect(try count(try Connection(conninfo: connection.conninfo)) == "0")
  }

  @Test func outsideATransactionTheOutcomeIsUnknown() throws {
    let connection = try counter()
    let superuser = try ThrowawayCluster.shared().superuser()
    _ = try superuser.scalar("select pg_terminate_backend(\(connection.processID), 5000)")
    let error = refusal { try connection.script("update counter set n = 6") }
    guard case .connectionLost(.unknown, _) = error else {
      return #expect(error == nil, "expected a lost connection")
    }
  }
}

/// COMMIT was sent and its answer never came.
@Suite(.serialized) struct LostCommitTests {
  /// A commit that reached the disk waits for a standby that does not exist; then its backend dies.
  @Test func anAppliedCommitReturnsNormally() throws {
    let database = try ThrowawayCluster.shared().database()
    let superuser = try ThrowawayCluster.shared().superuser()
    try superuser.script("alter system set synchronous_standby_names = 'nobody'")
    defer {
      try? superuser.script("alter system reset synchronous_standby_names")
      _ = try? superuser.scalar("select pg_reload_conf()")
    }
    _ = try superuser.scalar("select pg_reload_conf()")
    let connection = try Connection(
      conninfo: database + " options='-c synchronous_commit=local'")
    try connection.script("create table placed (x int)")
    let victim = connection.processID
    let killer = Meanwhile {
      let superuser = try ThrowawayCluster.shared().superuser()
      let waiting =
        "exists (select from pg_stat_activity where pid = \(victim) and wait_event = 'SyncRep')"
      try wait(on: superuser, until: waiting)
      _ = try superuser.scalar("select pg_terminate_backend(\(victim))")
    }
    try connection.transaction { connection in
      try connection.script("set synchronous_commit = on; insert into placed values (1)")
    }
    try killer.join()
    #expect(connection.processID != victim)
    #expect(try connection.scalar("select count(*) from placed") == "1")
  }

  /// A trigger keeps COMMIT busy before anything is decided; then its backend dies.
  @Test func aCommitThatWasNotAppliedSaysSo() throws {
    let connection = try freshDatabase()
    try connection.script(
      """
      create table placed (x int);
      create function linger() returns trigger language plpgsql as
        $$ begin perform pg_sleep(30); return null; end $$;
      create constraint trigger linger after insert on placed
        deferrable initially deferred for each row execute function linger();
      """)
    let victim = connection.processID
    let killer = Meanwhile {
      let superuser = try ThrowawayCluster.shared().superuser()
      let lingering =
        "exists (select from pg_stat_activity where pid = \(victim) and wait_event = 'PgSleep')"
      try wait(on: superuser, until: lingering)
      _ = try superuser.scalar("select pg_terminate_backend(\(victim))")
    }
    let error = refusal {
      try connection.transaction { try $0.script("insert into placed values (1)") }
    }
    try killer.join()
    guard case .connectionLost(.notApplied, _) = error else {
      return #expect(error == nil, "expected a lost connection")
    }
    #expect(try connection.scalar("select count(*) from placed") == "0")
  }

  @Test func afterACrashANumberProvesNothing() throws {
    let connection = try freshDatabase()
    let mine = try connection.scalar("select pg_current_xact_id()::text")
    let now = try connection.scalar("select \(Receipt.lineageSQL)")
    #expect(connection.settle(Receipt(transaction: mine, lineage: now)) == .applied)
    let before = now.map { String($0.prefix(9)) + "2001-01-01 00:00:00+00" }
    #expect(connection.settle(Receipt(transaction: mine, lineage: before)) == .unknown)
    #expect(connection.settle(Receipt(transaction: mine, lineage: "000000FF x")) == .unknown)
    let future = "999999999"
    #expect(connection.settle(Receipt(transaction: future, lineage: now)) == .notApplied)
    #expect(connection.settle(Receipt(transaction: nil, lineage: nil)) == .notApplied)
  }
}
