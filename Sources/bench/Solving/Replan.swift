import ArgumentParser
import Glibc
import Solvers

/// `bench replan INSTANCE`: how long it takes to be at the best again after one change.
struct Replan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Solve a DEPLOY1 instance, change it again and again, and print how long each took.",
    discussion: """
      Each change takes a candidate away, adds a unit to a need, or takes a home's place away, and the \
      next change takes it back. One line of JSON: the index (made once, from the solution), the median and \
      worst change in milliseconds, and the cost before and after all changes were taken back.
      """)

  @Argument(help: "A DEPLOY1 file.") var instance: String
  @Option(help: "How many changes to make and take back.") var changes = 1_000

  func run() throws {
    guard case .deployment(let stored) = try StoredInstance(contentsOf: instance) else {
      throw InstanceError(
        file: instance, problem: "is no deployment instance", remedy: "give a DEPLOY1 file")
    }
    let earlier = leastCostPlacement(try LayeredNetwork(stored))
    let network = try LayeredNetwork(stored)
    let clock = ContinuousClock()
    let began = clock.now
    var replanner = Replanner(network, from: earlier)
    let indexed = clock.now
    var random = SeededRandom(1, .noise)
    var times: [Double] = []
    for change in 0..<changes {
      let number = Int(random.next() % UInt64(1 << 31))
      for amount: Int32 in [-1, 1] {
        let start = clock.now
        switch change % 3 {
        case 0:
          let candidate = number % stored.cap.count
          guard stored.cap[candidate] > 0 else { continue }
          replanner.changeCapacity(ofCandidate: candidate, by: amount)
        case 1: replanner.changeUnits(ofNeed: number % stored.demand.count, by: -amount)
        default:
          let home = number % stored.release.count
          guard stored.release[home] > 0 else { continue }
          replanner.changeCapacity(ofHome: home, by: amount)
        }
        times.append(milliseconds(clock.now - start))
      }
    }
    times.sort()
    print(
      """
      {"index_ms":\(milliseconds(indexed - began)),"median_ms":\(times[times.count / 2]),\
      "worst_ms":\(times[times.count - 1]),"cost_before":\(earlier.cost),\
      "cost_after":\(replanner.cost())}
      """)
  }

  private func milliseconds(_ duration: Duration) -> Double {
    (duration / .milliseconds(1) * 10_000).rounded() / 10_000
  }
}
