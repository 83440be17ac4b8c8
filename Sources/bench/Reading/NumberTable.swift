/// A text of nothing but numbers, before it is known which dialect they speak.
///
/// The first line decides: one number is OR-Library's n, two are the sides of a matrix, three are a pair
/// or the header of pairs; more are the first row of a matrix.
struct NumberTable {
  private let file: String
  private let isMatrixMarket: Bool
  private var values: [Int32] = []
  /// Where each line with numbers stands in the file, and where its numbers begin.
  private var lines: [(number: Int32, start: Int)] = []

  /// - Precondition: the scanner is at the beginning of the first line with numbers.
  init(_ scanner: inout TextScanner) throws(InstanceError) {
    file = scanner.file
    isMatrixMarket = scanner.isMatrixMarket
    repeat {
      lines.append((Int32(scanner.line), values.count))
      while let value = try scanner.number() {
        guard value.magnitude <= InstanceLimit.number else {
          throw scanner.failure(
            "\(value) is further from 0 than \(InstanceLimit.number)", "count in larger units")
        }
        values.append(Int32(value))
      }
      guard values.count <= 3 * InstanceLimit.nodesAndArcs else {
        throw scanner.failure(
          "has more numbers than can be solved", "list only the pairs that matter")
      }
    } while scanner.nextLine()
  }

  func assignment(maximising: Bool) throws(InstanceError) -> SparseAssignment {
    let first = width(0)
    let rest = values.count - first
    guard first > 2 || values[..<first].allSatisfy({ $0 >= 0 }) else {
      throw failure(0, "gives a size below 0", "give the numbers of rows and columns there")
    }
    if isMatrixMarket { return try list(header: true, maximising) }
    if first == 1, Int(values[0]) * Int(values[0]) == rest {
      return try matrix(Int(values[0]), Int(values[0]), from: 1, maximising)
    }
    if first == 1, rest > 0, lines.indices.dropFirst().allSatisfy({ width($0) == 3 }) {
      return try pairs(fromLine: 1, rows: Int(values[0]), columns: Int(values[0]), maximising)
    }
    if first == 2, Int(values[0]) * Int(values[1]) == rest {
      return try matrix(Int(values[0]), Int(values[1]), from: 2, maximising)
    }
    if first < 3 { throw wrongCount(rest) }
    if first == 3 { return try list(header: isHeader(), maximising) }
    if let odd = lines.indices.first(where: { width($0) != first }) {
      throw failure(
        odd, "has \(width(odd)) numbers where the first line has \(first)",
        "give every row of the matrix as many, or put n alone on the first line")
    }
    return try matrix(lines.count, first, from: 0, maximising)
  }

  private func width(_ line: Int) -> Int {
    (line + 1 < lines.count ? lines[line + 1].start : values.count) - lines[line].start
  }

  private func failure(_ line: Int, _ problem: String, _ remedy: String) -> InstanceError {
    InstanceError(file: file, line: Int(lines[line].number), problem: problem, remedy: remedy)
  }
}

extension NumberTable {
  private func wrongCount(_ rest: Int) -> InstanceError {
    let sides = values.prefix(width(0)).map { Int($0) }
    let wanted = sides[0] * (sides.count == 1 ? sides[0] : sides[1])
    let pairs = sides.count == 1 ? " or lines of three" : ""
    return failure(
      0, "promises \(wanted) costs\(pairs), and \(rest) numbers follow",
      "see whether the file was cut short, or give `row column cost` on each line")
  }

  /// Whether the first of several lines of three is `rows columns pairs`.
  private func isHeader() throws(InstanceError) -> Bool {
    try requireTriples()
    guard lines.count > 1 else { return false }
    var most = SIMD2<Int32>(repeating: Int32.min)
    for line in 1..<lines.count {
      most = pointwiseMax(most, SIMD2(values[3 * line], values[3 * line + 1]))
    }
    guard values[0] >= most.x, values[1] >= most.y else { return false }
    guard Int(values[2]) == lines.count - 1 else {
      throw failure(
        0, "could be a header, but promises \(values[2]) pairs, and \(lines.count - 1) follow",
        "correct the header; if the line is a pair, put another before it")
    }
    return true
  }

