/// Makes chains: each person suits two needs in a row, and each chain has one need too many.
///
/// All but a chain's first need must be filled. In every other chain the first must be too; in the rest it
/// may stay open at some price, and then everybody of the chain moves up by one: the longest
/// augmenting path there is.
struct ChainGenerator {
  let request: InstanceRequest

  func instance() -> DeploymentInstance {
    var random = SeededRandom(request.seed, .chains)
    let people = request.people
    let ones = [Int32](repeating: 1, count: people)
    var made = DeploymentInstance(
      release: ones, home: Array(0..<Int32(people)), cap: ones, demand: [], penalty: [],
      rowStart: [0], candidate: [], cost: [])
    for chain in 0..<request.chains {
      let first = Int32(people * chain / request.chains)
      let end = Int32(people * (chain + 1) / request.chains)
      for need in first...end {
        if need > first { add(need - 1, random.within(1...3), to: &made) }
        if need < end { add(need, random.within(0...1), to: &made) }
        made.rowStart.append(made.candidate.count)
        made.demand.append(1)
        let canWait = need == first && chain.isMultiple(of: 2)
        made.penalty.append(canWait ? random.within(0...8_000_000) : Adversary.hugePenalty)
      }
    }
    return made
  }

  private func add(_ person: Int32, _ cost: Int32, to made: inout DeploymentInstance) {
    made.candidate.append(person)
    made.cost.append(cost)
  }
}
