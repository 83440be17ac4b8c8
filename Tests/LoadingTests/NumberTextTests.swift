import Testing

@testable import Loading

/// What is seen of a stored number.
@Suite struct NumberTextTests {
  @Test(arguments: [
    (1.1, "0.00", "1.10"), (2, "0.00", "2.00"), (1.25, "0.0#", "1.25"), (1.5, "0.0#", "1.5"),
    (1, "0.##", "1"), (1234.5, "#,##0.00", "1234.50"), (5, "00.0", "05.0"),
    (1.5, "\"N\"0.00", "N1.50"),
    (2.5, "# ??/100", "2.5"), (7, "0", "7"), (12, "\"10\"000", "10012"),
  ])
  func `a number is read with the zeros that are shown`(
    _ value: Double, _ code: String, _ seen: String
  ) {
    #expect(NumberText(value, NumberFormat(code: code), from1904: false).text == seen)
  }

  @Test(arguments: [
    ("1.50", "1.5"), ("7.00", "7"), ("100", "100"), ("0.0", "0"), ("05.0", "05"), ("1.05", "1.05"),
  ])
  func `where a number is meant, zeros after the point are looks`(_ seen: String, _ number: String)
  {
    var seen = seen
    #expect(seen.withUTF8 { Cell($0).withoutPointlessZeros.text } == number)
  }
}
