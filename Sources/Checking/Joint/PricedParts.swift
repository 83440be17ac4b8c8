import Domain

/// A problem at one set of prices: what each part is worth in 64ths of a point.
struct PricedParts {
  let problem: JointProblem
  let outline: JointOutline
  let stage: Whereabouts.Stage
  let prices: JointProof.Prices
  /// Of homes; empty when none is split.
  private let isSplit: [Bool]
  /// Of every limit; empty when none is priced.
  private let limitPrice: [Int]

  init(
    _ problem: JointProblem, _ outline: JointOutline, _ stage: Whereabouts.Stage,
    _ prices: JointProof.Prices
  ) {
    self.problem = problem
    self.outline = outline
    self.stage = stage
    self.prices = prices
    var isSplit: [Bool] = []
    var limitPrice: [Int] = []
    if !prices.splitHomes.isEmpty {
      isSplit = Array(repeating: false, count: problem.homes.count)
      for home in prices.splitHomes { isSplit[Int(home)] = true }
    }
    if !prices.limits.isEmpty {
      limitPrice = Array(repeating: 0, count: problem.limits.count)
      for limit in prices.limits { limitPrice[Int(limit.limit)] = limit.price }
    }
    self.isSplit = isSplit
    self.limitPrice = limitPrice
  }

  func isSplit(_ home: Int) -> Bool { !isSplit.isEmpty && isSplit[home] }

  /// Whether a limit of the home is priced, instead of kept.
  func isPriced(_ limit: Int, isSplit: Bool) -> Bool { isSplit && outline.isShared[limit] }

  /// Of a limit that is kept it is a hint of what an amount may be worth; 0 where nothing is said.
  func price(ofLimit limit: Int) -> Int { limitPrice.isEmpty ? 0 : limitPrice[limit] }

  /// What a person pays once for using a limit that counts people.
  func charge(_ limit: Int, isSplit: Bool) -> Int {
    isPriced(limit, isSplit: isSplit) && problem.limits[limit].countsPeople
      ? price(ofLimit: limit) : 0
  }

  /// What a part is worth, less what it pays for amounts of priced limits; without the charges of
  /// limits that count people.
  ///
  /// A link is worth less than 2^34 and there are at most 2^28 of them.
  func worth(_ part: Int, isSplit: Bool) throws(Objection) -> Int {
    var worth: Int
    switch stage {
    case .mustFill: worth = problem.mustFill[part] ? 64 : 0
    case .points: worth = 64 * Int(problem.value[part])
    }
    if problem.mustFill[part] { worth += prices.mustFill }
    for position in Int(problem.linkStart[part])..<Int(problem.linkStart[part + 1]) {
      let link = problem.links[position]
      worth -= Int(link.coefficient) * prices.row[Int(link.row)]
    }
    if isSplit { worth = try lessPriced(worth, part) }
    guard worth.magnitude < JointProblem.Bound.worth else {
      throw Objection(.part(part), "the \(stage.rawValue) prices of a part add up to too much")
    }
    return worth
  }

  private func lessPriced(_ worth: Int, _ part: Int) throws(Objection) -> Int {
    var rest = Int128(worth)
    for use in problem.uses(ofPart: part) {
      let limit = Int(use.limit)
      guard outline.isShared[limit], !problem.limits[limit].countsPeople else { continue }
      rest -= Int128(use.amount) * Int128(price(ofLimit: limit))
    }
    return Int(clamping: rest)
  }

  /// What rows, priced limits and the must-fill units that have to be filled add to every bound.
  func fixed(atLeast: Int) -> Int128 {
    var sum: Int128 = stage == .points ? 64 * Int128(problem.constant) : 0
    sum -= Int128(prices.mustFill) * Int128(atLeast)
    for row in problem.rowCapacity.indices {
      sum += Int128(problem.rowCapacity[row]) * Int128(prices.row[row])
    }
    for limit in prices.limits where isSplit(Int(outline.homeOfLimit[Int(limit.limit)])) {
      sum += Int128(problem.limits[Int(limit.limit)].capacity) * Int128(limit.price)
    }
    return sum
  }
}
