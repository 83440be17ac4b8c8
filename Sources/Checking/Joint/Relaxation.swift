/// What items are worth at most where they may be taken in part.
///
/// Limits that do not count people have a price each: what is left of them is paid for, and an item is worth
/// what it wins beyond what it pays. Any prices bound every choice (linear programming duality); these are
/// found limit by limit, each at its best while the others stay. Worths are scaled up, since some limits are
/// counted in very small amounts.
struct Relaxation {
  private static let scale = 12
  /// Worths that add up to more, and homes of more limits, are bounded without prices: no sum overflows.
  private static let mostWorth = 1 << 40
  private static let mostLimits = 1 << 10
  /// Times that each limit's price is moved.
  private static let sweeps = 4

  /// Whether prices were looked for.
  let isPriced: Bool
  private let shift: Int
  /// Of each limit, 0 where it counts people.
  private var prices: [Int]
  /// By item, and one more: what it and those after it win at most.
  private var rest: [Int] = []

  /// - Complexity: a sort of the items for each limit and sweep.
  init(_ limits: [ExactChoice.Limit], _ items: [ExactChoice.Item]) {
    prices = limits.map { _ in 0 }
    var won = items.map { max(0, $0.worth) }
    isPriced = won.reduce(0, +) <= Self.mostWorth && limits.count <= Self.mostLimits
    shift = isPriced ? Self.scale : 0
    if isPriced {
      won = won.map { $0 << Self.scale }
      findPrices(limits, items, &won)
    }
    rest = [0]
    for won in won.reversed() { rest.append(rest[rest.count - 1] + max(0, won)) }
    rest.reverse()
  }

  /// In whole steps of worth.
  var wholePrices: [Int] { prices.map { $0 >> shift } }

  /// No choice among some items is worth more within what is left of each limit.
  func most(of items: Range<Int>, left: ArraySlice<Int>) -> Int {
    var most = rest[items.lowerBound] - rest[items.upperBound]
    for (price, left) in zip(prices, left) where price > 0 { most += price * left }
    return most >> shift
  }

  private mutating func findPrices(
    _ limits: [ExactChoice.Limit], _ items: [ExactChoice.Item], _ won: inout [Int]
  ) {
    var users = limits.map { _ in [(item: Int, amount: Int)]() }
    for (index, item) in items.enumerated() {
      for use in item.uses where !limits[use.limit].countsPeople {
        users[use.limit].append((index, use.amount))
      }
    }
    for _ in 0..<Self.sweeps {
      for limit in limits.indices where !users[limit].isEmpty {
        settle(limit, limits[limit].left, users[limit], &won)
      }
    }
  }

  /// Sets one limit's price to where the bound is least: what the first item that does not fit would pay.
  private mutating func settle(
    _ limit: Int, _ left: Int, _ users: [(item: Int, amount: Int)], _ won: inout [Int]
  ) {
    let old = prices[limit]
    for user in users { won[user.item] += user.amount * old }
    let eager = users.filter { won[$0.item] > 0 }
      .map { (each: won[$0.item] / $0.amount, user: $0) }
      .sorted { ($0.each, $1.user.item) > ($1.each, $0.user.item) }
    var (room, price) = (left, 0)
    for (each, user) in eager {
      room -= user.amount
      guard room < 0 else { continue }
      price = each
      break
    }
    for user in users { won[user.item] -= user.amount * price }
    prices[limit] = price
  }
}
