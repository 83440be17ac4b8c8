/// What came of a search among ties.
enum TiedOutcome {
  case found(Assignment)
  /// The work allowed is done.
  case isLong
  /// Prices do not fit their type.
  case isWide
}

/// The cheapest assignment of a full matrix with ties: nil where they are not what makes it hard.
func tiedAssignment(
  _ matrix: CostMatrix, _ ties: CostMatrix.Ties
) throws(NetworkError) -> Assignment? {
  guard matrix.rows <= matrix.columns else {
    return try tiedAssignment(matrix.transposed, ties)?.transposed(rows: matrix.rows)
  }
  var outcome = outcome(matrix, ties, Int16.self)
  if case .isWide = outcome { outcome = Solvers.outcome(matrix, ties, Int32.self) }
  if case .isWide = outcome { outcome = Solvers.outcome(matrix, ties, Int.self) }
  if case .found(let assignment) = outcome { return assignment }
  return nil
}

/// Scans before an order of rows and columns is tried, which is quick, and after.
private let scansPerRow = (first: 4, then: 40)

private func outcome<Value: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
  _ matrix: CostMatrix, _ ties: CostMatrix.Ties, _: Value.Type
) -> TiedOutcome {
  var search = TiedSearch<Value>(matrix, ties)
  let first = search.run(scansPerRow: scansPerRow.first)
  guard case .isLong = first else { return first }
  let (least, most) = matrix.costs
  var ordered = DenseSearch(matrix, penalty: 0, largestCost: max(abs(least), abs(most)))
  if let assignment = ordered.byOrderAlone() { return .found(assignment) }
  return search.run(scansPerRow: scansPerRow.then)
}
