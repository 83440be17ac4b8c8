/// People's *profiles*: the limits that count people in which each may be counted.
///
/// Days that several people share have a price (Lagrangian decomposition: Guignard and Kim 1987,
/// doi:10.1007/BF02592954). Who is counted where is kept to the limits exactly, by a dynamic programme over what is
/// left of them whose steps are people. At a price for being counted a home that may spare one person at a time
/// would be shared out in halves. Limits that one person has alone need no price: what each wins is found within
/// them (`most(ofPerson:within:)`).
extension GroupSearch {
  /// Prices move towards a bound that is lower by no more than this part of it: the choice at hand may be poor.
  private static let leastAim = 32
  /// How much of the direction is of earlier choices (the volume algorithm: Barahona and Anbil 2000,
  /// doi:10.1007/s101070050002), and what is left of a step that led to no lower bound.
  private static let memory = 0.62
  private static let shortening = 0.84

  /// Moves the prices of what people share, and keeps the best choice that fits.
  ///
  /// - Returns: the least bound found.
  mutating func lowerProfiles() -> Int {
    beginProfiles()
    for place in 0..<limitCount { sharedPrice[place] = isPricedDays(place) ? price[place] : 0 }
    var least = Int.max
    var scale = 1.0
    for round in 0..<steps {
      let bound = mostOfProfiles()
      chooseProfiles()
      keepBestThatFit()
      noteExcess(isFirst: round == 0)
      if bound < least {
        least = bound
        for place in 0..<limitCount { bestShared[place] = sharedPrice[place] }
      } else {
        scale *= Self.shortening
        for place in 0..<limitCount { sharedPrice[place] = bestShared[place] }
      }
      let lacking = min(bound - best, bound / Self.leastAim)
      guard least > best, lacking > 0, moveProfilePrices(scale * Double(lacking)) else { break }
    }
    for place in 0..<limitCount where isPricedDays(place) {
      limitPrice[limit[place]] = bestShared[place]
    }
    return least
  }

  @inline(__always)
  private func isPricedDays(_ place: Int) -> Bool {
    owner[place] == Self.shared && !isCounting[place]
  }

  /// How far the choice passes each priced limit, in shares of its room, as a mean of all choices so far.
  private func noteExcess(isFirst: Bool) {
    for place in 0..<limitCount { slack[place] = room[place] }
    for index in 0..<count where isBest[index] {
      for use in uses(index) { slack[self.use[use].limit] -= Int(self.use[use].amount) }
    }
    for place in 0..<limitCount where isPricedDays(place) {
      let excess = -Double(slack[place]) / Double(max(1, room[place]))
      profiles.excess[place] =
        isFirst ? excess : Self.memory * profiles.excess[place] + (1 - Self.memory) * excess
    }
  }

  /// - Returns: false where no price is to be moved.
  private func moveProfilePrices(_ lacking: Double) -> Bool {
    var square = 0.0
    for place in 0..<limitCount where isPricedDays(place) {
      let excess = profiles.excess[place]
      if excess > 0 || sharedPrice[place] > 0 { square += excess * excess }
    }
    guard square > 0 else { return false }
    for place in 0..<limitCount where isPricedDays(place) {
      let width = max(1, room[place])
      let moved =
        Double(sharedPrice[place]) + lacking / square * profiles.excess[place] / Double(width)
      // More than everything is worth would be asked in vain.
      sharedPrice[place] = Int(max(0, min(Double(profiles.worth / width), moved)).rounded(.down))
    }
    return true
  }

  private mutating func beginProfiles() {
    profiles.width = 0
    profiles.stateCount = 1
    for place in 0..<limitCount where isCounting[place] && owner[place] == Self.shared {
      let states = profiles.stateCount * (room[place] + 1)
      guard profiles.width < ProfileTables.mostPlaces, states <= ProfileTables.mostStates
      else { continue }
      profiles.place[profiles.width] = place
      profiles.stride[profiles.width] = profiles.stateCount
      profiles.width += 1
      profiles.stateCount = states
    }
    profiles.reserve(people: personCount)
    for profile in 0..<1 << profiles.width {
      profiles.fall[profile] = 0
      for bit in 0..<profiles.width where profile >> bit & 1 == 1 {
        profiles.fall[profile] += profiles.stride[bit]
      }
    }
    for state in 0..<profiles.stateCount {
      profiles.open[state] = 0
      for bit in 0..<profiles.width
      where state / profiles.stride[bit] % (room[profiles.place[bit]] + 1) > 0 {
        profiles.open[state] |= 1 << UInt8(bit)
      }
    }
    profiles.worth = 0
    for index in 0..<count {
      profiles.worth += worth[index]
      profiles.profile[index] = 0
      for bit in 0..<profiles.width
      where counted[index] >> UInt64(profiles.place[bit]) & 1 == 1 {
        profiles.profile[index] |= 1 << UInt8(bit)
      }
    }
    findScarce()
  }

