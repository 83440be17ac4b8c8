import ArgumentParser
import Glibc
import Solvers

/// `bench replan INSTANCE`: how long it takes to be at the best again after one change.
struct Replan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Solve a DEPLOY1 instance, change it again and again, and print how long each took.",
    discussion: """
      Each change takes a candidate away, adds a unit to a need, takes a home's place away, or brings a need \
      or a candidate that was not there (with the arcs of another), and the next change takes it back. One \
      line of JSON: the index (made once, from the solution), the median and worst change in milliseconds and \
      the share of changes above one, the same of needs and candidates that were not there, and the cost \
      before and after all changes were taken back.
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
    var run = ReplanRun(stored, changes)
    try run.change(&replanner)
    let indexTime = run.milliseconds(indexed - began)
    print(
      """
      {"index_ms":\(indexTime),\(run.summary(of: run.changed, "")),\(run.summary(of: run.added, "added_")),\
      "cost_before":\(earlier.cost),"cost_after":\(replanner.cost())}
      """)
  }
}

/// Changes made and taken back, and how long each took.
private struct ReplanRun {
  private let stored: DeploymentInstance
  private let changes: Int
  private let clock = ContinuousClock()
  private var random = SeededRandom(1, .noise)
  /// Arcs by candidate: needs and costs.
  private var columns: [(needs: [Int32], costs: [Int32])]
  private(set) var changed: [Double] = []
  private(set) var added: [Double] = []

  init(_ stored: DeploymentInstance, _ changes: Int) {
    self.stored = stored
    self.changes = changes
    columns = Array(repeating: ([], []), count: stored.cap.count)
    for need in stored.demand.indices {
      for arc in stored.rowStart[need]..<stored.rowStart[need + 1] {
        columns[Int(stored.candidate[arc])].needs.append(Int32(need))
        columns[Int(stored.candidate[arc])].costs.append(stored.cost[arc])
      }
    }
  }

  mutating func change(_ replanner: inout Replanner) throws {
    for change in 0..<changes {
      let number = Int(random.next() % UInt64(1 << 31))
      switch change % 5 {
      case 0:
        let candidate = number % stored.cap.count
        guard stored.cap[candidate] > 0 else { continue }
        for amount: Int32 in [-1, 1] {
          changed.append(
            timed { replanner.changeCapacity(ofCandidate: candidate, by: amount) })
        }
      case 1:
        let need = number % stored.demand.count
        for amount: Int32 in [1, -1] {
          changed.append(timed { replanner.changeUnits(ofNeed: need, by: amount) })
        }
      case 2:
        let home = number % stored.release.count
        guard stored.release[home] > 0 else { continue }
        for amount: Int32 in [-1, 1] {
          changed.append(timed { replanner.changeCapacity(ofHome: home, by: amount) })
        }
      case 3: try addNeed(like: number % stored.demand.count, &replanner)
      default: try addCandidate(like: number % stored.cap.count, &replanner)
      }
    }
  }

  private mutating func addNeed(like other: Int, _ replanner: inout Replanner) throws {
    let arcs = stored.rowStart[other]..<stored.rowStart[other + 1]
    var need = -1
    added.append(
      try timed {
        need = try replanner.addNeed(
          .init(units: stored.demand[other], penalty: Int(stored.penalty[other])),
          candidates: Array(stored.candidate[arcs]), costs: Array(stored.cost[arcs]))
      })
    replanner.changeUnits(ofNeed: need, by: -stored.demand[other])
  }

  private mutating func addCandidate(like other: Int, _ replanner: inout Replanner) throws {
    var candidate = -1
    added.append(
      try timed {
        candidate = try replanner.addCandidate(
          .init(capacity: stored.cap[other], home: stored.home[other]),
          needs: columns[other].needs, costs: columns[other].costs)
      })
    replanner.changeCapacity(ofCandidate: candidate, by: -stored.cap[other])
  }

  private func timed(_ body: () throws -> Void) rethrows -> Double {
    let start = clock.now
    try body()
    return milliseconds(clock.now - start)
  }

  func summary(of times: [Double], _ prefix: String) -> String {
    let times = times.sorted()
    guard let worst = times.last else { return "\"\(prefix)changes\":0" }
    let slow = Double(times.count { $0 > 1 }) / Double(times.count)
    return """
      "\(prefix)median_ms":\(times[times.count / 2]),"\(prefix)worst_ms":\(worst),\
      "\(prefix)above_1_ms":\((slow * 10_000).rounded() / 10_000)
      """
  }

  func milliseconds(_ duration: Duration) -> Double {
    (duration / .milliseconds(1) * 10_000).rounded() / 10_000
  }
}
