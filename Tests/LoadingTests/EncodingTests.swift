import Domain
import Testing

@testable import Loading

/// Which encoding a file's bytes are in, where they could be two or are none that is read.
@Suite struct EncodingTests {
  @Test func `Windows-1252 in capitals is not taken for UTF-8`() throws {
    // RENÉ’S AND ZOË’S; CAFÉ”, CAFÉ® and Ä§; “SÃO JOSÉ”; Ô’; café’”.
    for (note, meant): ([UInt8], String) in [
      (
        Array("REN".utf8) + [0xC9, 0x92] + Array("S AND ZO".utf8) + [0xCB, 0x92, 0x53],
        "RENÉ’S AND ZOË’S"
      ),
      ([0x46, 0xC9, 0x94, 0x20, 0x46, 0xC9, 0xAE, 0x20, 0xC4, 0xA7], "FÉ” FÉ® Ä§"),
      ([0x93, 0x53, 0xC3, 0x4F, 0x20, 0x4A, 0x4F, 0x53, 0xC9, 0x94], "“SÃO JOSÉ”"),
      ([0xD4, 0x92], "Ô’"), ([0x61, 0xE9, 0x92, 0x94], "aé’”"),
      ([0x52, 0x45, 0x4E, 0xC9, 0x92, 0x73], "RENÉ’s"),
    ] {
      let bytes = Array("Name,School URN,Notes\nAnn,109462,".utf8) + note + [0x0A]
      for pieces in [1, 3, 4096] {
        let all = try reading(.people, bytes, pieces: pieces)
        #expect(all.drafts.first?.notes == meant, "\(all.findings)")
        #expect(all.report.shape?.detected.hasPrefix("Windows-1252, ") == true)
      }
    }
    // à la and ÅSA of UTF-8 beside the é of Windows-1252 are a mixture, whatever Ã and … could mean.
    for note: [UInt8] in [[0xC3, 0xA0, 0x20, 0x6C, 0x61], [0xC3, 0x85, 0x53, 0x41]] {
      let bytes = Array("Name,School URN,Notes\nZo".utf8) + [0xE9] + Array(",109462,".utf8) + note
      let all = try reading(.people, bytes + [0x0A])
      #expect(all.findings.count == 1 && all.findings[0].contains("mixes"), "\(all.findings)")
    }
    // What is at home in UTF-8.
    for name in [
      "Kɔfi", "Ştefan", "Ștefan", "ĒRIKS BĒRZIŅŠ", "ħ", "ƏLİYEV", "Ελένη", "RENÉ’S", "Ǎ", "ADƆ",
    ] {
      let all = try reading(.people, "Name,School URN\n\(name),109461\n")
      #expect(all.drafts.first?.person.name == name, "\(all.findings)")
      #expect(all.report.shape?.detected.hasPrefix("UTF-8, ") == true)
    }
  }

  @Test func `a whole file in an encoding that is not read is not called a mixture`() throws {
    // Иванов, Пётр in Windows-1251; 김철수 in EUC-KR; 李小明 in GBK; สมชาย in TIS-620.
    for text: [UInt8] in [
      [0xC8, 0xE2, 0xE0, 0xED, 0xEE, 0xE2, 0x2C, 0xCF, 0xB8, 0xF2, 0xF0],
      [0xB1, 0xE8, 0xC3, 0xB6, 0xBC, 0xF6], [0xC0, 0xEE, 0xD0, 0xA1, 0xC3, 0xF7],
      [0xCA, 0xC1, 0xAA, 0xD2, 0xC2],
    ] {
      let all = try reading(.people, Array(BytesTests.head.utf8) + text + Array(",109461\n".utf8))
      #expect(all.rows.isEmpty && !all.findings[0].contains("mixes"), "\(all.findings)")
    }
    let russian: [UInt8] = [0xC8, 0xE2, 0xE0, 0xCF, 0xB8, 0xF2, 0x0A]
    #expect(
      try reading(.people, Array(BytesTests.head.utf8) + russian).findings
        == [
          "2:: byte 17 of the file (0xC8) is not UTF-8, and the letters around it are not Windows-1252: the file is in an encoding that is not read"
        ]
    )
    // Ash,Ann,0012345,990001 as a mainframe writes it.
    let ebcdic: [UInt8] = [
      0xC1, 0xA2, 0x88, 0x6B, 0xC1, 0x95, 0x95, 0x6B, 0xF0, 0xF0, 0xF1, 0xF2, 0xC3, 0x95, 0x25,
    ]
    #expect(try !reading(.people, ebcdic).findings[0].contains("mixes"))
  }
}
