import Testing

@testable import Postgres

struct CopyTests {
  private static let table = """
    create table cell (
      a int4, b int8, c bool, d text, e bytea, f date, g timestamptz, h float8, i int2,
      j text[], k int4[], l int8[], m jsonb, n int2[])
    """

  @Test func everyColumnGoesInAndComesOut() throws {
    let connection = try freshDatabase()
    try connection.script(Self.table)
    let stored = try connection.copyIn("copy cell from stdin (format binary)") { writer in
      for number in 0..<1_000 {
        try writer.beginRow(columns: 14)
        writer.add(Int32(number))
        writer.add(Int64(number) << 32)
        writer.add(number % 2 == 0)
        writer.add("name \(number) — é")
        writer.add([UInt8(number % 256)])
        writer.addDate(Int32(number))
        writer.addTimestamp(Int64(number))
        writer.add(Double(number))
        writer.add(Int16(number))
        writer.add(["x", "\(number)"])
        writer.add([Int32(number)])
        writer.add([Int64]())
        writer.addJSON("{\"n\": \(number)}")
        writer.add([Int16(1)])
      }
    }
    #expect(stored == 1_000)
    var seen = 0
    try connection.copyOut("copy (select * from cell order by a) to stdout (format binary)") {
      row in
      let numbers = [try row.int("a"), Int(try row.int64("b") >> 32)]
      #expect(numbers == [seen, seen])
      let isEven = try row.bool("c")
      #expect(isEven == (seen % 2 == 0))
      let name = try row.text("d")
      #expect(name == "name \(seen) — é")
      let bytes = try row.bytes("e")
      #expect(bytes == [UInt8(seen % 256)])
      let moments = [Int64(try row.date("f")), try row.timestamp("g")]
      #expect(moments == [Int64(seen), Int64(seen)])
      let others = [Int(try row.double("h")), Int(try row.int16("i"))]
      #expect(others == [seen, seen])
      let texts = try row.textArray("j")
      #expect(texts == ["x", "\(seen)"])
      let small = try row.int32Array("k")
      let large = try row.int64Array("l")
      #expect(small == [Int32(seen)] && large == [])
      seen += 1
    }
    #expect(seen == 1_000)
    #expect(try connection.scalar("select sum((m->>'n')::int) from cell") == "499500")
  }

  @Test func nullsGoInAndComeOut() throws {
    let connection = try freshDatabase()
    try connection.script("create table cell (a int4, b text, c date, d bool)")
    try connection.copyIn("copy cell from stdin (format binary)") { writer in
      try writer.beginRow(columns: 4)
      writer.add(nil as Int32?)
      writer.add(nil as String?)
      writer.addDate(nil)
      writer.add(nil as Bool?)
    }
    try connection.copyOut("copy cell to stdout (format binary)") { row in
      let cells: [Any?] = [
        try row.optionalInt32("a"), try row.optionalText("b"), try row.optionalDate("c"),
        try row.optionalBool("d"),
      ]
      #expect(cells.allSatisfy { $0 == nil })
    }
  }

  @Test func aValueLargerThanTheBufferGoesThrough() throws {
    let connection = try freshDatabase()
    try connection.script("create table cell (a text)")
    let long = String(repeating: "é", count: 400_000)
    try connection.copyIn("copy cell from stdin (format binary)") { writer in
      for text in ["before", long, "after"] {
        try writer.beginRow(columns: 1)
        writer.add(text)
      }
    }
    #expect(try connection.scalar("select sum(length(a)) from cell") == "400011")
  }

  @Test func nothingIsStoredWhenTheWriterGivesUp() throws {
    struct GivenUp: Error {}
    let connection = try freshDatabase()
    try connection.script("create table cell (a int4)")
    #expect(throws: GivenUp.self) {
      try connection.copyIn("copy cell from stdin (format binary)") { writer in
        for number in 0..<200_000 {
          try writer.beginRow(columns: 1)
          writer.add(Int32(number))
          if number == 150_000 { throw GivenUp() }
        }
      }
    }
    #expect(try connection.scalar("select count(*) from cell") == "0")
  }

  @Test func theServersRefusalIsTheError() throws {
    let connection = try freshDatabase()
    try connection.script(
      "create table cell (a int4 constraint cells_are_small check (a < 100000))")
    let error = refusal {
      try connection.copyIn("copy cell from stdin (format binary)") { writer in
        for number in 0..<5_000_000 {
          try writer.beginRow(columns: 1)
          writer.add(Int32(number))
        }
      }
    }
    #expect(error?.state == .checkViolation)
    #expect(error?.constraint == "cells_are_small")
    #expect(try connection.scalar("select count(*) from cell") == "0")
  }

  @Test func aRowWithTooFewColumnsIsRefusedHere() throws {
    let connection = try freshDatabase()
    try connection.script("create table cell (a int4, b int4)")
    let error = refusal {
      try connection.copyIn("copy cell from stdin (format binary)") { writer in
        for number in 0..<2 {
          try writer.beginRow(columns: 2)
          writer.add(Int32(number))
        }
      }
    }
    guard case .misuse = error else { return #expect(error == nil, "expected misuse") }
    #expect(try connection.scalar("select count(*) from cell") == "0")
  }

  @Test func aReaderThatStopsLeavesTheSessionUsable() throws {
    struct Enough: Error {}
    let connection = try freshDatabase()
    #expect(throws: Enough.self) {
      try connection.copyOut(
        "copy (select generate_series(1, 1000000) as n) to stdout (format binary)"
      ) { row in
        if try row.int("n") == 10 { throw Enough() }
      }
    }
    #expect(try connection.scalar("select 1") == "1")
  }

  @Test func otherCopiesAreRefusedAndTheSessionStaysUsable() throws {
    let connection = try freshDatabase()
    try connection.script("create table cell (a int4)")
    #expect(throws: PostgresError.self) { try connection.copyIn("copy cell from stdin") { _ in } }
    #expect(throws: PostgresError.self) { try connection.copyOut("copy cell to stdout") { _ in } }
    #expect(throws: PostgresError.self) { try connection.copyOut("select 1") { _ in } }
    #expect(try connection.scalar("select 1") == "1")
  }
}
