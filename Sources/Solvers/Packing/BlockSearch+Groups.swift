extension BlockSearch {
  func root(_ limit: Int) -> Int {
    var limit = limit
    while Int(parent[limit]) != limit { limit = Int(parent[limit]) }
    return limit
  }

  /// Takes items that meet no binding limit and solves the others group by group.
  mutating func solveGroups(
    _ first: Int, _ limits: Int, _ taken: Int, _ worth: borrowing Table<Int>
  ) -> Int {
    for limit in 0..<limits { parent[limit] = Int32(limit) }
    var sum = 0
    var kept = 0
    for position in 0..<itemCount {
      let part = Int(item[position])
      var met = -1
      for index in tables.uses(part) {
        let limit = Int(tables.use[index].limit) - first
        guard isBinding[limit] else { continue }
        if met >= 0 { parent[root(limit)] = Int32(root(met)) }
        met = limit
      }
      if met < 0 {
        sum += worth[part]
        pick(part)
      } else {
        item[kept] = item[position]
        kept += 1
      }
    }
    itemCount = kept
    for limit in 0..<limits where isBinding[limit] && Int(parent[limit]) == limit {
      sum += solveGroup(limit, first, limits, taken, worth)
    }
    return sum
  }

  private mutating func solveGroup(
    _ group: Int, _ first: Int, _ limits: Int, _ taken: Int, _ worth: borrowing Table<Int>
  ) -> Int {
    var members = 0
    for limit in 0..<limits where isBinding[limit] && root(limit) == group { members += 1 }
    let isKnapsack = members == 1 && !tables.countsPeople[first + group]
    if isKnapsack {
      knapsack.begin(room: room[group])
    } else {
      groups.begin()
      // Those that count people first: their places are bits.
      for isCounting in [true, false] {
        for limit in 0..<limits where isBinding[limit] && root(limit) == group {
          guard tables.countsPeople[first + limit] == isCounting else { continue }
          groups.add(limit: first + limit, room: room[limit])
        }
      }
    }
    addMembers(of: group, first, taken, worth, isKnapsack: isKnapsack)
    let most = isKnapsack ? knapsack.solve() : groups.solve()
    if isKnapsack { groups.limitPrice[first + group] = knapsack.price }
    if !isKnapsack, !groups.isExact { isExact = false }
    if groups.isForFlips { noteFlips(group, first, most, worth, isKnapsack: isKnapsack) }
    let count = isKnapsack ? knapsack.chosenCount : groups.chosenCount
    for position in 0..<count {
      pick(Int(isKnapsack ? knapsack.chosen[position] : groups.chosen[position]))
    }
    return most
  }

  /// Hands a group's search the items that meet one of its limits.
  private mutating func addMembers(
    of group: Int, _ first: Int, _ taken: Int, _ worth: borrowing Table<Int>, isKnapsack: Bool
  ) {
    for position in 0..<itemCount {
      let part = Int(item[position])
      var isMember = false
      for index in tables.uses(part) {
        let limit = Int(tables.use[index].limit) - first
        guard isBinding[limit], root(limit) == group else { continue }
        let amount = Int(tables.use[index].amount)
        if isKnapsack {
          knapsack.add(part, worth[part], amount)
        } else {
          if !isMember { groups.add(part: part, worth: worth[part]) }
          let isFree =
            tables.countsPeople[first + limit]
            && isOut(tables.person[part], first + limit, taken)
          if !isFree { groups.addUse(of: first + limit, amount: amount) }
        }
        isMember = true
      }
    }
  }
}
