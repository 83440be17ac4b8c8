import Testing

@testable import Reporting

@Suite struct NeutralisingTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+44 7700", "'+44 7700"), ("-", "'-"), ("@SUM", "'@SUM"), ("\tx", "'\tx"),
    ("\rx", "'\rx"), ("\nx", "'\nx"), ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠x", "'＠x"),
    ("'=1", "''=1"), ("''=1", "'''=1"), ("'-12", "''-12"), ("'", "'"), ("'tis", "'tis"),
    ("''", "''"),
    ("-12", "-12"), ("+3.5", "+3.5"), ("-0.25", "-0.25"), ("-1.", "'-1."), ("-.5", "'-.5"),
    ("-1+1", "'-1+1"), ("--1", "'--1"), ("-1.2.3", "'-1.2.3"), ("-１", "'-１"), ("+1e5", "'+1e5"),
    ("", ""), ("a=b", "a=b"), ("a\t", "a\t"), ("！x", "！x"), ("=\u{301}", "'=\u{301}"),
  ])
  func `a formula gets an apostrophe and only a formula`(typed: String, written: String) {
    #expect(bytes(neutralised(typed)) == bytes(written))
    #expect(bytes(unneutralised(written)) == bytes(typed))
  }

  @Test func `every text of up to five pieces comes back`() {
    let pieces = ["'", "=", "-", "＋", "1", ".", "a", "\t"]
    var texts = [""]
    for _ in 0..<5 {
      for text in texts { #expect(bytes(unneutralised(neutralised(text))) == bytes(text)) }
      texts = texts.flatMap { text in pieces.map { text + $0 } }
    }
    var wrong = 0
    for text in texts where bytes(unneutralised(neutralised(text))) != bytes(text) { wrong += 1 }
    #expect(wrong == 0)
  }

  @Test func `random texts come back, and none would run`() {
    var generator = SeededGenerator(state: 18)
    for _ in 0..<50_000 {
      let text = generator.text(length: 8)
      let written = neutralised(text)
      guard bytes(unneutralised(written)) == bytes(text), !wouldRun(written) else {
        Issue.record("\(shown(text)) was written as \(shown(written))")
        return
      }
    }
  }

  @Test(arguments: HostileNames.all)
  func `hostile names come back, and none would run`(name: String) {
    #expect(bytes(unneutralised(neutralised(name))) == bytes(name))
    #expect(!wouldRun(neutralised(name)))
  }
}

/// An independent reading of the rule: scalar by scalar, and numbers by what Swift reads.
private func wouldRun(_ cell: String) -> Bool {
  guard let first = cell.unicodeScalars.first else { return false }
  guard "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else { return false }
  let rest = cell.unicodeScalars.dropFirst()
  let isNumeric = rest.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
  return !(isNumeric && Double(cell) != nil)
}

@Suite struct CSVWriterTests {
  private func written(_ header: [String], _ rows: [String]...) -> String {
    var writer = CSVWriter(header: header)
    for row in rows { writer.write(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `lines end with CR LF and quotes appear only when needed`() {
    let text = written(
      ["Name", "Note"], ["Ann Lee", "plain"], ["Lee, Ann", "say \"hi\""],
      ["two\nlines", " padded "],
      ["=1+1", "=\"a,b\""], ["-12", "'=x"], ["Siân", ""])
    #expect(
      bytes(text)
        == bytes(
          "Name,Note\r\nAnn Lee,plain\r\n\"Lee, Ann\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",\" padded \"\r\n"
            + "'=1+1,\"'=\"\"a,b\"\"\"\r\n-12,''=x\r\nSiân,\r\n"))
  }

  @Test func `short rows are filled and a lone empty cell is no blank line`() {
    #expect(bytes(written(["A", "B", "C"], ["1"])) == bytes("A,B,C\r\n1,,\r\n"))
    #expect(bytes(written(["A"], [""], ["x"])) == bytes("A\r\n\"\"\r\nx\r\n"))
  }

  @Test func `a file never starts with the letters that Excel takes for SYLK`() {
    #expect(bytes(written(["ID", "ID"], ["ID", "x"])) == bytes("\"ID\",ID\r\nID,x\r\n"))
  }

  @Test func `a byte order mark comes first when asked for`() {
    #expect(
      CSVWriter(header: ["A"], byteOrderMark: true).bytes == [0xEF, 0xBB, 0xBF, 0x41, 13, 10])
  }

  @Test func `draining takes out each byte once`() {
    var writer = CSVWriter(header: ["A"])
    #expect(writer.drain() == bytes("A\r\n"))
    writer.write(["1"])
    #expect(writer.drain() == bytes("1\r\n"))
    #expect(writer.drain().isEmpty)
  }

  @Test func `what is written reads back cell for cell`() {
    var generator = SeededGenerator(state: 12)
    var rows = HostileNames.all.map { [$0, "x", $0] }
    for _ in 0..<5_000 { rows.append((0..<3).map { _ in generator.text(length: 6) }) }
    var writer = CSVWriter(header: ["A", "B", "C"])
    for row in rows { writer.write(row) }
    let read = cells(of: writer.bytes).dropFirst().map { $0.map { bytes(unneutralised($0)) } }
    #expect(Array(read) == rows.map { $0.map(bytes) })
  }
}

/// A reader of RFC 4180 that knows nothing of the writer.
private func cells(of file: [UInt8]) -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var cell: [UInt8] = []
  var isQuoted = false
  var position = 0
  while position < file.count {
    let byte = file[position]
    position += 1
    if isQuoted {
      if byte != 0x22 {
        cell.append(byte)
      } else if position < file.count, file[position] == 0x22 {
        cell.append(byte)
        position += 1
      } else {
        isQuoted = false
      }
    } else if byte == 0x22 {
      isQuoted = true
    } else if byte == 0x2C || byte == 0x0D {
      row.append(String(decoding: cell, as: UTF8.self))
      cell = []
      if byte == 0x0D {
        rows.append(row)
        row = []
        position += 1
      }
    } else {
      cell.append(byte)
    }
  }
  return rows
}
