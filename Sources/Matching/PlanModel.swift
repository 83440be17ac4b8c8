import Domain

/// A snapshot's needs, people and homes as a `MatchingProblem`, and the way back from indices to keys.
///
/// Needs and people keep the snapshot's order. Homes are numbered as they are met; people without a
/// recorded home share one that lets everybody go.
public struct PlanModel: Sendable {
  public let snapshot: Snapshot
  public let problem: MatchingProblem
  /// The snapshot's place of each home; nil for the home of people without one.
  public let placeOfHome: [Int?]

  /// - Parameters:
  ///   - pairStart, pairPerson, pairPoints: eligible pairs as rows of needs, as scoring found them.
  ///   - capacity: placements a place can still let go.
  public init(
    _ snapshot: Snapshot, policy: Policy, pairStart: [Int], pairPerson: [Int32],
    pairPoints: [Int32], capacity: (_ place: Int) -> Int
  ) {
    self.snapshot = snapshot
    var homeOfPlace = [Int32](repeating: -1, count: snapshot.places.count)
    var homes: [Int?] = []
    var homeless: Int32 = -1
    var homeOfPerson: [Int32] = []
    homeOfPerson.reserveCapacity(snapshot.people.count)
    for person in snapshot.people {
      if let place = person.home {
        if homeOfPlace[place] < 0 {
          homeOfPlace[place] = Int32(homes.count)
          homes.append(place)
        }
        homeOfPerson.append(homeOfPlace[place])
      } else {
        if homeless < 0 {
          homeless = Int32(homes.count)
          homes.append(nil)
        }
        homeOfPerson.append(homeless)
      }
    }
    placeOfHome = homes
    problem = MatchingProblem(
      needs: snapshot.needs.map {
        .init(
          units: Int($0.open), penalty: policy.penalties[$0.need.priority] ?? 0,
          mustFill: $0.need.priority == .mustFill)
      },
      homeOfPerson: homeOfPerson,
      homeCapacity: homes.map { $0.map(capacity) ?? snapshot.people.count },
      pairStart: pairStart, pairPerson: pairPerson, pairPoints: pairPoints)
  }

  /// The need of a pair by its position, in logarithmic time.
  public func need(ofPair pair: Int) -> Int {
    var low = 0
    var high = problem.needs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if problem.pairStart[middle] <= pair { low = middle } else { high = middle }
    }
    return low
  }

  /// The pair of a need and a person, nil when they cannot be.
  public func pair(need: Int, person: Int) -> Int? {
    (problem.pairStart[need]..<problem.pairStart[need + 1]).first {
      problem.pairPerson[$0] == Int32(person)
    }
  }

  /// The prices of a solution as they are stored: by key, zeros left out.
  public func prices(of solution: StagedSolution) -> [Price] {
    prices(of: solution.mustFillProof, stage: 1) + prices(of: solution.pointsProof, stage: 2)
  }

  private func prices(of proof: StageProof, stage: Int) -> [Price] {
    var prices: [Price] = []
    for (index, price) in proof.need.enumerated() where price != 0 {
      prices.append(
        Price(
          stage: stage, subject: .need, key: snapshot.needs[index].need.reference, price: price))
    }
    for (index, price) in proof.person.enumerated() where price != 0 {
      prices.append(
        Price(
          stage: stage, subject: .person, key: snapshot.people[index].number.description,
          price: price))
    }
    for (index, price) in proof.home.enumerated() where price != 0 {
      let key = placeOfHome[index].map { snapshot.places[$0].key.description } ?? ""
      prices.append(Price(stage: stage, subject: .home, key: key, price: price))
    }
    if proof.mustFillLimit != 0 {
      prices.append(Price(stage: stage, subject: .limit, key: "", price: proof.mustFillLimit))
    }
    return prices
  }

  /// The solution that stored proposals and prices claim; nil names what is not in the model.
  public func solution(
    claimedBy plan: Plan
  ) -> Result<StagedSolution, ClaimError> {
    let (solution, strangers) = known(of: plan)
    return strangers.first.map { .failure($0) } ?? .success(solution)
  }

  /// What of an earlier plan, made from other data, can be said of this model: to begin from, it proves
  /// nothing. Proposals and prices of needs, people and homes that are no longer there are left out.
  public func solution(remainingOf earlier: Plan) -> StagedSolution { known(of: earlier).solution }

  private func known(of plan: Plan) -> (solution: StagedSolution, strangers: [ClaimError]) {
    let needs = indexes(snapshot.needs.map(\.need.reference))
    let people = indexes(snapshot.people.map(\.number.description))
    var chosen: [Int] = []
    var strangers: [ClaimError] = []
    for proposal in plan.proposals {
      if let need = needs[proposal.need], let person = people[proposal.person.description],
        let pair = pair(need: need, person: person)
      {
        chosen.append(pair)
      } else {
        strangers.append(ClaimError(need: proposal.need, person: proposal.person))
      }
    }
    let solution = StagedSolution(
      chosen: chosen.sorted(), mustFillUnfilled: plan.mustFillUnfilled,
      mustFillBound: plan.isProven ? nil : 0,
      objective: plan.objective, bound: plan.bound,
      mustFillProof: proof(plan.prices.filter { $0.stage == 1 }, needs, people),
      pointsProof: proof(plan.prices.filter { $0.stage == 2 }, needs, people))
    return (solution, strangers)
  }

  /// A proposal of somebody who cannot fill the need, or is not in the plan's data.
  public struct ClaimError: Error, Hashable, Sendable {
    public let need: String
    public let person: PersonNumber
  }

  private func indexes(_ keys: [String]) -> [String: Int] {
    Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func proof(
    _ prices: [Price], _ needs: [String: Int], _ people: [String: Int]
  ) -> StageProof {
    var proof = StageProof(
      need: [Int](repeating: 0, count: problem.needs.count),
      person: [Int](repeating: 0, count: problem.homeOfPerson.count),
      home: [Int](repeating: 0, count: placeOfHome.count), mustFillLimit: 0)
    let homes = indexes(
      placeOfHome.map { $0.map { snapshot.places[$0].key.description } ?? "" })
    for price in prices {
      switch price.subject {
      case .need: if let index = needs[price.key] { proof.need[index] = price.price }
      case .person: if let index = people[price.key] { proof.person[index] = price.price }
      case .home: if let index = homes[price.key] { proof.home[index] = price.price }
      case .limit: proof.mustFillLimit = price.price
      }
    }
    return proof
  }
}
