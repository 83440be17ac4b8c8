import Domain
import Testing

@testable import Loading

/// Workbooks with something changed at random, in their XML or in the zip around it: each is read or
/// refused, in little time, and its report adds up. `TALENT_SOAK` makes ten thousand of them.
@Suite struct MutatedWorkbookTests {
  private static let count = rounds(400, soak: 10_000)

  private static let pieces = [
    "999999999999999999999", "-1", "\u{0}", "<", "&", "&#0;", "&lol;", "<!DOCTYPE x>", "]]>", "\"",
    "<row r=\"2\">", "</row>", "<c r=\"ZZZZ9\">", "<v>1e999</v>", "t=\"s\"", "<is><t>", "<f>",
    "XFD1048576",
    "<mergeCell ref=\"A1:XFD1048576\"/>", "s=\"99999\"", "é", "_x0000_", "mmmmmmmm", "[$-",
    "\"\"\"",
  ].map { Array($0.utf8) }

  private func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<random.number(1...3) where !bytes.isEmpty {
      let at = random.number(0...bytes.count - 1)
      let end = min(bytes.count, at + random.number(1...40))
      switch random.number(0...9) {
      case 5...9:  // a digit or letter for another, which mostly leaves sound XML
        let places = bytes.indices.filter { isDigit(bytes[$0]) || bytes[$0] | 0x20 == 0x65 }
        guard let place = places.randomElement(using: &random) else { continue }
        bytes[place] = Array("0123456789eE-.".utf8).randomElement(using: &random)!
      case 0: bytes[at] = UInt8(random.number(0...255))
      case 1: bytes.removeSubrange(at..<end)
      case 2: bytes.insert(contentsOf: bytes[at..<end], at: random.number(0...bytes.count - 1))
      case 3:
        bytes.insert(contentsOf: MutatedWorkbookTests.pieces.randomElement(using: &random)!, at: at)
      default: bytes = Array(bytes[..<end])
      }
    }
    return bytes
  }

  /// A sheet that was recognised is copied as far as it can be read, however it is damaged further on.
  private func copy(_ report: SheetReport, _ file: SheetFile) throws {
    guard let shape = report.shape else { return }
    let rows = try SheetRows(of: shape, from: file)
    while try rows.next() {}
    try writeRejects(of: shape, from: file, rejected: { nil }, write: { _ in })
  }

  @Test func `no change to a workbook harms its reader`() throws {
    let folder = WorkbookFixtureTests.folder + "people/"
    let books = try files(in: folder, ending: ".txt").map { name in
      WorkbookFixture(String(decoding: try #require(contents(of: folder + name)), as: UTF8.self))
        .book
    }
    var random = SeededRandom(seed: 13)
    var read = 0
    for number in 0..<MutatedWorkbookTests.count {
      var book = books[random.number(0...books.count - 1)]
      var bytes = book.bytes
      if random.number(0...3) == 0 {
        bytes = mutated(bytes, &random)
      } else {
        let parts = book.files()
        let part = parts[random.number(0...parts.count - 1)]
        book.parts[part.name] = mutated(part.content, &random)
        bytes = book.bytes
      }
      let started = ContinuousClock.now
      let all = try reading(.people, bytes, name: "x.xlsx")
      #expect(ContinuousClock.now - started < .seconds(10), "workbook \(number)")
      #expect(all.report.isFatal || all.rows.count == all.report.accepted, "workbook \(number)")
      #expect(
        all.report.findingCount + all.report.doubted.count == all.found.count, "workbook \(number)")
      try copy(all.report, sheetFile(bytes, name: "x.xlsx"))
      read += all.report.isFatal ? 0 : 1
    }
    // Otherwise the mutations would be too coarse to reach the cells.
    #expect(read > MutatedWorkbookTests.count / 10)
  }
}
