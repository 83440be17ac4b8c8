extension SparseAssignment {
  /// Reads a DIMACS `.asn` text: the nodes of its n lines are the rows, all others the columns, both in
  /// the order of their numbers.
  ///
  /// - Precondition: the scanner has just read `p asn`.
  init(dimacs scanner: inout TextScanner, maximising: Bool) throws(InstanceError) {
    let header = try DimacsHeader(&scanner)
    var isRow = [Bool](repeating: false, count: header.nodes)
    var place: [Int32] = []
    var pairs: [Pair] = []
    pairs.reserveCapacity(header.arcs)
    while scanner.nextLine() {
      switch scanner.letter {
      case UInt8(ascii: "n"):
        guard pairs.isEmpty else {
          throw scanner.failure(
            "names a node after the first arc", "give all n lines before the a lines")
        }
        try scanner.passLetter()
        isRow[try header.node(&scanner)] = true
      case UInt8(ascii: "a"):
        if pairs.isEmpty { place = Self.places(isRow) }
        try scanner.passLetter()
        pairs.append(try Self.pair(&scanner, header, isRow, place))
      default: throw scanner.unknownLine()
      }
      try scanner.endLine()
    }
    try header.check(arcs: pairs.count, scanner)
    let rows = isRow.count { $0 }
    self.init(
      rows: rows, columns: header.nodes - rows, pairs: pairs, isMaximising: maximising)
  }

  private static func pair(
    _ scanner: inout TextScanner, _ header: DimacsHeader, _ isRow: [Bool], _ place: [Int32]
  ) throws(InstanceError) -> Pair {
    let from = try header.node(&scanner)
    let to = try header.node(&scanner)
    guard isRow[from], !isRow[to] else {
      throw scanner.failure(
        "goes from node \(from + 1) to \(to + 1), not from a node of an n line to another",
        "name one side, and only that, on n lines")
    }
    let cost = try scanner.number("cost")
    return Pair(row: place[from], column: place[to], cost: Int32(cost))
  }

  /// Each node's number among the rows, or among the columns.
  private static func places(_ isRow: [Bool]) -> [Int32] {
    var rows: Int32 = 0
    var columns: Int32 = 0
    return isRow.map { row in
      defer { if row { rows += 1 } else { columns += 1 } }
      return row ? rows : columns
    }
  }
}
