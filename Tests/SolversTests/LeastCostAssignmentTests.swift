import Solvers
import Testing

@Suite struct LeastCostAssignmentTests {
  /// The least cost of giving each row (or each column, when they are fewer) a partner, by trying all.
  private func bruteForceCost(_ matrix: CostMatrix) -> Int {
    let isWide = matrix.columns >= matrix.rows
    let (few, many) = isWide ? (matrix.rows, matrix.columns) : (matrix.columns, matrix.rows)
    var isTaken = [Bool](repeating: false, count: many)
    func least(_ one: Int) -> Int {
      guard one < few else { return 0 }
      var best = Int.max
      for other in 0..<many where !isTaken[other] {
        isTaken[other] = true
        let (row, column) = isWide ? (one, other) : (other, one)
        best = min(best, Int(matrix.cost[row * matrix.columns + column]) + least(one + 1))
        isTaken[other] = false
      }
      return best
    }
    return least(0)
  }

  private func expectProven(_ matrix: CostMatrix, _ found: Assignment) {
    var isTaken = [Bool](repeating: false, count: matrix.columns)
    var cost = 0
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns {
        let reduced =
          Int(matrix.cost[row * matrix.columns + column]) + found.columnPrice[column]
          - found.rowPrice[row]
        if reduced < 0 || found.columnOfRow[row] == Int32(column) && reduced != 0 {
          Issue.record("pair \(row), \(column) has reduced cost \(reduced)")
          return
        }
      }
      guard found.columnOfRow[row] >= 0 else { continue }
      let column = Int(found.columnOfRow[row])
      #expect(!isTaken[column])
      isTaken[column] = true
      cost += Int(matrix.cost[row * matrix.columns + column])
    }
    #expect(cost == found.cost)
    #expect(isTaken.count { $0 } == min(matrix.rows, matrix.columns))
    for column in isTaken.indices where !isTaken[column] {
      #expect(found.columnPrice[column] == 0, "a column nobody has costs nothing")
    }
    let dearest = found.rowPrice.max() ?? 0
    for row in 0..<matrix.rows where found.columnOfRow[row] < 0 {
      #expect(found.rowPrice[row] == dearest, "a row without a column would pay most")
    }
  }

  private func random(
    _ rows: Int, _ columns: Int, _ costs: ClosedRange<Int>, _ random: inout SeededRandom
  ) throws -> CostMatrix {
    try CostMatrix(
      rows: rows, columns: columns,
      cost: (0..<rows * columns).map { _ in Int32(random.number(costs)) })
  }

  @Test(arguments: [0...9, -9...0, 0...1, 4...4, -1_000_000_000...1_000_000_000])
  func `small matrices cost what brute force finds`(costs: ClosedRange<Int>) throws {
    var random = SeededRandom(seed: 51)
    for _ in 0..<rounds(60, soak: 3_000) {
      let matrix = try self.random(random.number(0...5), random.number(0...5), costs, &random)
      let found = try leastCostAssignment(matrix)
      #expect(found.cost == bruteForceCost(matrix), "\(matrix)")
      expectProven(matrix, found)
    }
  }

  @Test(arguments: AdversarialTests.Costs.allCases)
  func `large matrices are proven, hard ones among them`(costs: AdversarialTests.Costs) throws {
    var random = SeededRandom(seed: 52)
    for (rows, columns) in [(150, 150), (120, 150), (150, 120)] {
      let matrix = try CostMatrix(
        rows: rows, columns: columns,
        cost: (0..<rows * columns).map { Int32(costs.cost($0 / columns, $0 % columns, &random)) })
      expectProven(matrix, try leastCostAssignment(matrix))
    }
  }

  /// Everybody wants the same columns, at costs up to the edge of their type.
  @Test func `products of any size are proven`() throws {
    for unit in [1, 1_000, 37_000] {
      let size = 230
      let matrix = try CostMatrix(
        rows: size, columns: size,
        cost: (0..<size * size).map { Int32(unit * ($0 / size + 10) * ($0 % size + 1)) })
      let found = try leastCostAssignment(matrix)
      expectProven(matrix, found)
      // The dearest row takes the cheapest column, and so on.
      let least = (0..<size).reduce(0) { $0 + unit * ($1 + 10) * (size - $1) }
      #expect(found.cost == least)
    }
  }

  /// Costs that follow an order of rows and columns wholly, nearly or in part, or only seem to.
  enum Ordered: CaseIterable {
    case distance, square, root, noisy, twoProducts, sums, farApart

    func matrix(_ side: Int, _ random: inout SeededRandom) throws -> CostMatrix {
      let row = (0..<side).map { _ in random.number(1...2_000) }
      let column = (0..<side).map { _ in random.number(500...2_500) }
      var cost: [Int32] = []
      for (a, b) in row.flatMap({ a in column.map { (a, $0) } }) {
        let value =
          switch self {
          case .distance: abs(a - b)
          case .square: (a - b) * (a - b) / 7
          case .root: Int((Double(a * b) * 1_000).squareRoot())
          case .noisy: a * b + random.number(0...40_000)
          case .twoProducts: a * b - (a * 7 % 100) * (b * 3 % 100)
          case .sums: 100 * a + 1_000 * b + random.number(0...9_999)
          case .farApart: (a - 1_000) * (b - 1_500) * 900
          }
        cost.append(Int32(value))
      }
      return try CostMatrix(rows: side, columns: side, cost: cost)
    }
  }

  @Test(arguments: Ordered.allCases)
  func `costs that follow an order are proven`(ordered: Ordered) throws {
    var random = SeededRandom(seed: 53)
    for _ in 0..<rounds(30, soak: 2_000) {
      let matrix = try ordered.matrix(random.number(1...6), &random)
      let found = try leastCostAssignment(matrix)
      #expect(found.cost == bruteForceCost(matrix))
      expectProven(matrix, found)
    }
    for side in [130, 200] {
      let matrix = try ordered.matrix(side, &random)
      expectProven(matrix, try leastCostAssignment(matrix))
    }
  }

  /// Costs of few values, of few when a row's and a column's number are taken off, or that only seem so.
  enum Tied: CaseIterable {
    case same, zeroOne, fewOnes, ten, hundred, wideApart, furthestApart, offset, farOffset, blocks,
      levels, bands

    func matrix(_ rows: Int, _ columns: Int, _ random: inout SeededRandom) throws -> CostMatrix {
      let most = self == .farOffset ? 1_000_000 : 1_000
      let row = (0..<rows).map { _ in random.number(0...most) }
      let column = (0..<columns).map { _ in random.number(0...most) }
      var cost: [Int32] = []
      for (a, b) in row.flatMap({ a in column.map { (a, $0) } }) {
        let isSeldom = random.number(0...max(rows, columns)) < 3
        let value =
          switch self {
          case .same: 7
          case .zeroOne: random.number(0...1)
          case .fewOnes: isSeldom ? 0 : 1
          case .ten: random.number(-9...0)
          case .hundred: random.number(0...99)
          case .wideApart: isSeldom ? 1 : 1_000_000
          case .furthestApart: isSeldom ? -2_000_000_000 : 2_000_000_000
          case .offset, .farOffset: a + b + random.number(0...2)
          case .blocks: random.number(0...2) + (a < 500 && b > 300 ? 3 : 0)
          case .levels: a / 100 * (b / 100)
          case .bands: abs(a / 20 - b / 20)
          }
        cost.append(Int32(value))
      }
      return try CostMatrix(rows: rows, columns: columns, cost: cost)
    }
  }

  @Test(arguments: Tied.allCases)
  func `costs with ties are proven`(tied: Tied) throws {
    var random = SeededRandom(seed: 54)
    for _ in 0..<rounds(30, soak: 2_000) {
      let matrix = try tied.matrix(random.number(1...6), random.number(1...6), &random)
      let found = try leastCostAssignment(matrix)
      #expect(found.cost == bruteForceCost(matrix), "\(matrix)")
      expectProven(matrix, found)
    }
    // Sides around a word of 64 columns, and far from square.
    for _ in 0..<rounds(1, soak: 20) {
      for (rows, columns) in [(64, 64), (63, 65), (130, 130), (129, 100), (40, 200), (200, 40)] {
        let matrix = try tied.matrix(rows, columns, &random)
        expectProven(matrix, try leastCostAssignment(matrix))
      }
    }
  }

  @Test
  func `a matrix of ties costs what its transposed one costs, and the same with a number added`()
    throws
  {
    var random = SeededRandom(seed: 55)
    for tied in Tied.allCases where tied != .furthestApart {
      let (rows, columns) = (random.number(60...90), random.number(60...90))
      let matrix = try tied.matrix(rows, columns, &random)
      let turned = try CostMatrix(
        rows: columns, columns: rows,
        cost: (0..<rows * columns).map { matrix.cost[$0 % rows * columns + $0 / rows] })
      let dearer = try CostMatrix(rows: rows, columns: columns, cost: matrix.cost.map { $0 + 11 })
      let cost = try leastCostAssignment(matrix).cost
      #expect(try leastCostAssignment(turned).cost == cost)
      #expect(try leastCostAssignment(dearer).cost == cost + 11 * min(rows, columns))
    }
  }

  @Test func `a matrix that is none is refused`() {
    #expect(throws: NetworkError.arcArraysDiffer) { try CostMatrix(rows: 2, columns: 2, cost: [1]) }
  }
}
