/// Exact minimum-cost flow in whole numbers, with the prices that prove it.
///
/// The room knows networks and nothing else: a network has passed every check and bound at its
/// door, so the search itself cannot fail. Three shapes are solved, each by what is fastest for it.
///
/// - `leastCostPlacement` for the layers need -> candidate -> home of a plan, assignments among them: an
///   epsilon-scaling auction (`Auction`), whose prices are then refined (`Refining`) and made exact by
///   shortest paths (`ExactSearch`). The prices carry the proof: complementary slackness, checked elsewhere.
/// - `leastCostAssignment` for full matrices: few pairs at a time, solved as such a network (`DenseSearch`).
/// - `minimumCostFlow` for networks of any shape: the primal network simplex (`NetworkSimplex`). It shares no
///   code with the others, so the tests hold one against the other.
///
/// Why an auction: on 1.1 million arcs it needs a fifth to a sixth of the time of the best network simplex
/// code, on ten million an eighth to a twelfth of it, in a third of the memory (`docs/speed.md`). Alone it
/// would not be exact, or slow at the end; shortest paths alone are many times slower; but an auction down to
/// a quarter of the costs' unit leaves the paths only some thousand short ways to go.
///
/// What else the search lives by: an order in which a walk stays in the processor's cache (`Locality`); two halves
/// of it worked on side by side, with the same plan from one thread or two (`Halves`); penalties far above the
/// costs brought down for the auction and up again for the proof (`PenaltyGaps`); costs that lie whole steps
/// apart solved in those steps (`CostScale`).

/// The choice of arcs that costs least.
///
/// - Parameters:
///   - threads: how many may work on it, 1 or 2; the choice is the same.
///   - isOver: asked now and then, on the thread that calls; when it says so the best choice so far is
///     returned, with the bound its prices prove. Without it the result is always optimal.
/// - Complexity: measured close to linear in the arcs. Every loop is bounded: a bid raises a price by
///   a step at least, up to the largest penalty, and a path puts one unit right.
public func leastCostPlacement(
  _ network: consuming LayeredNetwork, threads: Int = coresToSearchOn,
  isOver: @escaping () -> Bool = { false }
) -> LayeredOptimum {
  let needs = network.needs
  let homeCapacity = network.homeCapacity
  let candidates = network.candidates
  let market = Market(network, threads: threads)
  let gaps = PenaltyGaps(closing: market)
  var auction = Auction(market, threads: threads, isOver: isOver)
  auction.run(market)
  var search = ExactSearch(market, threads: threads)
  if auction.wasStopped {
    gaps.restorePenalties(in: market)
    search.fitPrices(market)
  } else {
    search.run(market)
    search.open(gaps, market)
  }
  return market.optimum(
    needs, candidates, homeCapacity, isExact: !auction.wasStopped, threads: threads)
}

/// The cheapest assignment of a full matrix.
///
/// - Throws: `NetworkError` when its costs could overflow.
/// - Complexity: measured a little above linear in the pairs.
public func leastCostAssignment(_ matrix: CostMatrix) throws(NetworkError) -> Assignment {
  let least = matrix.cost.reduce(0) { min($0, Int($1)) }
  let most = matrix.cost.reduce(0) { max($0, Int($1)) }
  let span = most - least + 1
  // The last is more than any exchange of columns could save.
  for penalty in [most + 2 * span, most + (min(matrix.rows, matrix.columns) + 1) * span] {
    var search = DenseSearch(matrix, penalty: penalty, largestCost: max(abs(least), abs(most)))
    if let found = try search.assignment() { return found }
  }
  throw .costCouldOverflow
}

/// The cheapest flow of a network of any shape.
///
/// - Complexity: measured a little above linear in the arcs on sparse transport networks; the
///   proven bound on pivots is `NetworkSimplex.pivotLimit`.
public func minimumCostFlow(_ network: FlowNetwork) -> FlowOutcome {
  var simplex = NetworkSimplex(network)
  simplex.run()
  return simplex.outcome()
}
