/// Exact minimum-cost flow in whole numbers, with the prices that prove it.
///
/// The room knows networks and nothing else: a network has passed every check and bound at its
/// door, so the search itself cannot fail. Four shapes are solved, each by what is fastest for it.
///
/// - `leastCostPlacement` for the layers need -> candidate -> home of a plan, assignments among them: an
///   epsilon-scaling auction (`Auction`), whose prices are then refined (`Refining`) and made exact by
///   shortest paths (`ExactSearch`). The prices carry the proof: complementary slackness, checked elsewhere.
///   `Replanner` keeps such a network solved while limits change and needs, candidates and homes come.
/// - `leastCostAssignment` for full matrices: by tight pairs alone where many are (`TiedSearch`), by an order of rows
///   and columns where costs follow one (`DenseOrder`), else few pairs at a time, solved as such a network
///   (`DenseSearch`).
/// - `bestPacking` for what no network can say: parts that take several limits at once, in whole or not at all
///   (the section below).
/// - `minimumCostFlow` for networks of any shape: the primal network simplex (`NetworkSimplex`). It shares no
///   code with the others, so the tests hold one against the other.
///
/// Why an auction: on 1.1 million arcs it needs a sixth to a seventh of the time of the best network simplex
/// code, on ten million a twelfth to a seventeenth of it, in a third of the memory (`docs/speed.md`). Alone it
/// would not be exact, or slow at the end; shortest paths alone are many times slower; but an auction down to
/// a quarter of the costs' unit leaves the paths only some thousand short ways to go.
///
/// What else the search lives by: an order in which a walk stays in the processor's cache (`Locality`); two halves
/// of it worked on side by side, with the same plan from one thread or two (`Halves`); penalties far above the
/// costs brought down for the auction and up again for the proof (`PenaltyGaps`); costs that lie whole steps
/// apart solved in those steps (`CostScale`).

/// ## Packing: what it is
///
/// *Parts* are chosen or not. Those of one *home* share *limits*; *rows* join homes (`PackingProblem`). This holds the
/// generalised assignment problem and several knapsacks, so that no method is quick on all of it; the answer is
/// a plan with a proven bound, which are equal where the search comes to its end.
///
/// - *Prices* are set on rows, and every home is then solved by itself, exactly: a bound on all plans (Lagrangian
///   relaxation; for assignments Fisher, Jaikumar and Van Wassenhove 1986, doi:10.1287/mnsc.32.9.1095; Guignard and
///   Kim 1987, doi:10.1007/BF02592954, for what is kept and what is priced). `Pricing` keeps it up to date,
///   `PriceSearch` looks for the prices of the least bound (Held, Wolfe and Crowder 1974). Departure: prices are
///   whole 64ths, rounded before each evaluation, so that every evaluation is exact and no sum depends on its order.
/// - A home whose search would take too long is bounded, by prices of its own limits (`GroupSearch`).
/// - Where many joined parts make evaluations dear, prices begin near those that solve the *linear relaxation*, of
///   rows and homes' limits at once (`LinearRelaxation`, after PDLP: Applegate and others 2021, arXiv:2106.04756).
/// - *Plans* are built part by part with what each asks for (`Draft`, `Construction`), so that no half-open row exists;
///   bettered by forcing parts in for others (`Annealing`, in two at a time: `PairedAnnealing`), home by home
///   (`Refitting`: ejection chains led by prices), and by *neighbourhoods*: a few homes set free and solved by branch and
///   bound while the rest stays (`NeighbourhoodSearch`, after Shaw 1998), several at once. Departure: the terms of the gap
///   say where, and what is left undecided at the root becomes a smaller problem of its own (`FreedHomes`).
/// - *Flips*: what a home is worth with a part decided otherwise, for all its parts at once (`FlipSearch`; Posta, Ferland
///   and Michelon 2012, doi:10.1007/s10589-011-9432-0), decides parts for good and says where to branch.
/// - *Closing*: parts are *struck* or *settled* where prices alone prove it, at one set of prices after another, and a
///   tree decides some of the rest (`Closing`, `Branching`). Departure: a part that fills its row makes the row dear
///   instead of striking others out, so that prices are all the evidence.

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
  if let ties = matrix.ties, let found = try tiedAssignment(matrix, ties) { return found }
  let (least, most) = matrix.costs
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
