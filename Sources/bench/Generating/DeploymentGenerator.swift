import Glibc

/// Makes deployments: people at schools round towns, each need with the best of its nearest people who
/// hold the specialism it asks for.
struct DeploymentGenerator {
  private static let specialisms = 6
  private static let features = 8
  private typealias Features = SIMD8<Double>

  private let request: InstanceRequest
  private var homePlace: [SIMD2<Double>] = []
  private var home: [Int32] = []
  /// Bit `s` is set when the person holds specialism `s`.
  private var held: [UInt8] = []
  private var personFeatures: [Features] = []

  init(_ request: InstanceRequest) {
    self.request = request
    let towns = Towns(people: request.people, seed: request.seed)
    var random = SeededRandom(request.seed, .homes)
    let homes = max(1, request.people * 2 / 3)
    homePlace = (0..<homes).map { _ in towns.place(&random) }
    random = SeededRandom(request.seed, .candidates)
    for _ in 0..<request.people {
      home.append(Int32(random.below(homes)))
      var bits = UInt8(1) << UInt8(random.below(Self.specialisms))
      for specialism in 0..<Self.specialisms where random.fraction() < 0.35 {
        bits |= 1 << UInt8(specialism)
      }
      held.append(bits)
      personFeatures.append(Self.features(&random))
    }
  }

  func instance() -> DeploymentInstance {
    var made = people()
    let towns = Towns(people: request.people, seed: request.seed)
    let places = home.map { homePlace[Int($0)] }
    let indexes = (0..<Self.specialisms).map { specialism in
      NearestIndex(
        places, of: (0..<Int32(home.count)).filter { held[Int($0)] >> UInt8(specialism) & 1 == 1 })
    }
    var random = SeededRandom(request.seed, .needs)
    for need in 0..<request.needs {
      let place = towns.place(&random)
      let specialism = random.below(Self.specialisms)
      let wanted = Self.features(&random)
      made.demand.append(request.shape == .unit ? 1 : random.within(1...2))
      made.penalty.append(Self.priorityPenalty(&random))
      let near = indexes[specialism].nearest(2 * request.edges, to: place)
      append(best(near, need, wanted), to: &made)
    }
    return made
  }

  private func people() -> DeploymentInstance {
    var random = SeededRandom(request.seed, .candidates)
    let cap = home.map { _ in request.shape == .unit ? 1 : random.within(1...5) }
    var release = homePlace.map { _ in random.within(1...3) }
    if request.shape != .tight {
      release = release.map { _ in 0 }
      for (person, home) in home.enumerated() { release[Int(home)] += cap[person] }
    }
    return DeploymentInstance(
      release: release, home: home, cap: cap, demand: [], penalty: [], rowStart: [0],
      candidate: [], cost: [])
  }

  private static func features(_ random: inout SeededRandom) -> Features {
    var made = Features()
    for index in 0..<features { made[index] = random.fraction() }
    return made
  }

  /// A fifth of the needs are urgent, three in ten can wait.
  private static func priorityPenalty(_ random: inout SeededRandom) -> Int32 {
    switch random.below(10) {
    case 0, 1: 30_000
    case 2...6: 15_000
    default: 7_000
    }
  }

  /// Those who score most, at most 10,000 points; what is missing to them is the cost.
  private func best(
    _ near: [NearestIndex.Found], _ need: Int, _ wanted: Features
  ) -> [(person: Int32, cost: Int32)] {
    let scored = near.map { found in
      let difference = personFeatures[Int(found.name)] - wanted
      let unlike = difference.replacing(with: -difference, where: difference .< 0).sum()
      let pair = UInt64(need) << 32 | UInt64(found.name)
      let noise = SeededRandom.fraction(
        SeededRandom.mixed(request.seed &+ SeededRandom.mixed(pair)))
      let points =
        0.55 * (1 - unlike / Double(Self.features)) + 0.35 * exp(-found.distance.squareRoot() / 40)
        + 0.10 * noise
      return (person: found.name, cost: 10_000 - Int32((10_000 * points).rounded()))
    }
    let kept = scored.sorted { ($0.cost, $0.person) < ($1.cost, $1.person) }.prefix(request.edges)
    return kept.sorted { $0.person < $1.person }
  }

  private func append(
    _ edges: [(person: Int32, cost: Int32)], to made: inout DeploymentInstance
  ) {
    made.candidate += edges.map(\.person)
    made.cost += edges.map(\.cost)
    made.rowStart.append(made.candidate.count)
  }
}
