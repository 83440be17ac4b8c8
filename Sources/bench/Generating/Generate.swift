import ArgumentParser

/// `bench generate SHAPE OUT`: an instance that is a function of its arguments and nothing else.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make an instance: deployments, the classes hard for solvers, dense matrices.",
    discussion: """
      The same arguments give the same file. bench generate tight M.bin makes 10,000 people and 22,000 \
      needs; with --people 100000 --needs 200000 ten times that.
      """)

  @OptionGroup var request: InstanceRequest
  @Argument(help: "Where to write it, as DEPLOY1 or DENSE01.") var out: String

  func run() throws {
    if request.shape == .dense {
      try matrix().write(to: out)
    } else {
      try deployment().write(to: out)
    }
  }

  func deployment() -> DeploymentInstance {
    let plain =
      request.shape == .chain
      ? ChainGenerator(request: request).instance() : DeploymentGenerator(request).instance()
    return request.shape == .chain ? plain : Adversary(request: request).changed(plain)
  }

  func matrix() -> DenseInstance {
    var random = SeededRandom(request.seed, .costs)
    let side = request.people
    let ofColumn = (0..<side).map { _ in random.within(1...1_000) }
    var cost: [Int32] = []
    cost.reserveCapacity(side * side)
    for _ in 0..<side {
      let ofRow = random.within(1...1_000)
      for column in 0..<side {
        cost.append(one(ofRow, ofColumn[column], &random))
      }
    }
    return DenseInstance(rows: side, columns: side, cost: cost)
  }

  /// What a pair of a full matrix costs.
  private func one(_ ofRow: Int32, _ ofColumn: Int32, _ random: inout SeededRandom) -> Int32 {
    switch request.costs {
    case .scored: random.within(1...100_000)
    case .ties: 5_000
    case .zeroOne: random.within(0...1)
    case .ten: random.within(0...9)
    case .hundred: random.within(0...99)
    case .twoFar: random.within(0...1) == 0 ? 1 : 1_000_000
    case .sums: ofRow + ofColumn + random.within(0...2)
    case .product: ofRow * ofColumn
    }
  }
}
