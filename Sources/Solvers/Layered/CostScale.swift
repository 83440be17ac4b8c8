/// How the network's costs become the market's.
///
/// Where all costs and penalties lie whole steps apart, the step is the market's unit and the cheapest arc its
/// zero: every filled unit takes one arc and every other pays its penalty, so that a shift of both changes all
/// plans alike. Where costs are few, the auction then has few prices to try. Costs are multiplied by the
/// fineness: with finer steps than their own unit fewer needs end at the edge between two equally good
/// candidates.
struct CostScale {
  /// The network's cost that is 0 in the market.
  let zero: Int
  /// What 1 of the market is worth in the network, before the fineness.
  let unit: Int
  let fineness: Int

  /// - Parameter isToChange: whether costs of any size of step may come later.
  init(_ network: borrowing LayeredNetwork, isToChange: Bool) {
    let unit = isToChange ? 1 : Self.commonStep(network)
    self.unit = max(1, unit)
    zero = unit == 1 ? 0 : network.arcCosts.lowerBound
    let largest =
      unit == 1
      ? max(abs(network.arcCosts.lowerBound), abs(network.arcCosts.upperBound))
      : (network.arcCosts.upperBound - network.arcCosts.lowerBound) / max(1, unit)
    fineness = Self.isTooLargeToRefine(-largest...largest) ? 1 : 4
  }

  /// Whether costs of arcs have to stay as they are.
  static func isTooLargeToRefine(_ costs: ClosedRange<Int>) -> Bool {
    max(abs(costs.lowerBound), abs(costs.upperBound)) >= 1 << 29
  }

  /// The largest number whose multiples all costs and penalties are, seen from the cheapest arc; 0 where
  /// all are the same.
  ///
  /// - Complexity: linear in needs and arcs, and over as soon as the step is 1.
  private static func commonStep(_ network: borrowing LayeredNetwork) -> Int {
    var step = 0
    let least = network.arcCosts.lowerBound
    for need in network.needs {
      step = greatestCommonDivisor(step, (need.penalty - least).magnitude)
      if step == 1 { return 1 }
    }
    for arc in 0..<network.rows.count {
      let difference = Int(network.rows[arc].cost) - least
      guard difference != 0, step == 0 || difference % step != 0 else { continue }
      step = greatestCommonDivisor(step, difference.magnitude)
      if step == 1 { return 1 }
    }
    return step
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: UInt) -> Int {
    var (larger, smaller) = (UInt(left), right)
    while smaller > 0 { (larger, smaller) = (smaller, larger % smaller) }
    return Int(larger)
  }
}

extension CostScale {
  @inline(__always)
  func arc(_ cost: Int32) -> Int32 {
    unit == 1
      ? (cost &- Int32(truncatingIfNeeded: zero)) &* Int32(truncatingIfNeeded: fineness)
      : Int32((Int(cost) - zero) / unit * fineness)
  }

  func range(_ costs: ClosedRange<Int>) -> ClosedRange<Price> {
    Price(arc(Int32(costs.lowerBound)))...Price(arc(Int32(costs.upperBound)))
  }

  func penalty(_ cost: Int) -> Price { (cost - zero) / unit * fineness }

  /// A price of the network's, which need not be whole steps.
  func price(_ price: Int) -> Price { price / unit * fineness }

  /// What an arc of the market costs in the network.
  func cost(ofArc cost: Int32) -> Int { Int(cost) / fineness * unit + zero }

  /// A price of the market's in the network, rounded down.
  ///
  /// That keeps prices a proof: with whole costs c, from `4c + p >= q` follows
  /// `c + floor(p / 4) >= floor(q / 4)`, and the same the other way round.
  func floored(_ price: Price) -> Int {
    (price >= 0 ? price / fineness : -((-price + fineness - 1) / fineness)) * unit
  }
}
