import Domain
import Testing

@testable import Loading

/// One clean table written in every dialect a program might choose, and each of them broken.
@Suite struct DialectTests {
  static let table: [[String]] = [
    ["Name", "TRN", "School URN", "Current role", "Strengths", "Performance", "Notes"],
    ["Zoë Ward", "0041308", "109461", "Teacher", "Maths; Art", "2", "C:\\files\\new"],
    ["Smith, Ann", "", "109462", "", "", "", "said \"yes\", it's \\ true"],
    ["Siân O'Brien", "2596968", "109463", "Headteacher", "Music", "3", "two\nlines | more"],
    ["Max Bell", "0000017", "109464", "Teacher", "", "", "a\ttab"],
  ]

  /// How a program writes cells.
  struct Writer: CustomStringConvertible {
    var delimiter = ","
    var quote = "\""
    var escapes = false
    var quotesAll = false
    var spaces = false
    var lineEnd = "\n"

    var description: String {
      "\(delimiter) \(quote) \(escapes ? "backslashes" : "doubled") \(quotesAll ? "all" : "some")"
    }

    func text(_ table: [[String]]) -> String {
      table.map { row in
        row.map(cell).joined(separator: delimiter + (spaces ? " " : ""))
      }.joined(separator: lineEnd) + lineEnd
    }

    private func cell(_ text: String) -> String {
      let needs = text.contains { String($0) == quote || $0.isNewline || String($0) == delimiter }
      let isEscaped = escapes && text.contains("\\")
      guard quotesAll || needs || isEscaped else { return text }
      let inside =
        escapes
        ? text.replacing("\\", with: "\\\\").replacing(quote, with: "\\" + quote)
        : text.replacing(quote, with: quote + quote)
      return quote + inside + quote
    }
  }

  private func read(_ bytes: [UInt8]) throws -> (drafts: String, isClean: Bool, said: [String]) {
    let all = try reading(.people, bytes)
    let isClean = !all.found.contains { $0.weight != .note }
    let said = [all.report.shape?.detected ?? ""] + all.report.announcements + all.findings
    return ("\(all.drafts)", isClean, said)
  }

  private var meant: String {
    get throws {
      let clean = try read(Array(Writer().text(DialectTests.table).utf8))
      try #require(clean.isClean)
      return clean.drafts
    }
  }

  private static var writers: [Writer] {
    var all: [Writer] = []
    for delimiter in [",", ";", "\t", "|"] {
      for quote in ["\"", "'"] {
        for escapes in [false, true] {
          for quotesAll in [false, true] {
            all.append(
              Writer(delimiter: delimiter, quote: quote, escapes: escapes, quotesAll: quotesAll))
          }
        }
      }
    }
    return all
  }

  private static func encoded(_ text: String, _ encoding: Int) -> [UInt8] {
    switch encoding {
    case 0: Array(text.utf8)
    case 1: Array("\u{FEFF}\(text)".utf8)
    case 2:
      "\u{FEFF}\(text)".utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    case 3:
      "\u{FEFF}\(text)".utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    default: text.unicodeScalars.map { UInt8($0.value) }  // every letter of the table is in Latin-1
    }
  }

  @Test func `every dialect reads as the same people`() throws {
    let meant = try meant
    var variants = 0
    for writer in DialectTests.writers {
      for lineEnd in ["\n", "\r\n", "\r"] {
        for encoding in 0..<5 {
          for preamble in [
            "", "Rising Stars\(lineEnd)\(lineEnd)", "sep=\(writer.delimiter)\(lineEnd)",
          ] {
            var writer = writer
            writer.lineEnd = lineEnd
            let text = preamble + writer.text(DialectTests.table)
            let all = try read(DialectTests.encoded(text, encoding))
            #expect(all.isClean && all.drafts == meant, "\(writer) \(encoding): \(all.said)")
            variants += 1
          }
        }
      }
    }
    #expect(variants == 1_440)
  }

  @Test func `spaces after delimiters are no part of quoted cells`() throws {
    let meant = try meant
    for writer in DialectTests.writers where writer.delimiter != "\t" {
      var writer = writer
      writer.spaces = true
      let all = try read(Array(writer.text(DialectTests.table).utf8))
      #expect(all.isClean && all.drafts == meant, "\(writer): \(all.said)")
    }
  }

  @Test func `what was told by the rows is announced`() throws {
    let all = try read(
      Array(Writer(delimiter: ";", quote: "'", escapes: true).text(DialectTests.table).utf8))
    #expect(
      all.said == [
        "UTF-8, separated by semicolons, quoted by apostrophes, a backslash before a quote or separator inside, headings on line 1",
        "headings read: \"Performance\" as Performance (1-3)",
        "Name: SURNAME, FORENAME is read as forename and surname (1 cell)",
      ])
  }

  /// As in `PollutionTests`: a byte of the structure removed, doubled or replaced at every place.
  @Test func `no broken dialect loads as other people`() throws {
    let meant = try meant
    var variants = 0
    for writer in DialectTests.writers where writer.delimiter != "|" {
      let clean = Array(writer.text(DialectTests.table).utf8)
      for broken in brokenVariants(of: clean, writer) {
        let all = try read(broken)
        let isWrong = all.isClean && all.drafts != meant
        #expect(
          !isWrong, "\(writer): \(String(decoding: broken, as: UTF8.self)) gave \(all.drafts)")
        variants += 1
      }
    }
    #expect(variants > 5_000)
  }

  private func brokenVariants(of clean: [UInt8], _ writer: Writer) -> [[UInt8]] {
    let quote = writer.quote.utf8.first!
    let delimiter = writer.delimiter.utf8.first!
    var variants: [[UInt8]] = []
    var isInside = false
    var isEscaped = false
    for at in clean.indices {
      let byte = clean[at]
      if isEscaped {
        isEscaped = false
      } else if writer.escapes && byte == UInt8(ascii: "\\") {
        isEscaped = true
        if clean[at + 1] == quote { variants.append(removing(at, clean)) }
      } else if byte == quote {
        isInside.toggle()
        variants += [removing(at, clean), replacing(at, UInt8(ascii: "`"), clean)]
        if !isInside { variants.append(inserting(UInt8(ascii: "x"), at + 1, clean)) }
      } else if !isInside && byte == delimiter {
        variants += [removing(at, clean), inserting(delimiter, at, clean)]
        for other in Array(",;\t|\n ".utf8) where other != delimiter {
          variants.append(replacing(at, other, clean))
        }
        variants += [inserting(quote, at, clean), inserting(quote, at + 1, clean)]
      } else if !isInside && byte == UInt8(ascii: "\n") {
        variants += [removing(at, clean), inserting(delimiter, at, clean)]
        variants += [inserting(quote, at, clean), inserting(quote, at + 1, clean)]
      }
    }
    return variants
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
