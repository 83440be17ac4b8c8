import Domain
import Testing

@testable import Loading

/// The file as bytes: what it is, how it is encoded, where its lines are, how much of it there is.
@Suite struct BytesTests {
  static let head = "Name,School URN\n"

  private func fatal(_ bytes: [UInt8], limits: Limits = .default) throws -> String {
    let all = try reading(.people, bytes, limits: limits)
    #expect(all.report.isFatal)
    return all.findings.joined(separator: "; ")
  }

  private func fatal(_ text: String) throws -> String { try fatal(Array(text.utf8)) }

  @Test func `an empty file is refused`() throws {
    #expect(try fatal("") == "0:: the file is empty")
    #expect(try fatal("\u{FEFF}") == "0:: the file is empty")
    #expect(try fatal("\n\n").hasPrefix("0:: no headings were found"))
    #expect(try fatal("Ward," + BytesTests.head) == "1:: the file has headings but no rows")
  }

  @Test func `files of other formats are named`() throws {
    #expect(try fatal("PK\u{3}\u{4}....").contains("damaged or was cut short"))
    #expect(try fatal([0xD0, 0xCF, 0x11, 0xE0, 1, 2]).contains("old Excel workbook"))
    #expect(try fatal("%PDF-1.7").contains("a PDF"))
    let unmarked = Array("Name,School URN\nAnn Bell,109461\n".utf16).flatMap {
      [UInt8($0 & 0xFF), 0]
    }
    #expect(try fatal(unmarked).contains("UTF-16 without its byte order mark"))
    #expect(
      try fatal(BytesTests.head + "A\u{0}B,109461\n")
        == "2:: byte 18 of the file is NUL: it is not text")
    #expect(
      try fatal(BytesTests.head + "A,109461\n\u{0}")
        == "3:: from byte 26 to its end the file is NUL: it was not saved whole")
  }

  @Test func `a mix of encodings is refused with its line and byte`() throws {
    let mixed =
      Array((BytesTests.head + "Zoë Bell,109461\nZo").utf8) + [0xEB] + Array(" Ward,109462\n".utf8)
    #expect(
      try fatal(mixed)
        == "3:: byte 36 of the file (0xEB) is not UTF-8, but other letters in the file are: it mixes two encodings"
    )
    let marked = Array("\u{FEFF}\(BytesTests.head)Zo".utf8) + [0xEB] + Array(",109462\n".utf8)
    #expect(
      try fatal(marked)
        == "2:: the file says that it is UTF-8, and byte 22 (0xEB) is not")
  }

  @Test func `the five bytes that Windows-1252 leaves undefined are refused`() throws {
    for byte: UInt8 in [0x81, 0x8D, 0x8F, 0x90, 0x9D] {
      let bytes = Array((BytesTests.head + "Zo").utf8) + [byte] + Array(",109462\n".utf8)
      #expect(try fatal(bytes).contains("is neither UTF-8 nor Windows-1252"))
    }
  }

  @Test func `Mac OS Roman is not taken for Windows-1252`() throws {
    // Renée, Zoë, Siân, Müller as a Mac of the nineties wrote them.
    for name in [
      Array("Ren".utf8) + [0x8E, 0x65], Array("Zo".utf8) + [0x91],
      Array("Si".utf8) + [0x89, 0x6E], Array("M".utf8) + [0x75, 0x9F, 0x6C],
    ] {
      let bytes = Array(BytesTests.head.utf8) + name + Array(" Ward,109462\n".utf8)
      #expect(try fatal(bytes).contains("looks like Mac OS Roman"))
    }
    // O’Neil, Zoë, “Šárka” – Ž. Bell as Windows writes them.
    for name: [UInt8] in [
      [0x4F, 0x92, 0x4E, 0x65], [0x5A, 0x6F, 0xEB],
      [0x93, 0x8A, 0xE1, 0x72, 0x94, 0x20, 0x96, 0x20, 0x8E],
    ] {
      let bytes = Array(BytesTests.head.utf8) + name + Array(" Ward,109462\n".utf8)
      let all = try reading(.people, bytes)
      #expect(all.rows.count == 1 && all.report.shape?.detected.hasPrefix("Windows-1252, ") == true)
    }
  }

  @Test func `other code pages of Windows are not taken for Western letters`() throws {
    // Łukasz, Pawełek, Różycki, Ayşe, Barış, Иван, Ελένη; and a Mac's bullet, ellipsis, degree and euro, and
    // the ½ of MS-DOS.
    for (text, form): ([UInt8], String) in [
      ([0xA3, 0x75, 0x6B], "Windows-1250"), ([0x65, 0xB3, 0x65], "Windows-1250"),
      ([0x52, 0xF3, 0xBF, 0x79], "Windows-1250"), ([0x41, 0x79, 0xFE, 0x65], "Windows-1254"),
      ([0x42, 0x61, 0x72, 0xFD, 0xFE], "Windows-1254"),
      ([0xC8, 0xE2, 0xE0, 0xED], "Cyrillic"), ([0xC5, 0xEB, 0xDD, 0xED, 0xE7], "Greek"),
      ([0xA5, 0x20, 0x61], "Mac OS Roman"), ([0x61, 0x62, 0xC9, 0x20], "Mac OS Roman"),
      ([0x32, 0x30, 0xA1, 0x43], "Mac OS Roman"), ([0x20, 0xDB, 0x35], "Mac OS Roman"),
      ([0x32, 0xAB, 0x20], "MS-DOS"),
    ] {
      let bytes = Array("Name,School URN,Notes\nAnn,109462,".utf8) + text + [0x0A]
      #expect(try fatal(bytes).contains(form), "\(text)")
    }
    // Hafþór, Þóra, école, «oui», ¿qué?, ¡Olé!, £e5, m², 20 °C, Åsa: at home in the West.
    for text: [UInt8] in [
      [0x48, 0x61, 0x66, 0xFE, 0xF3, 0x72], [0xDE, 0xF3, 0x72, 0x61], [0xC9, 0x63, 0x6F],
      [0xAB, 0x6F, 0x75, 0x69, 0xBB], [0xBF, 0x71, 0x75, 0xE9], [0xA1, 0x4F, 0x6C, 0xE9],
      [0xA3, 0x35], [0x6D, 0xB2], [0x32, 0x30, 0x20, 0xB0, 0x43], [0xC5, 0x73, 0x61],
    ] {
      let bytes = Array("Name,School URN,Notes\nAnn,109462,".utf8) + text + [0x0A]
      let all = try reading(.people, bytes)
      #expect(all.rows.count == 1 && all.found.isEmpty, "\(text): \(all.findings)")
    }
  }

  @Test func `a file padded with NUL and a picture are called what they are`() throws {
    let padded = Array("Name,School URN\nAnn,109462\n".utf8) + [UInt8](repeating: 0, count: 4_096)
    #expect(
      try fatal(padded) == "3:: from byte 28 to its end the file is NUL: it was not saved whole")
    let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]
    #expect(try fatal(picture) == "0:: the file is a picture (PNG), not a sheet")
  }

  @Test func `MS-DOS text is not taken for Windows-1252`() throws {
    // Renée, Zoë, Siân, Bénédicte, Jörg, Núñez as CSV (MS-DOS) writes them.
    for name in [
      Array("Ren".utf8) + [0x82, 0x65], Array("Zo".utf8) + [0x89],
      Array("Si".utf8) + [0x83, 0x6E], Array("B".utf8) + [0x82, 0x6E],
      Array("J".utf8) + [0x94, 0x72],
      Array("N".utf8) + [0xA3, 0x6E],
    ] {
      let bytes = Array(BytesTests.head.utf8) + name + Array(" Ward,109462\n".utf8)
      #expect(try fatal(bytes).contains("MS-DOS text"), "\(name)")
    }
    // Håkan, Sèvres, Öst, £300, 20° as MS-DOS writes them, don’t and good” as the Mac does.
    for (note, form): ([UInt8], String) in [
      ([0x48, 0x86, 0x6B], "MS-DOS"), ([0x53, 0x8A, 0x76], "MS-DOS"),
      ([0x99, 0x73, 0x74], "MS-DOS"),
      ([0x9C, 0x33, 0x30], "MS-DOS"), ([0x32, 0x30, 0xF8, 0x20], "MS-DOS"),
      ([0x6E, 0xD5, 0x74], "Mac OS Roman"), ([0x64, 0xD3, 0x20], "Mac OS Roman"),
    ] {
      let bytes = Array("Name,School URN,Notes\nAnn,109462,".utf8) + note + [0x0A]
      #expect(try fatal(bytes).contains(form), "\(note)")
    }
    // What stands in honest notes: “so”said, 5‰, €5, £20, †, A…b, word–word, d’Arcy, café.
    for note: [UInt8] in [
      [0x93, 0x73, 0x6F, 0x94, 0x73, 0x61], [0x35, 0x89], [0x80, 0x35], [0xA3, 0x32, 0x30],
      [0x61, 0x86, 0x20], [0x41, 0x85, 0x62], [0x61, 0x96, 0x62], [0x61, 0x97, 0x62],
      [0x64, 0x92, 0x41], [0x63, 0x61, 0x66, 0xE9],
      [0x41, 0x99, 0x20], [0x65, 0xA0, 0x61], [0x31, 0xB0, 0x61], [0x20, 0x8A, 0x61],
      [0xD6, 0x73, 0x74],
      [0x31, 0x20, 0xF8, 0x72], [0x53, 0xF8, 0x72], [0x42, 0x9C, 0x75], [0x4D, 0xD5, 0x45, 0x53],
    ] {
      let bytes = Array("Name,School URN,Notes\nAnn,109462,".utf8) + note + [0x0A]
      let all = try reading(.people, bytes)
      #expect(all.rows.count == 1 && all.found.isEmpty, "\(note): \(all.findings)")
    }
  }

  @Test func `letters that were encoded twice are refused where they stand`() throws {
    for name in [
      "Ren\u{C3}\u{A9}e", "O\u{E2}\u{20AC}\u{2122}Neil", "Ll\u{C5}\u{B7}r", "\u{C3}\u{2030}lise",
    ] {
      let all = try reading(.people, BytesTests.head + "\(name),109461\n")
      #expect(all.findings == ["2:Name: \"\(name)\" has letters that were encoded twice"])
    }
    let dos = try reading(.people, BytesTests.head + "Ren\u{201A}e,109461\n")
    #expect(dos.findings[0] == "2:Name: \"Ren\u{201A}e\" has \u{201A} for a letter")
    for name in ["João Guimarães", "JOÃO MAÇÃ", "Åsa Ångström", "Sân Â", "Llŷr O’Neil", "Zoë"] {
      #expect(try reading(.people, BytesTests.head + "\(name),109461\n").found.isEmpty, "\(name)")
    }
  }

  @Test func `whole lines in quotes, and old signs at the end, are named`() throws {
    let quoted = try reading(.people, "\"Name,School URN\"\n\"Ann,109461\"\n")
    #expect(quoted.findings == ["1:: this line is a single cell: \"Name,School URN\""])
    let sign = try reading(.people, BytesTests.head + "Ann,109461\n\u{1A}\n")
    #expect(sign.findings == ["3:: an end-of-file sign of an old program stands here"])
    let kept = try reading(.people, "Name,TRN,School URN\nAnn,=\"0012345\",109461\n")
    #expect(
      kept.findings == [
        "2:: a cell is written as =\"...\", which is a spreadsheet's way to keep zeros"
      ])
  }

  @Test func `a UTF-16 file with half a pair is refused`() throws {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x41, 0, 0, 0xD8, 0x42, 0]
    #expect(try fatal(bytes).contains("half of a UTF-16 pair"))
  }

  @Test func `control characters are refused in the cell they stand in`() throws {
    for unseen in ["\u{1B}[2J", "\u{7}", "\u{9B}", "\u{202E}", "\u{FEFF}x", "\u{7F}"] {
      let all = try reading(.people, BytesTests.head + "Ann\(unseen)Bell,109461\n")
      #expect(all.findings.count == 1 && all.rows.isEmpty)
      #expect(all.findings[0].hasPrefix("2:Name: \"Ann\\u{"))
      #expect(all.findings[0].hasSuffix("holds a control character"))
    }
    let lost = try reading(.people, BytesTests.head + "Zo\u{FFFD},109461\n")
    #expect(lost.findings[0].hasSuffix("has lost a letter (U+FFFD)"))
    let broken = try reading(.people, BytesTests.head + "\"Ann\nBell\",109461\n")
    #expect(broken.findings == ["2:Name: \"Ann\\u{A}Bell\" holds a line end"])
  }

  @Test func `values are cut to forty characters`() throws {
    let long = String(repeating: "é", count: 60)
    let all = try reading(.people, "Name,School URN\nAnn Bell,\(long)\n")
    #expect(
      all.findings == ["2:School URN: \"\(String(repeating: "é", count: 40))…\" is not a URN"])
  }

  @Test func `physical lines stay right whatever ends them`() throws {
    for (ends, news) in [("\n", []), ("\r\n", []), ("\r", ["lines end in CR alone"])] {
      let text = [
        "Name,School URN,Notes", "A,109461,\"x\(ends)\(ends)y\"", "", "B,109462,", "C,1,",
      ]
      .joined(separator: ends)
      let all = try reading(.people, text)
      #expect(all.rows.map(\.line) == [2, 6])
      #expect(all.findings == ["7:School URN: \"1\" is not a URN"])
      #expect(all.report.announcements == news)
    }
    let mixed = try reading(.people, "Name,School URN\r\nA,109461\nB,109462\rC,109463")
    #expect(mixed.rows.map(\.line) == [2, 3, 4])
    #expect(mixed.report.announcements == ["line ends are mixed"])
  }

  @Test func `a delimiter other than the comma is announced`() throws {
    let tabs = try reading(.people, "Name\tSchool URN\nA\t109461\n")
    #expect(tabs.report.shape?.detected == "UTF-8, separated by tabs, headings on line 1")
    let named = try reading(.people, "sep=;\nName;School URN\nA, B;109461\n")
    #expect(named.rows.count == 1 && named.drafts[0].person.name == "B A")
    #expect(named.report.shape?.detected == "UTF-8, separated by semicolons, headings on line 2")
    let strange = try reading(.people, "sep=^\nName^School URN\nA^109461\n")
    #expect(strange.findings == ["1:: the line sep= names a delimiter that is not read"])
  }

  @Test func `what is too much is refused`() throws {
    var limits = Limits()
    limits.rows = 2
    let row = "A,109461\n"
    #expect(
      try fatal(Array((BytesTests.head + "A,109461\nB,109461\nC,109461\n").utf8), limits: limits)
        == "4:: the sheet has more than 2 rows")
    limits = Limits()
    limits.cellBytes = 20
    let long = String(repeating: "x", count: 21)
    for text in [long, "\"\(long)\""] {
      #expect(
        try fatal(Array((BytesTests.head + row + text + ",109461\n").utf8), limits: limits)
          == "3:: a cell is longer than 20 bytes")
    }
    limits = Limits()
    limits.columns = 5
    #expect(
      try fatal(Array((BytesTests.head + row + ",,,,,\n").utf8), limits: limits)
        == "3:: this record has more than 5 cells")
    limits = Limits()
    limits.recordBytes = 3_000
    let cells = String(repeating: "xxxx,", count: 120_000)
    limits.columns = 1_000_000
    #expect(
      try fatal(Array((BytesTests.head + row + cells).utf8), limits: limits).hasPrefix(
        "3:: the record that starts here is longer than"))
  }

  @Test func `every finding is handed over, however many there are`() throws {
    let rows = (0..<20_000).map { _ in "A,x\n" }.joined()
    let all = try reading(.people, BytesTests.head + rows)
    #expect(all.found.map(\.line) == (2..<20_002).map { $0 })
    #expect(all.report.findingCount == 20_000)
    #expect(all.report.rejected == 20_000 && all.report.read == 20_000)
  }

  @Test func `a cell with a thousand wrong words is put into fifty findings and counted`() throws {
    let words = (0..<1_000).map { "word\($0)" }.joined(separator: ";")
    let all = try reading(.people, "Name,School URN,Strengths\nA,109461,\(words)\n")
    #expect(all.found.count == 50 && all.report.findingCount == 1_000)
  }
}
