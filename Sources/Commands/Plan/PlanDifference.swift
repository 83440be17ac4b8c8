/// Where a stored plan is not what its own data and proof give, and what it says instead.
struct PlanDifference: Error, Hashable {
  let place: String
  let says: String

  init(_ place: String, _ says: String) {
    self.place = place
    self.says = says
  }
}
