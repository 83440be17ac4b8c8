import ArgumentParser

/// What joint problem is asked for; the same request gives the same problem.
struct JointRequest: ParsableArguments {
  @Option(help: "People, 1 to 5 in a home.") var people = 500
  @Option(help: "Needs.") var needs = 800
  @Option(help: "People considered for each need that takes days.") var edges = 30
  @Option(help: "People considered for each secondment, of which 15 in 100 needs are.")
  var secondees = 15
  @Option(help: "People considered for covering each post.") var covers = 4
  @Option(help: "Another seed gives another problem of the same kind.") var seed: UInt64 = 1

  func validate() throws {
    guard people > 0, needs > 0, edges > 0, secondees > 0, covers >= 0 else {
      throw ValidationError("people, needs, edges and secondees must be 1 or more")
    }
    guard max(people, needs) <= 1_000_000, edges <= 1_000, secondees <= 1_000, covers <= 100 else {
      throw ValidationError("at most 1,000,000 people and needs, 1,000 each, 100 covers")
    }
  }
}
