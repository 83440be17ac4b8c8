extension ProfileChoice {
  /// The counting limits that are kept exactly, and what is left of them.
  struct Profiles {
    private static let mostLimits = 6
    private static let mostStates = 1 << 12

    /// Positions of limits, a profile's bits in their order.
    private(set) var limits: [Int] = []
    /// What is left of each limit in every combination; the last state has everything left.
    private(set) var states = 1
    /// By profile: what a person who keeps to it takes from the state, and pays.
    private(set) var taken = [0]
    private(set) var charge = [0]
    /// By state: the limits of which something is left, a bit each.
    private(set) var open = [0]

    /// Takes the limits that people want most in proportion to their room, as long as states are few and
    /// finding what everybody wins once takes no more than some work.
    init(_ choice: PeopleChoice, mostWork: Int) {
      var wanted = choice.limits.map { _ in 0 }
      for person in choice.ends.indices {
        var counted = choice.counted[person]
        for use in choice.items[choice.range(person)].lazy.flatMap(\.uses)
        where choice.limits[use.limit].countsPeople && counted & (1 << UInt64(use.limit)) == 0 {
          counted |= 1 << UInt64(use.limit)
          wanted[use.limit] += 1
        }
      }
      let left = choice.limits.map(\.left)
      let scarce = wanted.indices.filter { left[$0] > 0 && wanted[$0] > left[$0] }
        .sorted { (wanted[$0] * left[$1], $1) > (wanted[$1] * left[$0], $0) }
      for limit in scarce where limits.count < Self.mostLimits {
        let states = states * (min(left[limit], Self.mostStates) + 1)
        let work = max(states * choice.ends.count, choice.items.count * Person.mostRoom)
        if states <= Self.mostStates, 2 * taken.count * work <= mostWork {
          add(limit, choice.limits[limit])
        }
      }
    }

    private mutating func add(_ limit: Int, _ kind: ExactChoice.Limit) {
      let bit = 1 << limits.count
      limits.append(limit)
      taken += taken.map { $0 + states }
      charge += charge.map { $0 + kind.charge }
      open += (0..<kind.left).flatMap { _ in open.map { $0 | bit } }
      states *= kind.left + 1
    }
  }

  /// A person's parts that fit by themselves.
  struct Person {
    /// No knapsack has more room; larger ones are rounded.
    static let mostRoom = 64

    struct Part {
      var item: Int
      /// The counting limits it needs beyond those that count the person already.
      var profile: Int
      /// Of the knapsack's room.
      var amount: Int
    }

    private(set) var parts: [Part] = []
    /// Of the limit that the person is shortest of, as a knapsack.
    private(set) var room = 0

    init(_ choice: PeopleChoice, _ person: Int, _ profiles: Profiles) {
      for item in choice.range(person) where choice.fits(item, choice.counted[person]) {
        var profile = 0
        for (bit, limit) in profiles.limits.enumerated()
        where choice.counted[person] & (1 << UInt64(limit)) == 0 {
          if choice.items[item].uses.contains(where: { $0.limit == limit }) { profile |= 1 << bit }
        }
        parts.append(Part(item: item, profile: profile, amount: 0))
      }
      fillKnapsack(choice)
    }

    /// Amounts of the person's scarcest own limit in steps, rounded down: what keeps to the limit keeps to
    /// the knapsack.
    private mutating func fillKnapsack(_ choice: PeopleChoice) {
      var wanted = choice.limits.map { _ in 0 }
      for use in parts.lazy.flatMap({ choice.items[$0.item].uses }) {
        wanted[use.limit] += use.amount
      }
      let left = choice.limits.map(\.left)
      let scarce = wanted.indices.filter {
        !choice.limits[$0].countsPeople && wanted[$0] > left[$0]
      }
      let own = scarce.filter { !choice.isShared[$0] }
      guard
        let limit = (own.isEmpty ? scarce : own).max(by: {
          (Double(wanted[$0]) / Double(left[$0] + 1), $1)
            < (Double(wanted[$1]) / Double(left[$1] + 1), $0)
        })
      else { return }
      for part in parts.indices {
        parts[part].amount =
          choice.items[parts[part].item].uses.first { $0.limit == limit }?.amount ?? 0
      }
      let unit = parts.reduce(0) { Self.commonDivisor($0, $1.amount) }
      let step = unit * (left[limit] / unit / (Self.mostRoom + 1) + 1)
      room = left[limit] / step
      for part in parts.indices { parts[part].amount /= step }
    }

    private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
      var (one, other) = (one, other)
      while other != 0 { (one, other) = (other, one % other) }
      return one
    }
  }

  /// What a person wins within each profile that wins more than all that it contains.
  mutating func wins(of person: Person) -> [Win] {
    var parts = person.parts.map { part in
      OwnMost.Part(
        item: part.item, profile: part.profile, amount: part.amount,
        worth: own.worth(of: part.item, at: prices))
    }
    parts.removeAll { $0.worth <= 0 }
    parts.sort { ($0.worth * $1.amount, $1.item) > ($1.worth * $0.amount, $0.item) }
    var most = [Int](repeating: 0, count: profiles.taken.count)
    var wins = [Win(profile: 0, worth: 0, items: [])]
    for profile in profiles.taken.indices {
      let within = parts.filter { $0.profile & ~profile == 0 }
      for bit in profiles.limits.indices where profile & (1 << bit) != 0 {
        most[profile] = max(most[profile], most[profile & ~(1 << bit)])
      }
      guard within.reduce(0, { $0 | $1.profile }) == profile else { continue }
      let worth = own.most(of: within, room: person.room) - profiles.charge[profile]
      guard worth > most[profile] else { continue }
      most[profile] = worth
      wins.append(Win(profile: profile, worth: worth, items: own.best))
    }
    return wins
  }
}
