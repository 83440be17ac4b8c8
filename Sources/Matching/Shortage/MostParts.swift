import Domain

/// How many of some parts could be chosen together at most, as sums that can be done by hand: limit by limit the
/// smallest first, person by person, home by home. Never too few.
struct MostParts {
  private let problem: JointProblem

  struct Answer {
    var count: Int
    /// Limits that the count was taken from.
    var limits: [Int32]
  }

  init(_ problem: JointProblem) { self.problem = problem }

  func most(of parts: [Int]) -> Answer {
    var answer = Answer(count: 0, limits: [])
    let sorted = parts.sorted { problem.person[$0] < problem.person[$1] }
    // People of one home are found by the limits they share: their parts stand in one home of the problem.
    for home in grouped(sorted, by: { home(of: $0) }) {
      let found = most(ofHome: home)
      answer.count += found.count
      answer.limits += found.limits
    }
    return answer
  }

  private func most(ofHome parts: [Int]) -> Answer {
    var answer = Answer(count: 0, limits: [])
    let people = grouped(parts) { Int(problem.person[$0]) }
    for person in people {
      let found = most(ofPerson: person)
      answer.count += found.count
      answer.limits += found.limits
    }
    for limit in limits(of: parts) {
      let count = self.count(of: parts, people, keepingTo: limit)
      if count < answer.count { answer = Answer(count: count, limits: [limit]) }
    }
    return answer
  }

  private func most(ofPerson parts: [Int]) -> Answer {
    var answer = Answer(count: parts.count, limits: [])
    // Who is out once may be out again: a limit that counts people says nothing of one person.
    for limit in limits(of: parts) where !problem.limits[Int(limit)].countsPeople {
      let count = self.count(of: parts, [parts], keepingTo: limit)
      if count < answer.count { answer = Answer(count: count, limits: [limit]) }
    }
    return answer
  }

  private func count(of parts: [Int], _ people: [[Int]], keepingTo limit: Int32) -> Int {
    let amounts = parts.compactMap { amount($0, limit) }
    let capacity = Int(problem.limits[Int(limit)].capacity)
    if problem.limits[Int(limit)].countsPeople {
      let each = people.map { person in
        most(ofPerson: person.filter { amount($0, limit) != nil }).count
      }
      return parts.count - amounts.count + each.sorted(by: >).prefix(capacity).reduce(0, +)
    }
    var (sum, count) = (0, parts.count - amounts.count)
    for amount in amounts.sorted() {
      sum += Int(amount)
      if sum > capacity { break }
      count += 1
    }
    return count
  }

  private func amount(_ part: Int, _ limit: Int32) -> Int32? {
    problem.uses(ofPart: part).first { $0.limit == limit }?.amount
  }

  private func limits(of parts: [Int]) -> [Int32] {
    Set(parts.flatMap { problem.uses(ofPart: $0).map(\.limit) }).sorted()
  }

  /// In logarithmic time.
  private func home(of part: Int) -> Int {
    var (low, high) = (0, problem.homes.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(problem.homeStart[middle]) <= part { low = middle } else { high = middle }
    }
    return low
  }

  /// Runs of parts by a number, in its order; parts keep theirs.
  private func grouped(_ parts: [Int], by number: (Int) -> Int) -> [[Int]] {
    let numbered = parts.enumerated().map { (number: number($1), place: $0, part: $1) }
      .sorted { ($0.number, $0.place) < ($1.number, $1.place) }
    var groups: [[Int]] = []
    var last: Int?
    for entry in numbered {
      if entry.number == last {
        groups[groups.count - 1].append(entry.part)
      } else {
        groups.append([entry.part])
      }
      last = entry.number
    }
    return groups
  }
}
