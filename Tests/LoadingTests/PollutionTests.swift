import Domain
import Testing

@testable import Loading

/// One clean table, written in every way that means the same and broken in every way that does not.
///
/// A broken variant may be refused or may read as it was meant; it never reads as something else.
@Suite struct PollutionTests {
  static let table: [[String]] = [
    [
      "Name", "TRN", "School URN", "Current role", "Aspiration", "Strengths", "Performance",
      "Notes",
    ],
    ["Zoë Ward", "0041308", "109461", "Teacher", "", "Maths; Art", "2", ""],
    ["Smith, Ann", "", "109462", "", "Headteacher", "", "", "said \"yes\", twice"],
    [
      "Llŷr O’Neil", "2596968", "109463", "Headteacher", "Executive head", "Music", "3",
      "two\nlines",
    ],
    ["Max Bell", "0000017", "109464", "Teacher", "Middle leader", "", "", ""],
  ]

  private func written(
    _ table: [[String]] = table, by delimiter: String = ",", quoteAll: Bool = false,
    lineEnd: String = "\n", endsLast: Bool = true
  ) -> String {
    let lines = table.map { row in
      row.map { cell in
        let needs =
          quoteAll || cell.contains { $0 == "\"" || $0.isNewline || String($0) == delimiter }
        return needs
          ? "\""
            + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(
              separator: "\"\"") + "\"" : cell
      }.joined(separator: delimiter)
    }
    return lines.joined(separator: lineEnd) + (endsLast ? lineEnd : "")
  }

  private func drafts(_ bytes: [UInt8]) throws -> (
    drafts: String, isClean: Bool, report: SheetReport
  ) {
    let all = try reading(.people, bytes)
    let isClean = !all.found.contains { $0.weight != .note }
    #expect(all.report.accepted == all.rows.count || all.report.isFatal)
    return ("\(all.drafts)", isClean, all.report)
  }

  private var meant: String {
    get throws {
      let clean = try drafts(Array(written().utf8))
      try #require(clean.isClean && clean.report.accepted == 4)
      return clean.drafts
    }
  }

  @Test func `every clean variant loads as the same people`() throws {
    let meant = try meant
    var variants = 0
    for delimiter in [",", ";", "\t", "|"] {
      for quoteAll in [false, true] {
        for lineEnd in ["\n", "\r\n", "\r"] {
          for endsLast in [true, false] {
            for mark in ["", "\u{FEFF}"] {
              for preamble in ["", "Talent\(lineEnd)\(lineEnd)", "sep=\(delimiter)\(lineEnd)"] {
                let text =
                  mark + preamble
                  + written(by: delimiter, quoteAll: quoteAll, lineEnd: lineEnd, endsLast: endsLast)
                let read = try drafts(Array(text.utf8))
                #expect(read.isClean && read.drafts == meant, "\(text)")
                variants += 1
              }
            }
          }
        }
      }
    }
    #expect(variants == 288)
  }

  @Test func `UTF-16 with its mark and Windows-1252 load as the same people`() throws {
    let text = written()
    let little = Array("\u{FEFF}\(text)".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = Array("\u{FEFF}\(text)".utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [little, big] {
      let read = try drafts(bytes)
      #expect(try read.isClean && read.drafts == meant)
      #expect(read.report.shape?.detected.hasPrefix("UTF-16") == true)
    }
    var western = PollutionTests.table
    western[3][0] = "Llyr O’Neil"
    let bytes = written(western).unicodeScalars.map { scalar -> UInt8 in
      scalar == "’" ? 0x92 : UInt8(scalar.value)
    }
    let read = try drafts(bytes)
    let same = try drafts(Array(written(western).utf8))
    #expect(read.isClean && read.drafts == same.drafts)
    #expect(read.report.shape?.detected.hasPrefix("Windows-1252") == true)
  }

  @Test func `reordered columns load as the same people under the same hashes`() throws {
    let order = [7, 3, 1, 0, 2, 6, 4, 5]
    let moved = PollutionTests.table.map { row in order.map { row[$0] } + ["", "x"] }
    var renamed = moved
    renamed[0][8] = "Blank"
    renamed[0][9] = "Unknown"
    let a = try reading(.people, written())
    let b = try reading(.people, written(renamed))
    #expect("\(a.drafts)" == "\(b.drafts)")
    #expect(a.rows.map(\.typed) == b.rows.map(\.typed))
  }

  /// One byte of the structure taken out, put in or changed, at every place.
  ///
  /// The structure is what stands outside quotes and the quotes themselves, and of letters the bytes
  /// without which they are no letters: another letter, or a comma more inside a quoted cell, is
  /// another sheet, and no reader can tell.
  @Test func `no broken variant loads as other people`() throws {
    let meant = try meant
    var variants = 0
    for delimiter in [",", ";", "\t"] {
      for quoteAll in [false, true] {
        let clean = Array(written(by: delimiter, quoteAll: quoteAll).utf8)
        for broken in brokenVariants(of: clean, delimiter: Array(delimiter.utf8)[0]) {
          let read = try drafts(broken)
          let isWrong = read.isClean && read.drafts != meant
          #expect(!isWrong, "\(String(decoding: broken, as: UTF8.self)) gave \(read.drafts)")
          variants += 1
        }
      }
    }
    #expect(variants > 1_500)
  }

  private func brokenVariants(of clean: [UInt8], delimiter: UInt8) -> [[UInt8]] {
    var variants: [[UInt8]] = []
    let quote = UInt8(ascii: "\"")
    var isInside = false
    for at in clean.indices {
      let byte = clean[at]
      if byte == quote {
        isInside.toggle()
        variants += [removing(at, clean), replacing(at, apostrophe, clean)]
        if !isInside { variants.append(inserting(UInt8(ascii: "x"), at + 1, clean)) }
      } else if isInside {
        variants.append(inserting(quote, at, clean))
      } else if byte == delimiter {
        variants += [removing(at, clean), inserting(delimiter, at, clean)]
        for other in Array(",;\t|:\n\r ".utf8) where other != delimiter {
          variants.append(replacing(at, other, clean))
        }
        variants += [inserting(quote, at, clean), inserting(quote, at + 1, clean)]
      } else if byte == UInt8(ascii: "\n") {
        variants += [removing(at, clean), inserting(delimiter, at, clean)]
        variants += [inserting(quote, at, clean), inserting(quote, at + 1, clean)]
      }
      if byte >= 0x80 { variants += brokenLetters(at, clean) }
    }
    return variants
  }

  /// Changes that leave no well-formed UTF-8.
  private func brokenLetters(_ at: Int, _ clean: [UInt8]) -> [[UInt8]] {
    [removing(at, clean), replacing(at, 0xE9, clean), replacing(at, 0x81, clean)]
      .filter { !isUTF8($0) }
  }

  private func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  private func removing(_ at: Int, _ bytes: [UInt8]) -> [UInt8] {
    Array(bytes[..<at] + bytes[(at + 1)...])
  }

  private func inserting(_ byte: UInt8, _ at: Int, _ bytes: [UInt8]) -> [UInt8] {
    Array(bytes[..<at] + [byte] + bytes[at...])
  }

  private func replacing(_ at: Int, _ byte: UInt8, _ bytes: [UInt8]) -> [UInt8] {
    Array(bytes[..<at] + [byte] + bytes[(at + 1)...])
  }
}
