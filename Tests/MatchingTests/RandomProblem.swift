import Domain

/// The sizes and ranges random problems are drawn from.
struct ProblemClass: Sendable {
  var needs = 0...3
  var people = 0...4
  var homes = 1...3
  var units = 1...2
  var capacity = 0...3
  var points = -20...100
  var penalty = 0...60
  /// One pair in so many is left out; 1 leaves out all.
  var density = 3
  /// One need in so many is must-fill; 0 for none.
  var mustFill = 3

  func problem(using random: inout SeededRandom) -> MatchingProblem {
    let homeCount = random.number(homes)
    let peopleCount = random.number(people)
    var problem = MatchingProblem(
      needs: [],
      homeOfPerson: (0..<peopleCount).map { _ in Int32(random.number(0...homeCount - 1)) },
      homeCapacity: (0..<homeCount).map { _ in random.number(capacity) }, pairStart: [0],
      pairPerson: [], pairPoints: [])
    for _ in 0..<random.number(needs) {
      problem.needs.append(
        MatchingProblem.NeedNode(
          units: random.number(units), penalty: random.number(penalty),
          mustFill: mustFill > 0 && random.number(1...mustFill) == 1))
      for person in 0..<peopleCount where random.number(1...density) > 1 {
        problem.pairPerson.append(Int32(person))
        problem.pairPoints.append(Int32(random.number(points)))
      }
      problem.pairStart.append(problem.pairPerson.count)
    }
    return problem
  }

  /// Thousands of needs, each with a few pairs drawn at random.
  static func large(
    needs: Int, people: Int, pairsPerNeed: Int, mustFillEvery: Int,
    points: ClosedRange<Int> = 0...10_000,
    using random: inout SeededRandom
  ) -> MatchingProblem {
    let homes = max(1, people * 2 / 3)
    var problem = MatchingProblem(
      needs: [], homeOfPerson: (0..<people).map { _ in Int32(random.number(0...homes - 1)) },
      homeCapacity: (0..<homes).map { _ in random.number(1...2) }, pairStart: [0], pairPerson: [],
      pairPoints: [])
    for need in 0..<needs {
      problem.needs.append(
        MatchingProblem.NeedNode(
          units: random.number(1...2), penalty: random.number(0...8_000),
          mustFill: need.isMultiple(of: mustFillEvery)))
      let row = Set((0..<pairsPerNeed).map { _ in random.number(0...people - 1) }).sorted()
      for person in row {
        problem.pairPerson.append(Int32(person))
        problem.pairPoints.append(Int32(random.number(points)))
      }
      problem.pairStart.append(problem.pairPerson.count)
    }
    return problem
  }
}

extension MatchingProblem {
  func needOf(_ pair: Int) -> Int { (pairStart.firstIndex { $0 > pair } ?? 1) - 1 }

  /// The problem with only some of its pairs, and the old position of each.
  func keeping(_ keep: (Int) -> Bool) -> (problem: MatchingProblem, position: [Int]) {
    let position = pairPerson.indices.filter(keep)
    var problem = self
    problem.pairPerson = position.map { pairPerson[$0] }
    problem.pairPoints = position.map { pairPoints[$0] }
    problem.pairStart = pairStart.map { start in
      position.firstIndex { $0 >= start } ?? position.count
    }
    return (problem, position)
  }
}
