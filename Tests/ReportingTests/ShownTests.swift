import Testing

@testable import Reporting

@Suite struct ShownTests {
  @Test(arguments: [
    ("\u{1B}[31mred", "\\u{1B}[31mred"),
    ("\u{1B}]52;c;aGk=\u{07}", "\\u{1B}]52;c;aGk=\\u{07}"),
    ("\u{9B}2J", "\\u{9B}2J"), ("\u{7F}", "\\u{7F}"), ("\u{202E}gpj", "\\u{202E}gpj"),
    ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("a\r\nb", "a\\u{0D}\\u{0A}b"), ("\t", "\\u{09}"),
    ("e\u{301}\u{1B}", "e\u{301}\\u{1B}"), ("", ""), ("plain", "plain"), ("Tŷ Ŵyn", "Tŷ Ŵyn"),
  ])
  func `what a terminal would obey is spelt out`(text: String, expected: String) {
    #expect(bytes(shown(text)) == bytes(expected))
  }

  @Test func `every control is escaped and nothing else is`() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isUnsafe =
        value < 0x20 || (0x7F...0x9F).contains(value) || (0x2028...0x202E).contains(value)
        || (0x2066...0x2069).contains(value)
      #expect(
        (shown(String(scalar)) != String(scalar)) == isUnsafe, "U+\(hexadecimal(value, digits: 4))")
    }
  }

  @Test(arguments: HostileNames.all)
  func `nothing unsafe is left and honest names are as they were`(name: String) {
    let safe = shown(name)
    #expect(safe.unicodeScalars.allSatisfy(isSafeOnTerminal))
    if HostileNames.honest.contains(name) { #expect(bytes(safe) == bytes(name)) }
    #expect(bytes(shown(safe)) == bytes(safe))
  }

  @Test(arguments: HostileNames.all)
  func `a limit is kept to the column`(name: String) {
    let whole = displayWidth(shown(name))
    for limit in 0...45 {
      let cut = shown(name, limit: limit)
      #expect(displayWidth(cut) <= limit)
      if whole <= limit { #expect(bytes(cut) == bytes(shown(name))) }
      if whole > limit, limit > 0 { #expect(cut.hasSuffix("…")) }
    }
  }

  @Test func `an escape or a wide letter is never halved`() {
    #expect(shown("ab\u{1B}cd", limit: 5) == "ab…")
    #expect(shown("ab\u{1B}", limit: 8) == "ab\\u{1B}")
    #expect(shown("李小龍", limit: 4) == "李…")
    #expect(shown("李小龍", limit: 5) == "李小…")
    #expect(shown("李小龍", limit: 6) == "李小龍")
    #expect(shown("abc", limit: 1) == "…")
    #expect(shown("abc", limit: 0) == "")
    #expect(shown("", limit: 0) == "")
  }
}

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Siân", 4), ("Sia\u{302}n", 4), ("Tŷ Ŵyn", 6), ("李小龍", 6), ("김철수", 6),
    ("\u{1100}\u{1161}", 2), ("ｱ", 1), ("Ａ", 2), ("👩🏽‍🏫", 2), ("🇬🇧", 2), ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", 2), ("☺", 1),
    ("☺\u{FE0F}", 2),
    ("1\u{FE0F}\u{20E3}", 2), ("דוד", 3), ("محمد", 4), ("a\u{200B}b", 2), ("a\u{200D}b", 2),
    ("…", 1),
    ("’", 1), ("नमस्ते", 4), ("\u{301}", 0), ("。", 2), ("𠮷", 2), ("⌚", 2), ("£", 1), ("–", 1),
  ])
  func `width is what a reader sees`(text: String, expected: Int) {
    #expect(displayWidth(text) == expected)
  }

  @Test func `composed and decomposed letters are equally wide`() {
    for (composed, apart) in [
      ("é", "e\u{301}"), ("ŵ", "w\u{302}"), ("ŷ", "y\u{302}"), ("가", "\u{1100}\u{1161}"),
    ] {
      #expect(displayWidth(composed) == displayWidth(apart))
    }
  }
}
