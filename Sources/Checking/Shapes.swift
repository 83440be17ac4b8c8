import Domain

/// Whether the problem is one at all: without that no proof about it means anything.
func checkShapes(_ problem: MatchingProblem) throws(Objection) -> [String] {
  try checkNeeds(problem)
  for home in problem.homeCapacity.indices where problem.homeCapacity[home] < 0 {
    throw Objection(.home(home), "a home has a capacity below 0")
  }
  let homes = problem.homeCapacity.indices
  for person in problem.homeOfPerson.indices
  where !homes.contains(Int(problem.homeOfPerson[person])) {
    throw Objection(.person(person), "a person has a home that does not exist")
  }
  try checkRows(problem)
  return [
    "the problem is well formed: \(grouped(problem.needs.count)) needs, "
      + "\(grouped(problem.homeOfPerson.count)) people, \(grouped(problem.homeCapacity.count)) homes, "
      + "\(grouped(problem.pairPerson.count)) pairs"
  ]
}

private func checkNeeds(_ problem: MatchingProblem) throws(Objection) {
  var left = MatchingProblem.Limit.units
  for (index, need) in problem.needs.enumerated() {
    guard need.units >= 1, need.units <= left else {
      throw Objection(.need(index), "a need asks for fewer than 1 or for too many people")
    }
    guard need.penalty >= 0, need.penalty < MatchingProblem.Limit.cost else {
      throw Objection(.need(index), "a need's penalty is below 0 or too large")
    }
    left -= need.units
  }
}

private func checkRows(_ problem: MatchingProblem) throws(Objection) {
  let pairs = problem.pairPerson.count
  guard problem.pairStart.count == problem.needs.count + 1, problem.pairStart[0] == 0,
    problem.pairStart[problem.needs.count] == pairs, problem.pairPoints.count == pairs
  else { throw Objection(.whole, "the rows of needs do not cover the pairs") }
  let people = Int32(clamping: problem.homeOfPerson.count)
  for need in problem.needs.indices {
    let (start, end) = (problem.pairStart[need], problem.pairStart[need + 1])
    guard 0 <= start, start <= end, end <= pairs else {
      throw Objection(.need(need), "the row of a need lies outside the pairs")
    }
    var last: Int32 = -1
    for pair in start..<end {
      let person = problem.pairPerson[pair]
      guard person > last, person < people else {
        throw Objection(.pair(pair), "a pair names an unknown person or repeats one")
      }
      last = person
    }
  }
}
