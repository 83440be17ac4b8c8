import Domain

extension JointProblem {
  /// Limits of one home that count people, at most.
  static let mostCountingLimits = 64

  /// Checks shapes and bounds, so that every sum of the search fits.
  ///
  /// - Complexity: linear in the problem.
  func checkAtTheDoor() throws(MatchingError) {
    let parts = value.count
    guard parts <= Bound.parts else { throw .malformedJoint("it has \(parts) parts") }
    guard person.count == parts, mustFill.count == parts, isPinned.count == parts else {
      throw .malformedJoint("not every part has a person, a value and its two marks")
    }
    guard abs(constant) < 1 << 52, mustFillUnits >= 0 else {
      throw .malformedJoint("its constant or its must-fill units are out of range")
    }
    try checkOffsets(homeStart, to: parts, "homes' parts")
    try checkOffsets(limitStart, to: limits.count, "homes' limits")
    try checkOffsets(useStart, to: uses.count, "parts' uses")
    try checkOffsets(linkStart, to: links.count, "parts' links")
    guard homeStart.count == limitStart.count, useStart.count == parts + 1,
      linkStart.count == parts + 1
    else { throw .malformedJoint("homes or parts are counted differently in two places") }
    guard limits.allSatisfy({ $0.capacity >= 0 }), rowCapacity.allSatisfy({ $0 >= 0 }) else {
      throw .malformedJoint("a capacity is below 0")
    }
    try checkParts()
  }

  /// Checks that what to begin from speaks of this problem's parts.
  func check(_ start: JointStart) throws(MatchingError) {
    for part in start.chosen where !parts.contains(part) {
      throw .malformedJoint("the plan to begin from is another problem's")
    }
  }

  private func checkOffsets(_ offsets: [Int32], to end: Int, _ name: String) throws(MatchingError) {
    guard offsets.first == 0, Int(offsets[offsets.count - 1]) == end else {
      throw .malformedJoint("\(name) are not covered from first to last")
    }
    for index in 1..<max(1, offsets.count) where offsets[index] < offsets[index - 1] {
      throw .malformedJoint("\(name) go backwards at \(index)")
    }
  }

  private func checkParts() throws(MatchingError) {
    var homeOfPerson: [Int32: Int] = [:]
    for home in homes {
      let own = limits(ofHome: home)
      guard limits[own].count(where: \.countsPeople) <= Self.mostCountingLimits else {
        throw .malformedJoint("home \(home) counts people in too many limits")
      }
      for part in parts(ofHome: home) {
        guard value[part].magnitude < Bound.value else {
          throw .malformedJoint("the value of part \(part) is out of range")
        }
        guard homeOfPerson.updateValue(home, forKey: person[part]) ?? home == home else {
          throw .malformedJoint("the person of part \(part) has parts in two homes")
        }
        try checkUses(part, own)
        try checkLinks(part)
      }
    }
  }

  private func checkUses(_ part: Int, _ own: Range<Int>) throws(MatchingError) {
    var last = own.lowerBound - 1
    for use in uses(ofPart: part) {
      guard Int(use.limit) > last, Int(use.limit) < own.upperBound, use.amount >= 1 else {
        throw .malformedJoint("part \(part) uses a limit twice, of another home, or for nothing")
      }
      last = Int(use.limit)
    }
  }

  private func checkLinks(_ part: Int) throws(MatchingError) {
    var last = -1
    for link in links(ofPart: part) {
      guard Int(link.row) > last, rowCapacity.indices.contains(Int(link.row)),
        link.coefficient == 1 || link.coefficient == -1
      else { throw .malformedJoint("part \(part) has an unknown row, or one twice") }
      last = Int(link.row)
    }
  }
}
