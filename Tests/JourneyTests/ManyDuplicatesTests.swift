import Testing

/// The screen shows the first of many possible duplicates; what programs read has them all.
@Suite struct ManyDuplicatesTests {
  @Test func `as JSON they are all there, and as many as asked for`() throws {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let names = (0..<33).map { at in
      let word = String(letters[at % 26]) + "vor" + String(letters[at / 2]) + "eth"
      return "\(word.capitalized) Q\(word)"
    }
    let rows = (names + names).map { "\($0),990001,new" }
    let place = try Workspace(
      people: "Name,School URN,Person\n" + rows.joined(separator: "\n") + "\n")
    defer { place.remove() }
    func pairs(_ options: String...) throws -> Int {
      let answer = try place.talent(["duplicates"] + options)
      #expect(answer.code == 0, "\(answer.complaint)")
      return answer.out.split(separator: "\"merge_offered\"").count - 1
    }
    let screen = try place.talent("duplicates").out
    #expect(screen.contains("Showing 30 of "), "\(screen)")
    let found = try pairs("--json", "--limit", "100000")
    #expect(found > 30)
    #expect(try pairs("--json") == found)
    #expect(try pairs("--json", "--limit", "5") == 5)
  }
}
