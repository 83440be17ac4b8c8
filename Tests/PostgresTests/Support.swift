import Foundation
import Testing

@testable import Postgres

/// A session with a database of its own.
func freshDatabase(settings: SessionSettings = .default) throws -> Connection {
  try Connection(conninfo: try ThrowawayCluster.shared().database(), settings: settings)
}

/// Something that happens on a thread of its own meanwhile.
final class Meanwhile: @unchecked Sendable {
  private let done = DispatchSemaphore(value: 0)
  private var failure: (any Error)?

  init(_ body: @escaping @Sendable () throws -> Void) {
    Thread.detachNewThread {
      do { try body() } catch { self.failure = error }
      self.done.signal()
    }
  }

  func join() throws {
    done.wait()
    if let failure { throw failure }
  }
}

/// Waits until a query's answer is `t`, at most ten seconds.
func wait(on connection: Connection, until sql: String) throws {
  for _ in 0..<1_000 {
    if try connection.scalar("select \(sql)") == "t" { return }
    usleep(10_000)
  }
  Issue.record("never true: \(sql)")
}

/// The database error that a body throws, nil when it throws none.
func refusal(_ body: () throws -> Void) -> PostgresError? {
  do {
    try body()
    return nil
  } catch {
    return error as? PostgresError
  }
}
