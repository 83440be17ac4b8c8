import Domain

/// The norms of planning people together; an older text takes the defaults of those it does not name.
extension PolicyReader {
  func jointNorms() throws(ConfigurationError) -> JointNorms {
    var norms = JointNorms()
    try read("supervising-percent", in: 0...100, into: &norms.supervisingPercent)
    let allowance = "supervising-days-a-year"
    if let entry = try present(allowance, in: fields) {
      norms.supervisingHalfDaysAYear = try entry.halfDays(allowance, upToDays: 365)
    }
    try read("longest-cover-chain", in: 0...5, into: &norms.longestCoverChain)
    try read("covers-considered", in: 1...1_000, into: &norms.coversConsidered)
    try read("price-of-cover", in: 0...Policy.Limit.weight, into: &norms.priceOfCover)
    try read("price-of-change", in: 0...Policy.Limit.weight, into: &norms.priceOfChange)
    try read("most-percent-of-days", in: 1...100, into: &norms.mostPercentOfDays)
    try read("most-percent-of-average", in: 100...100_000, into: &norms.mostPercentOfAverage)
    return norms
  }

  private func read(
    _ key: String, in range: ClosedRange<Int>, into norm: inout Int
  ) throws(ConfigurationError) {
    if let entry = try present(key, in: fields) { norm = try entry.whole(key, in: range) }
  }
}
