import Solvers
import Testing

/// A network of layers as plain values, for oracles and checks that share nothing with the search.
struct Placement: Hashable {
  struct Pair: Hashable {
    var candidate: Int
    var cost: Int
  }

  var units: [Int]
  var penalty: [Int]
  var capacity: [Int]
  var home: [Int]
  var homeCapacity: [Int]
  var rows: [[Pair]]

  func network() throws(NetworkError) -> LayeredNetwork {
    let pairs = rows.flatMap { $0 }
    var start = [0]
    for row in rows { start.append(start[start.count - 1] + row.count) }
    return try LayeredNetwork(
      needs: zip(units, penalty).map { .init(units: Int32($0), penalty: $1) },
      candidates: zip(capacity, home).map { .init(capacity: Int32($0), home: Int32($1)) },
      homeCapacity: homeCapacity.map { Int32($0) }, rowStart: start,
      candidate: pairs.map { Int32($0.candidate) }, cost: pairs.map { Int32($0.cost) })
  }

  func solved() throws(NetworkError) -> LayeredOptimum { leastCostPlacement(try network()) }

  /// The same as a flow of any shape, to be solved by the network simplex.
  func flowCost() throws -> Int? {
    let people = units.count
    let homes = people + capacity.count
    let sink = homes + homeCapacity.count
    var arcs: [Arc] = []
    for (need, row) in rows.enumerated() {
      for pair in row {
        arcs.append(Arc(need, people + pair.candidate, capacity: 1, cost: pair.cost))
      }
      arcs.append(Arc(need, sink, capacity: units[need], cost: penalty[need]))
    }
    for (candidate, places) in capacity.enumerated() {
      arcs.append(Arc(people + candidate, homes + home[candidate], capacity: places, cost: 0))
    }
    for (home, places) in homeCapacity.enumerated() {
      arcs.append(Arc(homes + home, sink, capacity: places, cost: 0))
    }
    let supply =
      units + [Int](repeating: 0, count: sink - people) + [-units.reduce(0, +)]
    guard case .optimal(let found) = minimumCostFlow(try FlowNetwork(supply: supply, arcs))
    else { return nil }
    return found.cost
  }

  /// The least cost by trying every set of pairs.
  func bruteForceCost() -> Int {
    let pairs = rows.enumerated().flatMap { need, row in row.map { (need, $0) } }
    var left = (units: units, capacity: capacity, home: homeCapacity)
    var best = Int.max
    func tryPair(_ index: Int, _ cost: Int) {
      guard index < pairs.count else {
        best = min(best, zip(left.units, penalty).reduce(cost) { $0 + $1.0 * $1.1 })
        return
      }
      tryPair(index + 1, cost)
      let (need, pair) = pairs[index]
      let home = home[pair.candidate]
      guard left.units[need] > 0, left.capacity[pair.candidate] > 0, left.home[home] > 0 else {
        return
      }
      left.units[need] -= 1
      left.capacity[pair.candidate] -= 1
      left.home[home] -= 1
      tryPair(index + 1, cost + pair.cost)
      left.units[need] += 1
      left.capacity[pair.candidate] += 1
      left.home[home] += 1
    }
    tryPair(0, 0)
    return best
  }
}

extension Placement {
  /// What is wrong with a solution, by the network's own limits and linear programming duality.
  func objection(to optimum: LayeredOptimum) -> String? {
    let pairs = rows.enumerated().flatMap { need, row in row.map { (need, $0) } }
    let chosen = Set(optimum.chosen)
    guard chosen.count == optimum.chosen.count, optimum.chosen == optimum.chosen.sorted() else {
      return "chosen twice or out of order"
    }
    var left = (units: units, capacity: capacity, home: homeCapacity)
    var cost = 0
    var bound = 0
    for (index, (need, pair)) in pairs.enumerated() {
      let home = home[pair.candidate]
      let reduced =
        pair.cost + optimum.candidatePrice[pair.candidate] + optimum.homePrice[home]
        - optimum.needPrice[need]
      if chosen.contains(index) {
        left.units[need] -= 1
        left.capacity[pair.candidate] -= 1
        left.home[home] -= 1
        cost += pair.cost
        if optimum.isProven, reduced > 0 { return "chosen pair \(index) costs too much" }
        bound += min(0, reduced)
      } else if reduced < 0 {
        return "pair \(index) would save"
      }
    }
    guard (left.units + left.capacity + left.home).allSatisfy({ $0 >= 0 }) else {
      return "a limit is broken"
    }
    guard (optimum.candidatePrice + optimum.homePrice).allSatisfy({ $0 >= 0 }) else {
      return "a price below 0"
    }
    for need in units.indices {
      cost += left.units[need] * penalty[need]
      bound += units[need] * optimum.needPrice[need]
      if optimum.needPrice[need] > penalty[need] {
        return "need \(need) is priced above its penalty"
      }
    }
    for (places, price) in zip(capacity, optimum.candidatePrice) { bound -= places * price }
    for (places, price) in zip(homeCapacity, optimum.homePrice) { bound -= places * price }
    guard cost == optimum.cost else { return "costs \(cost), not \(optimum.cost)" }
    guard bound == optimum.bound, bound <= cost else {
      return "bound \(bound), not \(optimum.bound)"
    }
    return nil
  }
}

extension Placement {
  /// Any network of layers at all, with no room, no people or nobody wanted among them.
  static func random(
    needs: Int, candidates: Int, homes: Int, density: Int, costs: ClosedRange<Int>,
    penalties: ClosedRange<Int>, using random: inout SeededRandom
  ) -> Placement {
    Placement(
      units: (0..<needs).map { _ in random.number(0...2) },
      penalty: (0..<needs).map { _ in random.number(penalties) },
      capacity: (0..<candidates).map { _ in random.number(0...2) },
      home: (0..<candidates).map { _ in random.number(0...homes - 1) },
      homeCapacity: (0..<homes).map { _ in random.number(0...3) },
      rows: (0..<needs).map { _ in
        (0..<candidates).filter { _ in random.number(0...99) < density }.map {
          Pair(candidate: $0, cost: random.number(costs))
        }
      })
  }
}
