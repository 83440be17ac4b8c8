import Testing

@testable import bench

/// Texts with bytes changed at random: read or refused, never a crash, and what is solved is allowed.
struct DamagedTextTests {
  private static let originals =
    AssignmentReadingTests.dialects + [
      "c x\np min 4 5\nn 1 4\nn 4 -4\na 1 2 0 3 2\na 1 3 1 4 3\na 2 4 0 4 1\na 3 4 0 -1 5\na 2 3 0 1 -2\n",
      "p min 4 4\nn 1 1\nn 2 1\nn 3 -1\nn 4 -1\na 1 3 0 1 2\na 1 4 0 1 3\na 2 3 0 1 1\na 2 4 0 1 5\n",
    ]
  private static let bytes = Array("0123456789 -+.,;\t\n\rcpna%#\u{0}é".utf8)

  @Test(arguments: originals)
  func `any damage is survived`(original: String) throws {
    var random = SeededRandom(11, .noise)
    let scratch = try Scratch()
    var solvedCount = 0
    for _ in 0..<250 {
      var text = Array(original.utf8)
      for _ in 0...random.below(3) {
        let place = random.below(text.count)
        switch random.below(4) {
        case 0: text.remove(at: place)
        case 1: text.insert(Self.bytes[random.below(Self.bytes.count)], at: place)
        default: text[place] = Self.bytes[random.below(Self.bytes.count)]
        }
      }
      let path = try scratch.file(text)
      do {
        let stored = try StoredInstance(contentsOf: path)
        let solved = try Solved(stored)
        guard solved.status == "OPTIMAL" else { continue }
        solvedCount += 1
        let said = String(decoding: text, as: UTF8.self)
        #expect(MarksCheck(stored, solved.marks).objective == solved.objective, "\(said)")
      } catch let error as InstanceError {
        #expect(error.file == path && !error.problem.isEmpty && !error.remedy.isEmpty)
      }
    }
    #expect(solvedCount > 0)
  }
}
