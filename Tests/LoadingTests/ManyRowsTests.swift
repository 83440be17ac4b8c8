import Domain
import Testing

@testable import Loading

/// What is remembered from row to row (words, repeats) stays right when there are many rows.
@Suite struct ManyRowsTests {
  private static let count = 5_000

  /// Each row has its own TRN and one of thousands of lists of strengths.
  private func rows() -> (text: [String], strengths: [[String]]) {
    let words = Vocabulary.ofTheDomain.specialisms.names
    var text: [String] = []
    var strengths: [[String]] = []
    for number in 0..<ManyRowsTests.count {
      let places = [number % 33, number / 33 % 33, (number / 7 + 5) % 33]
      var own: [String] = []
      for place in places where !own.contains(words[place]) { own.append(words[place]) }
      strengths.append(own)
      let trn = String(String(1_000_000 + number * 37).reversed().map { $0 })
      text.append(
        "\(ManyRowsTests.name(number)),\(trn),109461,\(places.map { words[$0] }.joined(separator: ";"))"
      )
    }
    return (text, strengths)
  }

  private static func name(_ number: Int) -> String {
    String(number).map { "ABCDEFGHIJ".map { String($0) }[$0.wholeNumberValue ?? 0] }.joined()
  }

  @Test func `lists of words are read alike the first time and the thousandth`() throws {
    let rows = rows()
    let all = try reading(
      .people, "Name,TRN,School URN,Strengths\n" + rows.text.joined(separator: "\n"))
    #expect(all.found.isEmpty)
    #expect(all.drafts.map(\.strengths) == rows.strengths)
  }

  @Test func `every repeated row is met and every contradiction named`() throws {
    let rows = rows()
    let repeated = stride(from: 0, to: ManyRowsTests.count, by: 50).map { rows.text[$0] }
    let contradicting = stride(from: 7, to: ManyRowsTests.count, by: 50).map { "Q" + rows.text[$0] }
    let text = (["Name,TRN,School URN,Strengths"] + rows.text + repeated + contradicting)
      .joined(separator: "\n")
    let all = try reading(.people, text)
    #expect(all.rows.count == ManyRowsTests.count)
    #expect(all.report.repeated == 100 && all.report.rejected == 100)
    #expect(all.report.read == ManyRowsTests.count + 200)
    #expect(all.report.contested == stride(from: 9, to: ManyRowsTests.count + 2, by: 50).map { $0 })
    #expect(all.report.accepted == all.rows.count)
  }

  @Test func `a sheet across many windows reads alike in any pieces`() throws {
    let text = "Name,TRN,School URN,Strengths\n" + rows().text.joined(separator: "\r\n")
    let western = Array("Caf".utf8) + [0xE9, 0x0A] + Array(text.utf8)
    let wide = Array("\u{FEFF}\(text)".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let whole = try reading(.people, text).rows.map(\.typed)
    for bytes in [western, wide] {
      for pieces in [61, 4093, 1 << 20] {
        #expect(try reading(.people, bytes, pieces: pieces).rows.map(\.typed) == whole)
      }
    }
  }
}
