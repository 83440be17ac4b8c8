import Domain

extension CheckedStage {
  /// Sizes and signs: the first half of dual feasibility.
  func checkPrices() throws(Objection) {
    guard proof.need.count == problem.needs.count,
      proof.person.count == problem.homeOfPerson.count,
      proof.home.count == problem.homeCapacity.count
    else { throw Objection(.whole, "the \(name) proof has not one price for each of its kind") }
    let prices = 0...Self.largestPrice
    for person in proof.person.indices where !prices.contains(proof.person[person]) {
      throw Objection(.person(person), "the \(name) price of a person is below 0 or too large")
    }
    for home in proof.home.indices where !prices.contains(proof.home[home]) {
      throw Objection(.home(home), "the \(name) price of a home is below 0 or too large")
    }
    for need in proof.need.indices where proof.need[need].magnitude > Self.largestPrice {
      throw Objection(.need(need), "the \(name) price of a need is too large")
    }
    guard prices.contains(proof.mustFillLimit), limit != nil || proof.mustFillLimit == 0 else {
      throw Objection(.whole, "the \(name) price of the must-fill limit is out of range")
    }
  }

  /// Complementary slackness of the scarce: what has a price is used up.
  func checkScarcity(_ tally: Tally) throws(Objection) {
    for person in proof.person.indices where proof.person[person] > 0 && !tally.isPlaced[person] {
      throw Objection(.person(person), "a person has a \(name) price but is not placed")
    }
    for home in proof.home.indices
    where proof.home[home] > 0 && tally.out[home] != problem.homeCapacity[home] {
      throw Objection(.home(home), "a home has a \(name) price but could let go more")
    }
    guard proof.mustFillLimit == 0 || tally.mustFillUnfilled(problem) == limit else {
      throw Objection(.whole, "the must-fill limit has a price but is not reached")
    }
  }

  /// Dual feasibility of pairs: no reduced cost below 0.
  func checkPairs() throws(Objection) {
    let placing = problem.homeOfPerson.indices.map {
      proof.person[$0] + proof.home[Int(problem.homeOfPerson[$0])]
    }
    for need in problem.needs.indices {
      let price = proof.need[need]
      for pair in problem.pairStart[need]..<problem.pairStart[need + 1]
      where price + placing[Int(problem.pairPerson[pair])] < points(pair) {
        throw Objection(.pair(pair), "a pair would win more \(name) than it costs")
      }
    }
  }

  /// Complementary slackness of pairs: a chosen one has reduced cost 0.
  func checkChosen(_ tally: Tally, _ chosen: [Int]) throws(Objection) {
    for (pair, need) in zip(chosen, tally.needOfChosen) {
      let person = Int(problem.pairPerson[pair])
      let price = proof.person[person] + proof.home[Int(problem.homeOfPerson[person])]
      guard proof.need[need] + price == points(pair) else {
        throw Objection(.pair(pair), "a chosen pair costs more \(name) than it wins")
      }
    }
  }

  /// Dual feasibility of leaving units unfilled.
  func checkNeeds() throws(Objection) {
    for need in problem.needs.indices where gain(need) < 0 {
      throw Objection(.need(need), "a need would do better unfilled by its \(name) price")
    }
  }

  /// What filling one more unit of a need gains by the prices.
  private func gain(_ need: Int) -> Int {
    proof.need[need] + limitPrice(need) + penalty(need)
  }

  /// Slackness where units are left unfilled.
  func checkUnfilled(_ tally: Tally) throws(Objection) {
    for need in problem.needs.indices {
      guard gain(need) == 0 || tally.unfilled(need, problem) == 0 else {
        throw Objection(.need(need), "an unfilled unit costs more \(name) than its price")
      }
    }
  }

  /// Strong duality: the prices' bound is the plan's value.
  func checkValue(_ tally: Tally, _ chosen: [Int]) throws(Objection) -> Int128 {
    let bound = bound()
    let value = self.value(tally, chosen)
    guard bound == value else {
      throw Objection(.whole, "the \(name) bound is \(bound) but the plan's value is \(value)")
    }
    return value
  }

  /// What no plan within the limits is worth more than, by the prices.
  ///
  /// A product is under 2^62 * 2^60 and a sum of under 2^5 of the largest, or of under 2^32 of what a problem
  /// within its limits has, stays inside 128 bits.
  func bound() -> Int128 {
    var bound = Int128(proof.mustFillLimit) * Int128(limit ?? 0)
    for need in problem.needs.indices {
      bound += Int128(problem.needs[need].units) * Int128(proof.need[need])
    }
    for price in proof.person { bound += Int128(price) }
    for home in proof.home.indices where proof.home[home] > 0 {
      bound += Int128(problem.homeCapacity[home]) * Int128(proof.home[home])
    }
    return bound
  }

  /// What the plan is worth in this stage.
  func value(_ tally: Tally, _ chosen: [Int]) -> Int128 {
    var value: Int128 = 0
    for pair in chosen { value += Int128(points(pair)) }
    for need in problem.needs.indices {
      value -= Int128(tally.unfilled(need, problem)) * Int128(penalty(need))
    }
    return value
  }
}
