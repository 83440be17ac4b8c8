import Domain

extension PlanNetwork {
  /// The prices a stage's node potentials stand for, with the sink at 0.
  ///
  /// A person's potential is the price of all that a placement of theirs uses up, with its sign turned;
  /// the home's is the part of it due to the home. Where a home is idle its potential says nothing,
  /// and a price below 0 stands for none: taking the home's price as at least 0 and the person's as
  /// what remains, at least 0, keeps every pair's price sum at or above what the potentials say and
  /// equal to it where somebody is placed.
  func proof(from potential: [Int], in stage: Stage) -> StageProof {
    func price(_ node: Int) -> Int { max(0, potential[sink] - potential[node]) }
    let home = problem.homeCapacity.indices.map { price(homeBase + $0) }
    let person = problem.homeOfPerson.indices.map {
      max(0, price(personBase + $0) - home[Int(problem.homeOfPerson[$0])])
    }
    switch stage {
    case .mustFill:
      let need = problem.needs.indices.map {
        problem.needs[$0].mustFill ? potential[$0] - potential[sink] : 0
      }
      return StageProof(need: need, person: person, home: home, mustFillLimit: 0)
    case .points:
      let need = problem.needs.indices.map { potential[$0] - potential[sink] }
      return StageProof(need: need, person: person, home: home, mustFillLimit: price(pool))
    }
  }
}
