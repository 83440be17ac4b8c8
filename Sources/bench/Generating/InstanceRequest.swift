import ArgumentParser

/// What instance is asked for; the same request gives the same bytes.
struct InstanceRequest: ParsableArguments {
  enum Shape: String, CaseIterable, ExpressibleByArgument {
    case tight, loose, unit, balanced, chain, dense
  }

  enum Costs: String, CaseIterable, ExpressibleByArgument {
    case scored, ties, zeroOne = "zero-one", product
    case ten, hundred, twoFar = "two-far", sums

    var isForDenseOnly: Bool {
      switch self {
      case .scored, .ties, .zeroOne, .product: false
      case .ten, .hundred, .twoFar, .sums: true
      }
    }
  }

  enum Penalties: String, CaseIterable, ExpressibleByArgument {
    case priority, equal, low, huge, mustFill = "must-fill"
  }

  @Argument(
    help: """
      tight (schools release few), loose (supply near demand), unit (one each), balanced (supply is demand, \
      and everything must be filled), chain (one person between two needs each), dense (a full matrix).
      """)
  var shape: Shape

  @Option(
    help: """
      scored (by fit and distance; drawn evenly when dense), ties, zero-one, product; when dense also ten \
      (0 to 9), hundred (0 to 99), two-far (1 or 1,000,000), sums (of a row's and a column's number, and 0 to 2).
      """)
  var costs = Costs.scored

  @Option(
    help: "priority (three of them), equal, low, huge (10,000,000), must-fill (a fifth huge).")
  var penalties: Penalties?

  @Option(help: "People; the side of a dense matrix.") var people = 10_000
  @Option(help: "Needs.") var needs = 22_000
  @Option(help: "People that suit each need.") var edges = 50
  @Option(help: "Into how many chains a chain instance is cut.") var chains = 4
  @Option(help: "Another seed gives another instance of the same kind.") var seed: UInt64 = 1

  func validate() throws {
    guard people > 0, needs > 0, edges > 0, chains > 0, chains <= people else {
      throw ValidationError(
        "people, needs, edges and chains must be 1 or more, chains at most people")
    }
    guard shape == .dense || !costs.isForDenseOnly else {
      throw ValidationError("the costs \(costs.rawValue) are for dense matrices")
    }
    guard max(people, needs, edges) <= 10_000_000, size <= InstanceLimit.nodesAndArcs else {
      throw ValidationError("that is more than \(InstanceLimit.nodesAndArcs) nodes and edges")
    }
  }

  private var size: Int {
    switch shape {
    case .dense: people * people + 2 * people
    case .chain: 6 * people
    case .tight, .loose, .unit, .balanced: 3 * people + needs * (edges + 1)
    }
  }
}
