/// Whole numbers people give for travel, days a year, performance and potential.
enum Terms {
  static let miles = Weighted([
    (5, 12), (6, 5), (8, 8), (10, 20), (15, 22), (20, 16), (25, 8), (30, 5), (40, 4),
  ])
  static let days = Weighted([(5, 25), (10, 25), (15, 40), (20, 10)])
  static let grade = Weighted([(1, 15), (2, 55), (3, 30)])
  static let completed = Weighted([(1, 28), (2, 24), (3, 20), (4, 13), (5, 9), (6, 6)])
}

extension Weighted where Value == Int {
  func drawText(_ generator: inout Generator) -> String {
    draw(&generator).map(String.init) ?? ""
  }
}
