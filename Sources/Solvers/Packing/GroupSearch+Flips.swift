extension GroupSearch {
  /// What the group is worth at most with each item, and without it, at the prices of shared limits; after `solve`.
  ///
  /// - Parameter body: an item's part, the most with it, the most without it.
  mutating func eachFlip(_ body: (Int, Int, Int) -> Void) {
    for person in 0..<personCount {
      let others = priced - (personCount == 1 ? priced : personMost[person])
      for index in items(ofPerson: person) {
        let isIn = isBest[index]
        let other =
          isIn ? most(ofPerson: person, without: index) : most(ofPerson: person, with: index)
        let flipped = other == BlockSearch.impossible ? other : others + other
        body(Int(part[index]), isIn ? priced : flipped, isIn ? flipped : priced)
      }
    }
  }
}
