import Testing

@testable import Loading

/// What a format code makes of a text, and which of its sections shows a number.
@Suite struct NumberFormatTests {
  @Test(arguments: [
    ("General", NumberFormat.TextLook.asItIs), ("@", .asItIs), ("0;-0;;@", .asItIs),
    ("_-* #,##0_-;-* #,##0_-;_-* \"-\"??_-;_-@_-", .asItIs), ("0;-0;0;General", .asItIs),
    ("\"ex \"@", .adding("ex ")), ("0;0;0;@\" (acting)\"", .adding(" (acting)")), (";;;", .hidden),
    ("dd/mm/yyyy;@", .asItIs),
  ])
  func `a text is shown as it is, with more, or not at all`(
    _ code: String, _ look: NumberFormat.TextLook
  ) {
    #expect(NumberFormat(code: code).textLook == look)
  }

  @Test(arguments: [
    ("General", true), ("0", true), ("#,##0", true), ("", true), ("#", false), ("0000000", false),
    ("_-* #,##0_-;-* #,##0_-;_-* \"-\"??_-;_-@_-", true), ("[>5]\"many\";0", false), ("0,", false),
    ("0;-0;;@", false), ("\"N\"0", false), ("0\" days\"", false), ("0\"0\"", false),
  ])
  func `only what shows every whole number digit by digit is copied`(_ code: String, _ shows: Bool)
  {
    #expect(NumberFormat(code: code).showsDigits == shows)
  }

  @Test(arguments: [
    ("mm/dd/yyyy", true), ("m/d/yy h:mm", true), ("[$-409]m/d/yyyy;@", true), ("dd/mm/yyyy", false),
    ("yyyy-mm-dd", false), ("mmm d, yyyy", false), ("0", false),
  ])
  func `a date shown month first is told by its numbers`(_ code: String, _ isMonthFirst: Bool) {
    #expect(NumberFormat(code: code).section(for: 46_000).isMonthFirst == isMonthFirst)
  }
}