  private func list(header: Bool, _ maximising: Bool) throws(InstanceError) -> SparseAssignment {
    try requireTriples()
    guard header else { return try pairs(fromLine: 0, rows: nil, columns: nil, maximising) }
    guard values[0] >= 0, values[1] >= 0, Int(values[2]) == lines.count - 1 else {
      throw failure(
        0, "promises \(values[2]) pairs, and \(lines.count - 1) follow",
        "see whether the file was cut short")
    }
    return try pairs(fromLine: 1, rows: Int(values[0]), columns: Int(values[1]), maximising)
  }

  private func requireTriples() throws(InstanceError) {
    if let odd = lines.indices.first(where: { width($0) != 3 }) {
      throw failure(
        odd, "has \(width(odd)) numbers where the first line has 3",
        "give `row column cost` on each line; for a matrix with 3 columns put `rows 3` on the first"
      )
    }
  }

  private func matrix(
    _ rows: Int, _ columns: Int, from start: Int, _ maximising: Bool
  ) throws(InstanceError) -> SparseAssignment {
    let pairs = (0..<rows * columns).map { cell in
      SparseAssignment.Pair(
        row: Int32(cell / columns), column: Int32(cell % columns), cost: values[start + cell])
    }
    return SparseAssignment(rows: rows, columns: columns, pairs: pairs, isMaximising: maximising)
  }

  private func pairs(
    fromLine first: Int, rows: Int?, columns: Int?, _ maximising: Bool
  ) throws(InstanceError) -> SparseAssignment {
    let start = first < lines.count ? lines[first].start : values.count
    let count = lines.count - first
    var pairs: [SparseAssignment.Pair] = []
    pairs.reserveCapacity(count)
    var most = SIMD2<Int32>(repeating: 0)
    var hasZero = false
    for line in first..<lines.count {
      let at = start + 3 * (line - first)
      let place = SIMD2(values[at], values[at + 1])
      guard place.min() >= 0 else {
        throw failure(line, "names a row or column below 0", "count them from 0 or from 1")
      }
      hasZero = hasZero || place.min() == 0
      most = pointwiseMax(most, place)
      pairs.append(SparseAssignment.Pair(row: place.x, column: place.y, cost: values[at + 2]))
    }
    let base: Int32 = hasZero && !isMatrixMarket ? 0 : 1
    let sides = SIMD2(rows ?? Int(most.x - base) + 1, columns ?? Int(most.y - base) + 1)
    try requireEnough(pairs.count, sides)
    for index in pairs.indices {
      pairs[index].row -= base
      pairs[index].column -= base
      let pair = pairs[index]
      guard pair.row >= 0, pair.column >= 0, Int(pair.row) < sides.x, Int(pair.column) < sides.y
      else { throw outside(first + index, base, sides) }
    }
    guard sides.x + sides.y + pairs.count <= InstanceLimit.nodesAndArcs else {
      throw failure(
        0, "speaks of \(sides.x) rows and \(sides.y) columns", "number them without gaps")
    }
    return SparseAssignment(
      rows: sides.x, columns: sides.y, pairs: pairs, isMaximising: maximising)
  }

  /// A list that does not say how many pairs it holds may be cut short; it is where they cannot be enough.
  private func requireEnough(_ count: Int, _ sides: SIMD2<Int>) throws(InstanceError) {
    let isCounted = width(0) == 3 && count == lines.count - 1
    guard !isCounted, count < sides.min() else { return }
    throw failure(
      lines.count - 1,
      "is the last, and \(sides.x) x \(sides.y) takes \(sides.min()) pairs at least",
      "see whether the file was cut short; if not, put `rows columns pairs` on the first line")
  }

  private func outside(_ line: Int, _ base: Int32, _ sides: SIMD2<Int>) -> InstanceError {
    failure(
      line,
      "names a row or column outside \(sides.x) x \(sides.y), counted from \(base)"
        + (base == 0 ? " because a 0 occurs" : ""),
      "correct the line, or the numbers of rows and columns on the first")
  }
}
