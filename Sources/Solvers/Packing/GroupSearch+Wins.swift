extension GroupSearch {
  private static let nodesOfProfile = 3_000

  /// What a person wins at most with a profile, after paying for shared days and within all limits.
  ///
  /// By depth-first search, bounded by what the items to come win within what is left of the person's scarcest limit
  /// (a knapsack, by dynamic programming); where it takes long that of all items is the bound.
  /// `profiles.bestPath` has the best found.
  mutating func most(ofPerson person: Int, within profile: UInt8) -> Int {
    listItems(person, profile)
    (profiles.best, profiles.bestCount) = (0, 0)
    guard profiles.itemCount > 0 else { return 0 }
    let scarce = profiles.scarce[person]
    let left = scarce >= 0 ? room[scarce] : 0
    fillRest(left)
    profiles.lastNode = nodes + Self.nodesOfProfile
    fill(person, 0, 0, left, 0)
    guard nodes >= profiles.lastNode else { return profiles.best }
    takeKnapsack(left)
    return profiles.rest[left]
  }

  /// The knapsack's own choice becomes the best path: prices that move by a lesser one would stop too soon.
  private mutating func takeKnapsack(_ room: Int) {
    var left = room
    profiles.bestCount = 0
    for position in 0..<profiles.itemCount {
      let row = position * profiles.restWidth
      guard profiles.rest[row + left] > profiles.rest[row + profiles.restWidth + left] else {
        continue
      }
      let index = profiles.item[position]
      left -= profiles.scarceAmount[index]
      profiles.bestPath[profiles.bestCount] = index
      profiles.bestCount += 1
    }
  }

  private mutating func listItems(_ person: Int, _ profile: UInt8) {
    profiles.itemCount = 0
    for index in items(ofPerson: person)
    where afterShared[index] > 0 && profiles.profile[index] & ~profile == 0 && fits(index, 0) {
      var place = profiles.itemCount
      while place > 0, isBetter(index, Int(profiles.item[place - 1])) {
        profiles.item[place] = profiles.item[place - 1]
        place -= 1
      }
      profiles.item[place] = Int32(index)
      profiles.itemCount += 1
    }
  }

  /// Whether an item wins more than another for what it takes of the scarcest limit.
  @inline(__always)
  private func isBetter(_ one: Int, _ other: Int) -> Bool {
    afterShared[one] * max(1, profiles.scarceAmount[other])
      > afterShared[other] * max(1, profiles.scarceAmount[one])
  }

  private mutating func fillRest(_ left: Int) {
    let width = left + 1
    profiles.restWidth = width
    let size = (profiles.itemCount + 1) * width
    if profiles.rest.count < size { profiles.rest = Table(unfilled: 2 * size) }
    for left in 0..<width { profiles.rest[profiles.itemCount * width + left] = 0 }
    for position in stride(from: profiles.itemCount - 1, through: 0, by: -1) {
      let index = profiles.item[position]
      let (win, amount) = (afterShared[index], profiles.scarceAmount[index])
      let (row, next) = (position * width, (position + 1) * width)
      for left in 0..<min(amount, width) { profiles.rest[row + left] = profiles.rest[next + left] }
      for left in amount..<max(amount, width) {
        profiles.rest[row + left] = max(
          profiles.rest[next + left], profiles.rest[next + left - amount] + win)
      }
    }
  }

  private mutating func fill(
    _ person: Int, _ first: Int, _ value: Int, _ left: Int, _ depth: Int
  ) {
    nodes += 1
    if value > profiles.best {
      profiles.best = value
      profiles.bestCount = depth
      for position in 0..<depth { profiles.bestPath[position] = profiles.path[position] }
    }
    for position in first..<profiles.itemCount {
      guard value + profiles.rest[position * profiles.restWidth + left] > profiles.best,
        nodes < profiles.lastNode
      else { return }
      let index = Int(profiles.item[position])
      let before = out[person]
      guard fits(index, before) else { continue }
      let new = counted[index] & ~before
      use(index, new, 1)
      out[person] = before | new
      profiles.path[depth] = Int32(index)
      fill(
        person, position + 1, value + afterShared[index], left - profiles.scarceAmount[index],
        depth + 1)
      out[person] = before
      use(index, new, -1)
    }
  }
}
