import Testing

@testable import Checking

/// Bounds on what several people win, against trying everything.
@Suite struct ProfileChoiceTests {
  @Test(arguments: 0..<20)
  func `a bound with exact counts is never below the most`(batch: Int) {
    for seed in UInt64(batch) * 100..<UInt64(batch + 1) * 100 {
      let home = Home(seed: seed)
      let most = home.most
      for mostWork in [0, 1, 1 << 10, 1 << 20] {
        #expect(home.bound(mostWork: mostWork) >= most, "seed \(seed)")
        #expect(home.bound(known: most, mostWork: mostWork) >= most, "seed \(seed)")
        for hint in [0, 5, 1 << 33] {
          let hints = home.limits.map { _ in hint }
          #expect(home.bound(hints: hints, mostWork: mostWork) >= most, "seed \(seed)")
        }
      }
    }
  }

  @Test func `the homes have what they should have`() {
    let homes = (0..<400).map { Home(seed: $0) }
    #expect(homes.contains { $0.limits.contains { $0.charge > 0 } })
    #expect(homes.contains { $0.counted.contains { $0 != 0 } })
    #expect(homes.count { $0.profiles(mostWork: 1 << 20).limits.count > 1 } > 30)
    #expect(homes.count { $0.bound(mostWork: 1 << 20) == $0.most } > 150)
  }

  /// Everybody is out in two of three half-terms, so that whoever goes leaves nobody else two. Prices see a third of
  /// each half-term's room left over: at 3 each nobody wins anything, and the room is worth 9.
  @Test func `who is out at once is exact where prices are not`() {
    let out = ExactChoice.Limit(left: 1, countsPeople: true, charge: 0)
    for people in 2...5 {
      let own = (0..<people).map { _ in ExactChoice.Limit(left: 1, countsPeople: false, charge: 0) }
      let items = (0..<people).flatMap { person in
        [[0, 1], [1, 2], [2, 0]].map { halfTerms in
          ExactChoice.Item(
            person: Int32(person), worth: 6,
            uses: (halfTerms + [3 + person]).map { .init(limit: $0, amount: 1) })
        }
      }
      let home = Home(limits: [out, out, out] + own, items: items)
      #expect(home.most == 6)
      #expect(home.bound(mostWork: 1 << 20) == 6)
      #expect(home.boundByPrices >= 9)
    }
  }

  @Test func `the largest worths and rooms do not overflow`() {
    let limits = [
      ExactChoice.Limit(left: 1, countsPeople: true, charge: 1 << 40),
      ExactChoice.Limit(left: 1 << 31, countsPeople: false, charge: 0),
      ExactChoice.Limit(left: 1 << 31, countsPeople: false, charge: 0),
    ]
    let items = (0..<8).map { item in
      ExactChoice.Item(
        person: Int32(item / 2), worth: 1 << 37,
        uses: [
          .init(limit: 0, amount: 1), .init(limit: 1, amount: 1 << 31),
          .init(limit: 2, amount: item + 1),
        ])
    }
    #expect(Home(limits: limits, items: items).bound(mostWork: 1 << 20) >= 0)
  }
}

/// A few people and what they compete for.
private struct Home {
  var limits: [ExactChoice.Limit]
  /// By person.
  var items: [ExactChoice.Item]
  /// By person: the limits that count them already.
  var counted: [UInt64] = Array(repeating: 0, count: 8)

  init(limits: [ExactChoice.Limit], items: [ExactChoice.Item]) {
    (self.limits, self.items) = (limits, items)
  }

  init(seed: UInt64) {
    var dice = Dice(seed: seed)
    let kinds = dice.int(2...6)
    limits = (0..<kinds).map { _ in
      let countsPeople = dice.chance(60)
      return ExactChoice.Limit(
        left: dice.int(0...(countsPeople ? 2 : 15)), countsPeople: countsPeople,
        charge: countsPeople && dice.chance(30) ? dice.int(0...30) : 0)
    }
    let people = (0..<dice.int(2...11)).map { _ in Int32(dice.int(0...3)) }.sorted()
    items = people.map { person in
      ExactChoice.Item(
        person: person, worth: dice.int(1...60),
        uses: (0..<kinds).filter { _ in dice.chance(40) }.map {
          ExactChoice.Use(limit: $0, amount: dice.int(1...9))
        })
    }
    for person in 0...3 where dice.chance(40) { counted[person] = UInt64(dice.int(0...63)) }
  }

  private var people: PeopleChoice {
    PeopleChoice(
      limits, items, countedBefore: items.map { counted[Int($0.person)] },
      ends: items.indices.filter {
        $0 + 1 == items.count || items[$0 + 1].person != items[$0].person
      }.map { $0 + 1 },
      prices: Relaxation(limits, items).wholePrices)
  }

  func profiles(mostWork: Int) -> ProfileChoice.Profiles {
    ProfileChoice(people, mostWork: mostWork).profiles
  }

  func bound(known: Int = 0, hints: [Int]? = nil, mostWork: Int) -> Int {
    var choice = ProfileChoice(people, from: hints, mostWork: mostWork)
    return choice.bound(known: known)
  }

  /// With every shared limit priced.
  var boundByPrices: Int {
    var people = people
    people.ownChoices = 1 << 10
    return people.lowerPrices()
  }

  var most: Int { ExactChoice.mostByTryingAll(limits, items, counted) }
}
