import Foundation
import Testing

@testable import Postgres

/// Signals reach the whole process, so these run one after another.
@Suite(.serialized) struct InterruptTests {
  private func listening() throws -> Connection {
    Interrupts.forget()
    let connection = try freshDatabase()
    try connection.script("create table placed (x int)")
    connection.cancelOnInterrupt()
    return connection
  }

  /// Signals this process when the session is where it should be.
  private func interrupt(_ signal: Int32, _ process: Int32, when state: String) -> Meanwhile {
    Meanwhile {
      let superuser = try ThrowawayCluster.shared().superuser()
      try wait(
        on: superuser,
        until: "exists (select from pg_stat_activity where pid = \(process) and \(state))")
      kill(getpid(), signal)
    }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalCancelsWhatRunsAndRollsBack(_ signal: Int32) throws {
    let connection = try listening()
    let sender = interrupt(signal, connection.processID, when: "wait_event = 'PgSleep'")
    let start = Date()
    let error = refusal {
      try connection.transaction { connection in
        try connection.script("insert into placed values (1)")
        _ = try connection.scalar("select pg_sleep(30)")
      }
    }
    try sender.join()
    #expect(error == .interrupted(signal: signal))
    #expect(Connection.interruptedBy == signal)
    #expect(Date().timeIntervalSince(start) < 10)
    Interrupts.forget()
    #expect(try connection.scalar("select count(*) from placed") == "0")
  }

  @Test func aSignalBetweenStatementsStopsTheNext() throws {
    let connection = try listening()
    kill(getpid(), SIGINT)
    while Connection.interruptedBy == nil { usleep(1_000) }
    let error = refusal { _ = try connection.scalar("select 1") }
    #expect(error == .interrupted(signal: SIGINT))
    Interrupts.forget()
  }

  @Test func aSignalEndsACopyWithNothingStored() throws {
    let connection = try listening()
    let sender = interrupt(SIGINT, connection.processID, when: "query like 'copy%'")
    let error = refusal {
      try connection.copyIn("copy placed from stdin (format binary)") { writer in
        for number in 0..<2_000_000_000 {
          try writer.beginRow(columns: 1)
          writer.add(Int32(truncatingIfNeeded: number))
        }
      }
    }
    try sender.join()
    #expect(error == .interrupted(signal: SIGINT))
    Interrupts.forget()
    #expect(try connection.scalar("select count(*) from placed") == "0")
  }

  @Test func aSignalEndsAStreamOfRows() throws {
    let connection = try listening()
    var rows = 0
    let error = refusal {
      try connection.copyOut(
        "copy (select generate_series(1, 100000000) as n) to stdout (format binary)"
      ) { _ in
        rows += 1
        if rows == 100 { kill(getpid(), SIGINT) }
      }
    }
    #expect(error == .interrupted(signal: SIGINT))
    Interrupts.forget()
    #expect(try connection.scalar("select 1") == "1")
  }
}
