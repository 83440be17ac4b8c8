import Domain
import Foundation
import Postgres
import Testing

@testable import Loading

/// Our reader and PostgreSQL's `COPY ... (format csv)` see the same cells in every well-formed file.
@Suite struct CopyDifferenceTests {
  private static let files = rounds(600, soak: 30_000)
  private static let width = 4
  private static let mark = "\u{1F}"

  /// A file of a random dialect with cells that try it.
  private struct RandomFile {
    let delimiter: UInt8
    let quote: UInt8
    let lineEnd: [UInt8]
    private(set) var bytes: [UInt8] = []

    init(_ random: inout SeededRandom) {
      delimiter = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")].randomElement(
        using: &random)!
      quote = [UInt8(ascii: "\""), UInt8(ascii: "'")].randomElement(using: &random)!
      lineEnd = [[0x0A], [0x0D, 0x0A], [0x0D]].randomElement(using: &random)!
      let pieces: [[UInt8]] =
        [[], [delimiter], [quote], [0x0A], [0x0D], [0x0D, 0x0A], [UInt8(ascii: " ")], [0x5C]]
        + ["a", "Zoë", "0012", "O'", "\"x\"", "ŵ", "😀", "=1", "\t", ";", ",", "N"].map {
          Array($0.utf8)
        }
      let rows = Int.random(in: 1...30, using: &random)
      for row in 0..<rows {
        for column in 0..<CopyDifferenceTests.width {
          if column > 0 { bytes.append(delimiter) }
          let count = Int.random(in: 0...4, using: &random)
          let cell = (0..<count).flatMap { _ in pieces.randomElement(using: &random)! }
          append(cell, isQuoted: Bool.random(using: &random))
        }
        if row < rows - 1 || Bool.random(using: &random) { bytes += lineEnd }
      }
    }

    private mutating func append(_ cell: [UInt8], isQuoted: Bool) {
      let must = cell.contains { [delimiter, quote, 0x0A, 0x0D].contains($0) }
      guard must || isQuoted else { return bytes += cell }
      bytes.append(quote)
      for byte in cell { bytes += byte == quote ? [quote, quote] : [byte] }
      bytes.append(quote)
    }
  }

  @Test func `every well-formed file is read alike`() throws {
    let cluster = try ThrowawayCluster.shared()
    let connection = try cluster.superuser()
    try connection.script(
      "create temp table seen (n serial, a text, b text, c text, d text)")
    let path = "/tmp/talent-difference-\(getpid()).csv"
    defer { unlink(path) }
    var random = SeededRandom(seed: 5)
    for number in 0..<CopyDifferenceTests.files {
      let file = RandomFile(&random)
      #expect(FileManager.default.createFile(atPath: path, contents: Data(file.bytes)))
      chmod(path, 0o644)
      let delimiter =
        file.delimiter == 0x09 ? "e'\\t'" : "'\(Character(Unicode.Scalar(file.delimiter)))'"
      let quote = file.quote == UInt8(ascii: "'") ? "''''" : "'\"'"
      try connection.script(
        """
        truncate seen restart identity;
        copy seen (a, b, c, d) from '\(path)' (format csv, delimiter \(delimiter), quote \(quote),
          escape \(quote), null 'no cell is this')
        """)
      let theirs = try connection.query(Seen())
      let ours = try records(file)
      #expect(ours == theirs, "file \(number): \(String(decoding: file.bytes, as: UTF8.self))")
      if ours != theirs { return }
    }
  }

  private struct Seen: Statement {
    static let sql = "select concat_ws(e'\\x1f', a, b, c, d) as cells from seen order by n"
    static let example = Seen()
    func bind(_ parameters: inout Parameters) {}
    static func decode(_ row: inout RowReader) throws(PostgresError) -> String {
      try row.text("cells")
    }
  }

  private func records(_ file: RandomFile) throws -> [String] {
    var dialect = Dialect(delimiter: file.delimiter)
    dialect.quote = file.quote
    let pieces = 7
    let reader = RecordReader(
      source(file.bytes, pieces: pieces)(), dialect: dialect, limits: .default)
    var record = Record()
    var all: [String] = []
    while try reader.next(&record) {
      all.append(
        record.spans.indices.map { record.cell($0).text }.joined(
          separator: CopyDifferenceTests.mark))
    }
    return all
  }
}
