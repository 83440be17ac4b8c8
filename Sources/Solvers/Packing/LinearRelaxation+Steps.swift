#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension LinearRelaxation {
  private static let betweenChecks = 40
  private static let smallError = 1e-5
  /// Of the weight that sizes alone ask for. Prices begin at nothing and have the farther way to go: measured on
  /// plans under all rules, the bound is as good in a half to a third of the iterations.
  private static let firstWeight = 0.003

  /// - Parameters:
  ///   - most: iterations at most, each two passes over the entries.
  ///   - isOver: asked before each.
  func run(iterations most: Int, isOver: () -> Bool) {
    let (ofCost, ofRight) = (Self.length(cost), Self.length(right))
    weight = ofCost > 0 && ofRight > 0 ? Self.firstWeight * ofCost / ofRight : 1
    ask(y, into: asked)
    restart()
    var (atRestart, last) = (Double.infinity, Double.infinity)
    var moves = 0
    while iterations < most, !isOver() {
      move()
      moves += 1
      guard moves % Self.betweenChecks == 0 || iterations >= most else { continue }
      let (here, mean) = (error(x, y, asked), errorOfMean())
      let least = min(here, mean)
      if least < Self.smallError { return }
      let isDue =
        least <= 0.2 * atRestart || least <= 0.8 * atRestart && least > last
        || Double(moves) >= 0.36 * Double(iterations)
      guard isDue else {
        last = least
        continue
      }
      if mean < here { goToMean() }
      reweigh()
      restart()
      (atRestart, last, moves) = (least, .infinity, 0)
    }
    _ = error(x, y, asked)
  }

  private static func length(_ vector: borrowing Table<Double>) -> Double {
    var sum = 0.0
    for position in 0..<vector.count { sum += vector[position] * vector[position] }
    return sum.squareRoot()
  }

  private func restart() {
    for column in 0..<x.count { (oldX[column], sumX[column]) = (x[column], 0) }
    for line in 0..<y.count { (oldY[line], sumY[line]) = (y[line], 0) }
    steps = 0
  }

  /// Weighs prices against shares by how far each went.
  private func reweigh() {
    var (ofX, ofY) = (0.0, 0.0)
    for column in 0..<x.count { ofX += (x[column] - oldX[column]) * (x[column] - oldX[column]) }
    for line in 0..<y.count { ofY += (y[line] - oldY[line]) * (y[line] - oldY[line]) }
    guard ofX > 1e-20, ofY > 1e-20 else { return }
    weight = ((ofY / ofX).squareRoot() * weight).squareRoot()
  }

  private func goToMean() {
    for column in 0..<x.count { x[column] = sumX[column] / steps }
    for line in 0..<y.count { y[line] = sumY[line] / steps }
    ask(y, into: asked)
  }

  private func errorOfMean() -> Double {
    for column in 0..<x.count { nextX[column] = sumX[column] / steps }
    for line in 0..<y.count { nextY[line] = sumY[line] / steps }
    ask(nextY, into: nextAsked)
    return error(nextX, nextY, nextAsked)
  }

  private func ask(_ prices: borrowing Table<Double>, into product: borrowing Table<Double>) {
    let (prices, product) = (prices.base, product.base)
    sideBySide(threads: threads) { half in
      for column in range(columns.lines, half) {
        product[column] = columns.product(column, prices)
      }
    }
  }

  private func range(_ count: Int, _ half: Int) -> Range<Int> {
    half == 0 ? 0..<count / 2 : count / 2..<count
  }

  /// One step, shortened until it is safe.
  private func move() {
    while true {
      iterations += 1
      let ofX = moveShares(step / weight)
      let ofY = movePrices(step * weight)
      let mixed = askNext()
      let movement = 0.5 * weight * ofX + 0.5 * ofY / weight
      let most = mixed != 0 ? movement / abs(mixed) : .infinity
      let taken = step
      let times = Double(iterations) + 1
      step = min((1 - pow(times, -0.3)) * most, (1 + pow(times, -0.6)) * step)
      guard taken > most else { return take(taken) }
    }
  }

  private func sums(_ body: (Range<Int>) -> Double, _ count: Int) -> Double {
    let halves = halves.base
    sideBySide(threads: threads) { half in halves[half] = body(range(count, half)) }
    return halves[0] + halves[1]
  }

  private func moveShares(_ along: Double) -> Double {
    sums(
      { columns in
        var sum = 0.0
        for column in columns {
          let to = x[column] - along * (cost[column] + asked[column])
          let next = min(upper[column], max(lower[column], to))
          let moved = next - x[column]
          nextX[column] = next
          beyond[column] = next + moved
          sum += moved * moved
        }
        return sum
      }, x.count)
  }

  private func movePrices(_ along: Double) -> Double {
    sums(
      { range in
        var sum = 0.0
        for line in range {
          let excess = lines.product(line, beyond.base) - right[line]
          nextY[line] = max(0, y[line] + along * excess)
          sum += (nextY[line] - y[line]) * (nextY[line] - y[line])
        }
        return sum
      }, y.count)
  }

  /// What the next prices ask; how their change and that of the shares go together.
  private func askNext() -> Double {
    sums(
      { range in
        var sum = 0.0
        for column in range {
          let product = columns.product(column, nextY.base)
          nextAsked[column] = product
          sum += (nextX[column] - x[column]) * (product - asked[column])
        }
        return sum
      }, x.count)
  }

  private func take(_ length: Double) {
    for column in 0..<x.count {
      x[column] = nextX[column]
      asked[column] = nextAsked[column]
      sumX[column] += length * nextX[column]
    }
    for line in 0..<y.count {
      y[line] = nextY[line]
      sumY[line] += length * nextY[line]
    }
    steps += length
  }
}
