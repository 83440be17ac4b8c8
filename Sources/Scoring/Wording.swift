import Domain

/// Turns of phrase that sentences share.
enum Wording {
  /// `1 person`, `12 people`.
  static func count(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `4.2`, from tenths.
  static func tenths(_ number: Int) -> String { "\(number / 10).\(number % 10)" }

  /// `12.5 %`, from tenths of a percent.
  static func percent(permille: Int32) -> String { "\(tenths(Int(permille))) %" }

  static func day(_ number: Int32) -> String { Day(number: number).spoken }
}
