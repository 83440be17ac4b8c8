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

  @Test(arguments: [
    "1", "-1", "+1", "1.5", "1.", ".5", "1E3", "1e-3", "1.5E+2", "0", "0.0", "0E5", "-0",
  ])
  func `a number is stored as XML writes it`(_ typed: String) {
    #expect(StoredNumber.read(Array(typed.utf8)) == Double(typed.hasSuffix(".") ? "1" : typed))
  }

  @Test(arguments: [
    "0x0A", "0xA", "0x1p3", "nan", "inf", "INF", "infinity", "", ".", "-", "e5", "1e", "1e+",
    "1e5.5",
    " 1", "1 ", "1,5", "1_0", "--1", "1-", "1d5", "\u{661}", "1E400", "1E-400", "-1e-999",
  ])
  func `what is no number, or none that can be held, is refused`(_ typed: String) {
    #expect(StoredNumber.read(Array(typed.utf8)) == nil)
  }

  @Test(arguments: [(1e-300, "1E-300"), (-2.5e-40, "-2.5E-40"), (5e-5, "0.00005"), (0, "0")])
  func `a number next to nothing is not nothing`(_ value: Double, _ seen: String) {
    #expect(NumberText(value, NumberFormat(code: "General"), from1904: false).text == seen)
  }
}
