/// Turns a plain deployment into one of the classes that are hard for one method or another.
struct Adversary {
  static let hugePenalty: Int32 = 10_000_000
  let request: InstanceRequest

  func changed(_ instance: DeploymentInstance) -> DeploymentInstance {
    var made = instance
    if request.shape == .balanced { balance(&made) }
    price(&made)
    penalise(&made)
    return made
  }

  /// Gives or takes capacity, one unit a person in turn, until supply is demand.
  private func balance(_ made: inout DeploymentInstance) {
    let demand = made.demand.reduce(0) { $0 + Int($1) }
    var missing = demand - made.cap.reduce(0) { $0 + Int($1) }
    var person = 0
    while missing != 0 {
      let step: Int32 = missing > 0 ? 1 : made.cap[person] > 0 ? -1 : 0
      made.cap[person] += step
      missing -= Int(step)
      person = (person + 1) % made.cap.count
    }
    made.release = made.release.map { _ in 0 }
    for (person, home) in made.home.enumerated() { made.release[Int(home)] += made.cap[person] }
  }

  private func price(_ made: inout DeploymentInstance) {
    var random = SeededRandom(request.seed, .costs)
    switch request.costs {
    case .scored, .ten, .hundred, .twoFar, .sums: break
    case .ties: made.cost = made.cost.map { _ in 5_000 }
    case .zeroOne: made.cost = made.cost.map { _ in random.within(0...1) }
    case .product:
      let ofPerson = made.cap.map { _ in random.within(1...100) }
      for need in made.demand.indices {
        let ofNeed = random.within(1...100)
        for edge in made.rowStart[need]..<made.rowStart[need + 1] {
          made.cost[edge] = ofNeed * ofPerson[Int(made.candidate[edge])]
        }
      }
    }
  }

  private func penalise(_ made: inout DeploymentInstance) {
    var random = SeededRandom(request.seed, .penalties)
    switch request.penalties ?? (request.shape == .balanced ? .huge : .priority) {
    case .priority: break
    case .equal: made.penalty = made.penalty.map { _ in 15_000 }
    case .low: made.penalty = made.penalty.map { _ in 2 }
    case .huge: made.penalty = made.penalty.map { _ in Self.hugePenalty }
    case .mustFill:
      made.penalty = made.penalty.map { random.below(5) == 0 ? Self.hugePenalty : $0 }
    }
  }
}
