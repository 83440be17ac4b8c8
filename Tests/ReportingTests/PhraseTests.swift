import Testing

@testable import Reporting

@Suite struct PhraseTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (20_185, "20,185"), (1_234_567, "1,234,567"),
    (-1000, "-1,000"), (-999, "-999"), (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `numbers have separators`(value: Int, expected: String) {
    #expect(Phrase.number(value) == expected)
  }

  @Test func `nouns agree with their number`() {
    #expect(Phrase.count(1, "need") == "1 need")
    #expect(Phrase.count(3, "need") == "3 needs")
    #expect(Phrase.count(0, "need") == "0 needs")
    #expect(Phrase.count(20_185, "person", plural: "people") == "20,185 people")
    #expect(Phrase.count(2, "entry") == "2 entries")
    #expect(Phrase.count(2, "day") == "2 days")
    #expect(Phrase.count(2, "match") == "2 matches")
    #expect(Phrase.share(30, of: 213) == "30 of 213")
  }

  @Test func `lists read as English`() {
    #expect(Phrase.list([]) == "")
    #expect(Phrase.list(["a"]) == "a")
    #expect(Phrase.list(["a", "b"]) == "a and b")
    #expect(Phrase.list(["a", "b", "c"]) == "a, b and c")
    #expect(Phrase.list(["a", "b", "c"], "or") == "a, b or c")
  }

  @Test(arguments: [
    (0, "0 ms"), (4, "4 ms"), (99, "99 ms"), (100, "0.1 s"), (812, "0.8 s"), (850, "0.9 s"),
    (9_949, "9.9 s"), (9_950, "10 s"), (59_499, "59 s"), (59_500, "1 min 0 s"),
    (185_000, "3 min 5 s"),
    (3_599_499, "59 min 59 s"), (3_599_500, "1 h 0 min"), (7_500_000, "2 h 5 min"), (-5, "0 ms"),
  ])
  func `durations have the unit a person would choose`(milliseconds: Int, expected: String) {
    #expect(Phrase.duration(.milliseconds(milliseconds)) == expected)
  }

  @Test func `durations round half a millisecond up and bear any length`() {
    #expect(Phrase.duration(.microseconds(499)) == "0 ms")
    #expect(Phrase.duration(.microseconds(500)) == "1 ms")
    #expect(Phrase.duration(.seconds(Int64.max)).hasSuffix(" min"))
  }

  @Test(arguments: [
    (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1.0 kB"), (1449, "1.4 kB"),
    (1450, "1.5 kB"),
    (9_949, "9.9 kB"), (9_950, "10 kB"), (30_450, "30 kB"), (999_499, "999 kB"),
    (999_500, "1.0 MB"),
    (31_000_000, "31 MB"), (1_400_000_000, "1.4 GB"), (2_000_000_000_000, "2.0 TB"),
    (Int.max, "9,223,372.0 TB"),
  ])
  func `sizes have the unit a person would choose`(bytes: Int, expected: String) {
    #expect(Phrase.size(bytes: bytes) == expected)
  }
}

@Suite struct ParagraphTests {
  private let sentence = "Ann Lee is barred: the home school has no release left in spring."

  @Test func `later lines hang`() {
    #expect(
      Paragraph("- " + sentence, indent: 2, hanging: 4).text(width: 30) == """
          - Ann Lee is barred: the
            home school has no release
            left in spring.

        """)
  }

  @Test func `without a terminal it is one line`() {
    #expect(Paragraph(sentence).text(width: nil) == sentence + "\n")
    #expect(Paragraph(" \n ").text(width: 20) == "")
  }

  @Test func `long words are whole, wide letters count double, controls are shown`() {
    #expect(Paragraph("a abcdefghij b").text(width: 4) == "a\nabcdefghij\nb\n")
    #expect(Paragraph("李小 龍").text(width: 6) == "李小\n龍\n")
    #expect(Paragraph("a\u{1B} \u{A0}b\r\nc").text(width: nil) == "a\\u{1B} \u{A0}b c\n")
  }

  @Test func `no line is wider than asked when its words allow it`() {
    for width in 8...80 {
      for line in Paragraph(sentence, hanging: 1).text(width: width).split(separator: "\n") {
        #expect(displayWidth(String(line)) <= width)
      }
    }
  }
}

@Suite struct StyleTests {
  @Test(arguments: [
    (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false),
    (true, ["NO_COLOR": ""], true), (true, ["TERM": "dumb"], false),
    (true, ["TERM": "xterm"], true),
  ])
  func `colour is for terminals whose owner wants it`(
    isTerminal: Bool, environment: [String: String], expected: Bool
  ) {
    #expect(Style(isTerminal: isTerminal) { environment[$0] }.isOn == expected)
  }

  @Test func `marks are closed and plain style adds nothing`() {
    let on = Style(isOn: true)
    #expect(on.bold("x") == "\u{1B}[1mx\u{1B}[0m")
    #expect(on.dim("x") + on.green("x") == "\u{1B}[2mx\u{1B}[0m\u{1B}[32mx\u{1B}[0m")
    #expect(on.red("x") + on.yellow("x") == "\u{1B}[31mx\u{1B}[0m\u{1B}[33mx\u{1B}[0m")
    #expect(on.red("") == "")
    #expect(on.marked("x", nil) == "x")
    #expect(Style(isOn: false).red("x") == "x")
  }
}

@Suite struct ProgressTests {
  @Test func `the line says what, how much and how fast`() {
    let load = Progress("designations.csv", noun: "row")
    #expect(
      load.line(done: 412_000, elapsed: .milliseconds(4_200))
        == "designations.csv  412,000 rows  98,000 rows/s")
    #expect(load.line(done: 1, elapsed: .milliseconds(100)) == "designations.csv  1 row")
    #expect(load.line(done: 0, elapsed: .seconds(9)) == "designations.csv  0 rows")
    #expect(
      load.line(done: 995, elapsed: .seconds(1)) == "designations.csv  995 rows  1,000 rows/s")
    #expect(load.line(done: 7, elapsed: .seconds(1)) == "designations.csv  7 rows  7 rows/s")
  }

  @Test func `a known total adds the share`() {
    let scoring = Progress("Scoring", noun: "person", plural: "people", total: 20_185)
    #expect(scoring.line(done: 10_093, elapsed: .zero) == "Scoring  10,093 of 20,185 people (50%)")
    #expect(scoring.line(done: 20_184, elapsed: .zero) == "Scoring  20,184 of 20,185 people (99%)")
    #expect(scoring.line(done: 20_185, elapsed: .zero) == "Scoring  20,185 of 20,185 people (100%)")
  }

  @Test func `a narrow terminal cuts the subject before the figures`() {
    let load = Progress("a-very-long-file-name-\u{1B}.csv", noun: "row")
    #expect(
      load.line(done: 412_000, elapsed: .seconds(4), width: 44)
        == "a-very-long-f…  412,000 rows  100,000 rows/s")
    for width in 0...60 {
      #expect(displayWidth(load.line(done: 412_000, elapsed: .seconds(4), width: width)) <= width)
    }
    #expect(!load.line(done: .max, elapsed: .milliseconds(500)).isEmpty)
  }
}
