import Domain

/// Whether the problem is one at all: without that no proof about it means anything.
func checkShapes(_ problem: JointProblem) throws(Objection) -> [String] {
  try checkLengths(problem)
  try checkStarts(problem)
  for limit in problem.limits.indices where problem.limits[limit].capacity < 0 {
    throw Objection(.limit(limit), "a limit has a capacity below 0")
  }
  for row in problem.rowCapacity.indices where problem.rowCapacity[row] < 0 {
    throw Objection(.row(row), "a row has a capacity below 0")
  }
  guard problem.mustFillUnits >= 0 else {
    throw Objection(.whole, "the must-fill units are below 0")
  }
  for home in problem.homes {
    for part in problem.parts(ofHome: home) { try checkPart(part, home, problem) }
  }
  let people = try countPeople(problem)
  return [
    "the problem is well formed: \(grouped(problem.value.count)) parts of \(grouped(people)) people in "
      + "\(grouped(problem.homes.count)) homes, \(grouped(problem.limits.count)) limits, "
      + "\(grouped(problem.rowCapacity.count)) rows"
  ]
}

private func checkLengths(_ problem: JointProblem) throws(Objection) {
  let parts = problem.value.count
  guard parts <= JointProblem.Bound.parts, problem.uses.count <= JointProblem.Bound.entries,
    problem.links.count <= JointProblem.Bound.entries
  else { throw Objection(.whole, "the problem has more parts, uses or links than can be checked") }
  guard problem.person.count == parts, problem.mustFill.count == parts,
    problem.isPinned.count == parts, problem.homeStart.count == problem.limitStart.count
  else { throw Objection(.whole, "the problem's lists are not of the same length") }
}

private func checkStarts(_ problem: JointProblem) throws(Objection) {
  let parts = problem.value.count
  guard ascends(problem.homeStart, to: parts), ascends(problem.limitStart, to: problem.limits.count)
  else { throw Objection(.whole, "the homes do not divide the parts and limits between them") }
  guard problem.useStart.count == parts + 1, ascends(problem.useStart, to: problem.uses.count),
    problem.linkStart.count == parts + 1, ascends(problem.linkStart, to: problem.links.count)
  else { throw Objection(.whole, "the parts do not divide the uses and links between them") }
}

/// Whether these are positions from 0 to `end` that never fall.
private func ascends(_ starts: [Int32], to end: Int) -> Bool {
  guard starts.first == 0, starts.last.map({ Int($0) }) == end else { return false }
  return zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
}

private func checkPart(_ part: Int, _ home: Int, _ problem: JointProblem) throws(Objection) {
  guard problem.value[part].magnitude < JointProblem.Bound.value else {
    throw Objection(.part(part), "a part's value is too large")
  }
  let limits = problem.limits(ofHome: home)
  var last = -1
  for use in problem.uses(ofPart: part) {
    guard limits.contains(Int(use.limit)), Int(use.limit) > last, use.amount >= 1 else {
      throw Objection(
        .part(part), "a part uses a limit of another home, one twice, or less than 1 of one")
    }
    last = Int(use.limit)
  }
  last = -1
  for link in problem.links(ofPart: part) {
    guard problem.rowCapacity.indices.contains(Int(link.row)), Int(link.row) > last,
      link.coefficient.magnitude == 1
    else {
      throw Objection(
        .part(part), "a part names a row that does not exist, one twice, or not with +1 or -1")
    }
    last = Int(link.row)
  }
}

/// How many people there are, each in one home.
private func countPeople(_ problem: JointProblem) throws(Objection) -> Int {
  guard let highest = problem.person.max() else { return 0 }
  guard highest < JointProblem.Bound.parts else {
    throw Objection(.whole, "a person's number is too large")
  }
  var homeOfPerson = [Int32](repeating: -1, count: Int(max(0, highest)) + 1)
  var people = 0
  for home in problem.homes {
    for part in problem.parts(ofHome: home) {
      let person = Int(problem.person[part])
      guard person >= 0 else { throw Objection(.part(part), "a person's number is below 0") }
      if homeOfPerson[person] < 0 {
        homeOfPerson[person] = Int32(home)
        people += 1
      } else if homeOfPerson[person] != home {
        throw Objection(.part(part), "a person has parts in two homes")
      }
    }
  }
  return people
}
