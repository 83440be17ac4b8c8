/// A minimum-cost flow as a DIMACS `.min` file states it.
struct FlowInstance: Hashable {
  struct Arc: Hashable {
    var from: Int32
    var to: Int32
    var lower: Int32
    /// Nil where the file sets no limit.
    var capacity: Int32?
    var cost: Int32
  }

  /// What a node sends out (positive) or takes in (negative).
  var supply: [Int]
  var arcs: [Arc]
}

extension FlowInstance {
  /// - Precondition: the scanner has just read `p min`.
  init(_ scanner: inout TextScanner) throws(InstanceError) {
    let header = try DimacsHeader(&scanner)
    supply = [Int](repeating: 0, count: header.nodes)
    arcs = []
    arcs.reserveCapacity(header.arcs)
    var isNamed = [Bool](repeating: false, count: header.nodes)
    while scanner.nextLine() {
      switch scanner.letter {
      case UInt8(ascii: "n"):
        try scanner.passLetter()
        let node = try header.node(&scanner)
        guard !isNamed[node] else {
          throw scanner.failure("names node \(node + 1) again", "give each node one n line")
        }
        isNamed[node] = true
        supply[node] = try scanner.number("supply")
      case UInt8(ascii: "a"):
        try scanner.passLetter()
        arcs.append(try Self.arc(&scanner, header))
      default: throw scanner.unknownLine()
      }
      try scanner.endLine()
    }
    try header.check(arcs: arcs.count, scanner)
    let sum = supply.reduce(0, +)
    guard sum == 0 else {
      throw InstanceError(
        file: scanner.file, problem: "its supplies add up to \(sum) instead of 0",
        remedy: "add a node that takes what is left over, with arcs of cost 0 to it")
    }
  }

  private static func arc(
    _ scanner: inout TextScanner, _ header: DimacsHeader
  ) throws(InstanceError) -> Arc {
    let from = try header.node(&scanner)
    let to = try header.node(&scanner)
    let lower = try scanner.number("lower bound")
    guard let capacity = try scanner.number() else {
      throw scanner.failure("has no capacity", "give `a FROM TO LOW CAPACITY COST`")
    }
    let cost = try scanner.number("cost")
    return Arc(
      from: Int32(from), to: Int32(to), lower: Int32(lower),
      capacity: capacity < lower ? nil : Int32(exactly: capacity), cost: Int32(cost))
  }
}
