import Testing

@testable import Reporting

@Suite struct TableTests {
  private func proposals() -> Table {
    var table = Table(
      [
        .init("Need"), .init("Person", canShrink: true),
        .init("School", canShrink: true, minimumWidth: 10),
        .init("Points", .trailing),
      ], whenEmpty: "No proposals yet.")
    table.add(["N-1", "Siân Llŷr", "Hill Top Community Primary School", "72"])
    table.add(["N-22", "李小龍", "St Mary's", "105"])
    table.add([.init("N-3"), .init("Ann\u{1B}[31m"), .init("", .dim), .init("-4", .red)])
    return table
  }

  @Test func `without a width nothing is cut`() {
    #expect(
      proposals().text(width: nil, colour: false) == """
        NEED  PERSON         SCHOOL                             POINTS
        N-1   Siân Llŷr      Hill Top Community Primary School      72
        N-22  李小龍         St Mary's                             105
        N-3   Ann\\u{1B}[31m                                         -4

        """)
  }

  @Test func `a narrow terminal cuts the widest column that can shrink`() {
    #expect(
      proposals().text(width: 44, colour: false) == """
        NEED  PERSON         SCHOOL           POINTS
        N-1   Siân Llŷr      Hill Top Commu…      72
        N-22  李小龍         St Mary's           105
        N-3   Ann\\u{1B}[31m                       -4

        """)
  }

  @Test func `columns stop at their minimum and the line runs over`() {
    #expect(
      proposals().text(width: 10, colour: false) == """
        NEED  PERSON    SCHOOL      POINTS
        N-1   Siân Ll…  Hill Top …      72
        N-22  李小龍    St Mary's      105
        N-3   Ann…                      -4

        """)
  }

  @Test func `every line fits every width that the minimums allow`() {
    let table = proposals()
    let whole = table.text(width: nil, colour: false)
    for width in 34...80 {
      let text = table.text(width: width, colour: false)
      for line in text.split(separator: "\n") { #expect(displayWidth(String(line)) <= width) }
      if width >= 62 { #expect(text == whole) } else { #expect(text.contains("…")) }
    }
  }

  @Test func `colour marks and changes no letter`() {
    let coloured = proposals().text(width: 44, colour: true)
    #expect(coloured.contains("\u{1B}[1mNEED\u{1B}[0m  "))
    #expect(coloured.contains("\u{1B}[31m-4\u{1B}[0m"))
    let plain = coloured.replacing(/\u{1B}\[[0-9]+m/, with: "")
    #expect(plain == proposals().text(width: 44, colour: false))
  }

  @Test func `an empty table says the caller's sentence`() {
    let table = Table([.init("Need"), .init("Person")], whenEmpty: "No proposals yet.")
    #expect(table.text(width: 80, colour: true) == "No proposals yet.\n")
    #expect(table.plainText() == "Need\tPerson\n")
    let quoting = Table([.init("Need")], whenEmpty: "Nobody is called \u{1B}[2J.")
    #expect(quoting.text(width: nil, colour: false) == "Nobody is called \\u{1B}[2J.\n")
    #expect(table.csv() == bytes("Need,Person\r\n"))
  }

  @Test func `plain text is whole cells between tabs`() {
    var table = Table([.init("Need"), .init("Person", canShrink: true)], whenEmpty: "")
    table.add(["N-1", "a\tb\nc"])
    table.add(["N-2"])
    table.add([.init("N-3", .green), "Ann"])
    #expect(table.plainText() == "Need\tPerson\nN-1\ta\\u{09}b\\u{0A}c\nN-2\t\nN-3\tAnn\n")
  }

  @Test func `a spreadsheet gets the cells as typed`() {
    var table = Table([.init("Need"), .init("Person", canShrink: true)], whenEmpty: "")
    table.add(["=1", "李\u{9B}"])
    #expect(table.csv() == bytes("Need,Person\r\n'=1,李\u{9B}\r\n"))
  }

  @Test(arguments: HostileNames.all)
  func `the column after any name starts at one place`(name: String) {
    var table = Table([.init("Name", canShrink: true), .init("X")], whenEmpty: "")
    table.add([name, "|"])
    table.add(["Ann", "|"])
    for width in [nil, 20] {
      let lines = table.text(width: width, colour: false).split(separator: "\n")
      #expect(lines.count == 3)
      let starts = lines.dropFirst().map { displayWidth(String($0.dropLast())) }
      #expect(Set(starts).count == 1)
      #expect(lines.joined().unicodeScalars.allSatisfy(isSafeOnTerminal))
      if width == nil { #expect(bytes(String(lines[1])).starts(with: bytes(shown(name)))) }
    }
  }
}
