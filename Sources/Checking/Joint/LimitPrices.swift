/// What limits that several people use ask for an amount, moved towards the least bound (Held, Wolfe and Crowder
/// 1974, doi:10.1007/BF01580223).
struct LimitPrices {
  let limits: [ExactChoice.Limit]
  /// Limits that may have a price; others have 0.
  let isPriced: [Bool]
  /// Of each limit, so that no product overflows.
  let highest: [Int]
  var each: [Int]

  init(
    _ limits: [ExactChoice.Limit], isPriced: [Bool], highest: [Int], from prices: [Int]
  ) {
    (self.limits, self.isPriced, self.highest) = (limits, isPriced, highest)
    each = limits.indices.map { isPriced[$0] ? min(prices[$0], highest[$0]) : 0 }
  }

  subscript(limit: Int) -> Int { each[limit] }

  /// What all the room is worth.
  var room: Int { limits.indices.reduce(0) { $0 + each[$1] * limits[$1].left } }

  /// How far everybody's use passes each limit, in thousandths of the room, so that small units count like large
  /// ones; below 0 where room is left.
  func excess(_ used: [Int]) -> [Int] {
    limits.indices.map { limit in
      guard isPriced[limit] else { return 0 }
      let over = used[limit] - limits[limit].left
      return max(-10_000, min(10_000, over * 1_000 / max(1, min(limits[limit].left, 1 << 40))))
    }
  }

  /// - Parameters:
  ///   - excess: of each limit.
  ///   - eagerness: 64ths of the step that would win all that is lacking if the bound were straight.
  /// - Returns: false where no price is to be moved.
  mutating func move(_ excess: [Int], lacking: Int, _ eagerness: Int) -> Bool {
    let excess = zip(excess, each).map { $0 > 0 || $1 > 0 ? $0 : 0 }
    let square = excess.reduce(0) { $0 + $1 * $1 }
    guard square > 0 else { return false }
    for limit in limits.indices where excess[limit] != 0 {
      let whole = lacking.multipliedFullWidth(by: excess[limit] * eagerness * 1_000 / 64)
      let change = (square * max(1, min(limits[limit].left, 1 << 24))).dividingFullWidth(whole)
        .quotient
      each[limit] = max(0, min(highest[limit], each[limit] + change))
    }
    return true
  }
}