  /// The limit each person alone has that their items ask for most of, by its room.
  private func findScarce() {
    for place in 0..<limitCount { slack[place] = 0 }
    for index in 0..<count {
      for use in uses(index) { slack[self.use[use].limit] += Int(self.use[use].amount) }
    }
    for person in 0..<personCount { profiles.scarce[person] = -1 }
    for place in 0..<limitCount where owner[place] >= 0 && !isCounting[place] {
      let before = profiles.scarce[Int(owner[place])]
      guard room[place] <= Self.mostScarceRoom, slack[place] > room[place],
        before < 0
          || slack[place] * max(1, room[before]) > slack[before] * max(1, room[place])
      else { continue }
      profiles.scarce[Int(owner[place])] = place
    }
    for index in 0..<count {
      profiles.scarceAmount[index] = 0
      let scarce = profiles.scarce[Int(personOf[index])]
      for use in uses(index) where Int(self.use[use].limit) == scarce {
        profiles.scarceAmount[index] = Int(self.use[use].amount)
      }
    }
  }

  /// Tables by what is left of a limit grow with its room.
  private static let mostScarceRoom = 256

  /// The bound at the prices.
  private mutating func mostOfProfiles() -> Int {
    var bound = 0
    for place in 0..<limitCount where isPricedDays(place) {
      bound += sharedPrice[place] * room[place]
    }
    setAfterShared()
    for state in 0..<profiles.stateCount {
      profiles.later[personCount * profiles.stateCount + state] = 0
    }
    for person in (0..<personCount).reversed() {
      findWins(person)
      shareStates(person)
    }
    return bound + profiles.later[profiles.stateCount - 1]
  }

  /// What a person wins at most with each profile.
  private mutating func findWins(_ person: Int) {
    for profile in 0..<1 << profiles.width {
      var used: UInt8 = 0
      for index in items(ofPerson: person)
      where afterShared[index] > 0 && profiles.profile[index] & ~UInt8(profile) == 0 {
        used |= profiles.profile[index]
      }
      let first = person << profiles.width
      let win =
        Int(used) == profile
        ? most(ofPerson: person, within: used) : profiles.win[first + Int(used)]
      profiles.win[first + profile] = win
    }
  }

  /// What the person and those after them win at most by what is left of the limits that count people.
  private func shareStates(_ person: Int) {
    let first = person << profiles.width
    let here = person * profiles.stateCount
    let after = here + profiles.stateCount
    for state in 0..<profiles.stateCount {
      profiles.later[here + state] = profiles.win[first] + profiles.later[after + state]
      profiles.chosen[here + state] = 0
    }
    for profile in 1..<1 << profiles.width where isUseful(profile, first) {
      let (win, fall) = (profiles.win[first + profile], profiles.fall[profile])
      for state in fall..<max(fall, profiles.stateCount)
      where UInt8(profile) & ~profiles.open[state] == 0 {
        let worth = win + profiles.later[after + state - fall]
        if worth > profiles.later[here + state] {
          profiles.later[here + state] = worth
          profiles.chosen[here + state] = UInt8(profile)
        }
      }
    }
  }

  /// Whether a profile wins more than any with one limit less.
  private func isUseful(_ profile: Int, _ first: Int) -> Bool {
    for bit in 0..<profiles.width where profile >> bit & 1 == 1 {
      if profiles.win[first + profile ^ (1 << bit)] >= profiles.win[first + profile] {
        return false
      }
    }
    return true
  }

  /// `isBest` becomes what everybody takes in the choice that is worth the bound, as far as each by themselves can.
  private mutating func chooseProfiles() {
    var state = profiles.stateCount - 1
    for index in 0..<count { isBest[index] = false }
    for person in 0..<personCount {
      let profile = profiles.chosen[person * profiles.stateCount + state]
      _ = most(ofPerson: person, within: profile)
      for position in 0..<profiles.bestCount { isBest[profiles.bestPath[position]] = true }
      state -= profiles.fall[Int(profile)]
    }
    setAfter()
  }
}
