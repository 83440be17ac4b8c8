import Domain

/// Somebody whom a plan does not choose for a need although, by its prices, they would be worth more than they cost.
///
/// Prices are only a bound: what a chance says is likely, and has to be tried before anybody is told.
public struct Chance: Hashable, Sendable {
  public var part: Int
  /// By how much, in 64ths of a point; above 0.
  public var margin: Int
  /// What stands in the way, other than who fills the need now.
  public var obstacles: Usage.Obstacles
}

extension Usage {
  /// Parts that fill a need, are not chosen and would be worth more than they cost; in the order of parts.
  ///
  /// - Parameter prices: of the problem's rows, those past the end 0.
  /// - Complexity: linear in the problem.
  public func chances(by prices: JointProof.Prices) -> [Chance] {
    problem.parts.compactMap { part in
      guard !isChosen(part), fillsNeed(part) else { return nil }
      var margin = Self.priceUnit * Int(problem.value[part])
      if problem.mustFill[part] { margin += prices.mustFill }
      for link in problem.links(ofPart: part) { margin -= price(of: link, prices) }
      // Help that nobody gives has a price, and is what the change would bring.
      let most = margin + problem.links(ofPart: part).reduce(0) { $0 + help($1, prices) }
      guard most > 0 else { return nil }
      let obstacles = self.obstacles(to: part)
      for link in problem.links(ofPart: part) where obstacles.unmetRows.contains(Int(link.row)) {
        margin += help(link, prices)
      }
      return margin > 0 ? Chance(part: part, margin: margin, obstacles: obstacles) : nil
    }
  }

  /// Prices are whole 64ths of a point.
  private static let priceUnit = 64

  private func fillsNeed(_ part: Int) -> Bool {
    problem.links(ofPart: part).contains {
      $0.coefficient > 0 && problem.rowCapacity[Int($0.row)] > 0
    }
  }

  private func price(of link: JointProblem.Link, _ prices: JointProof.Prices) -> Int {
    Int(link.row) < prices.row.count ? Int(link.coefficient) * prices.row[Int(link.row)] : 0
  }

  private func help(_ link: JointProblem.Link, _ prices: JointProof.Prices) -> Int {
    problem.rowCapacity[Int(link.row)] == 0 ? max(0, price(of: link, prices)) : 0
  }

  /// Parts that could help in a row and are not chosen, with the limits each would pass.
  public func helpers(inRow row: Int) -> [(part: Int, passed: [Int])] {
    (providers[Int32(row)] ?? []).filter { !isChosen($0) }.map {
      ($0, obstacles(to: $0).limits)
    }
  }

  /// Whether so much more of a limit would let a part in.
  public func isEnough(_ more: Int32, ofLimit limit: Int, for part: Int) -> Bool {
    let amount = problem.uses(ofPart: part).first { Int($0.limit) == limit }?.amount ?? 0
    let asked = problem.limits[limit].countsPeople ? 1 : Int(amount)
    return left(ofLimit: limit) + Int(more) >= asked
  }
}
