import Domain

/// What every stage and every set of prices asks of a problem, worked out once.
struct JointOutline {
  let homeOfPart: [Int32]
  let homeOfLimit: [Int32]
  /// Whether parts of two people use the limit.
  let isShared: [Bool]

  init(_ problem: JointProblem) {
    var homeOfPart = [Int32](repeating: 0, count: problem.value.count)
    var homeOfLimit = [Int32](repeating: 0, count: problem.limits.count)
    var isShared = [Bool](repeating: false, count: problem.limits.count)
    var user = [Int32](repeating: -1, count: problem.limits.count)
    for home in problem.homes {
      for limit in problem.limits(ofHome: home) { homeOfLimit[limit] = Int32(home) }
      for part in problem.parts(ofHome: home) {
        homeOfPart[part] = Int32(home)
        let person = problem.person[part]
        for use in problem.uses(ofPart: part) {
          let limit = Int(use.limit)
          if user[limit] < 0 { user[limit] = person }
          if user[limit] != person { isShared[limit] = true }
        }
      }
    }
    self.homeOfPart = homeOfPart
    self.homeOfLimit = homeOfLimit
    self.isShared = isShared
  }
}
