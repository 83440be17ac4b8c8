/// What several people's parts are worth together at most, counting exactly who is counted where.
///
/// A *profile* is a set of limits that count people; a person whose parts use no other such limit than
/// those of the profile *keeps* to it. What people win at most within each profile is found person by person
/// (`OwnMost`), after they have paid for amounts of limits that several of them use. A dynamic programme over what
/// is left of the counting limits then gives each person a profile, so that no limit counts more people than
/// it may. With the room paid for, any prices bound every choice; counting is a part of the problem that is
/// kept whole instead of priced (Lagrangian decomposition: Guignard and Kim 1987, doi:10.1007/BF02592954).
///
/// Counting limits that would make too many states are left out with their charges: whatever keeps to all
/// limits keeps to fewer, and wins no more for being charged.
///
/// Worths add up to 2^40 at most (`Relaxation.isPriced`) and only what wins more than it pays is looked at; a
/// priced limit's room is worth 2^52 at most, and there are 512 of them: no sum overflows.
struct ProfileChoice {
  /// Times that prices are moved, at most.
  private static let moves = 40
  /// A move of the prices aims no further below the bound than this part of it.
  private static let leastAim = 128

  /// What a person wins at most within a profile, and by which items as far as they were found.
  struct Win {
    var profile: Int
    var worth: Int
    var items: [Int]
  }

  let limits: [ExactChoice.Limit]
  let profiles: Profiles
  let people: [Person]
  var prices: LimitPrices
  var own: OwnMost
  /// What people from each on win at most by state, and the first of them by which win.
  private var later: [Int]
  private var choice: [UInt8]
  private let mostWork: Int
  /// Wins that were compared.
  private var work = 0

  /// - Parameters:
  ///   - choice: of the same people.
  ///   - hints: prices of limits to begin from; nil for those of `choice`.
  ///   - mostWork: how much of `work` to begin no other move after.
  init(_ choice: PeopleChoice, from hints: [Int]? = nil, mostWork: Int) {
    let limits = choice.limits
    self.limits = limits
    self.mostWork = mostWork
    let profiles = Profiles(choice, mostWork: mostWork * 32)
    self.profiles = profiles
    people = choice.ends.indices.map { Person(choice, $0, profiles) }
    prices = LimitPrices(
      limits, isPriced: limits.indices.map { choice.isShared[$0] && !limits[$0].countsPeople },
      highest: choice.prices.highest, from: hints ?? choice.prices.each)
    own = OwnMost(limits, choice.items)
    later = Array(repeating: 0, count: (people.count + 1) * profiles.states)
    self.choice = Array(repeating: 0, count: people.count * profiles.states)
  }

  /// A bound on every choice: the least at the prices that are tried. They move from the best so far, by a mean
  /// of how far limits are passed at all of them (the volume algorithm: Barahona and Anbil 2000,
  /// doi:10.1007/s101070050002).
  ///
  /// - Parameters:
  ///   - known: what some choice is worth: no bound needs to be less.
  mutating func bound(known: Int) -> Int {
    var (least, kept, mean) = (Int.max, prices, [Int]())
    var eagerness = 64
    for _ in 0..<Self.moves {
      let (won, used) = evaluate()
      let bound = prices.room + won
      let excess = prices.excess(used)
      mean = mean.isEmpty ? excess : zip(mean, excess).map { ($0 * 5 + $1 * 3) / 8 }
      if bound < least { (least, kept) = (bound, prices) } else { eagerness = eagerness * 27 / 32 }
      prices = kept
      guard bound > known, eagerness > 0, work + own.work < mostWork,
        prices.move(mean, lacking: min(bound - known, bound / Self.leastAim), eagerness)
      else { break }
    }
    return least
  }

  /// What everybody wins at most at the prices, and what they would use of each limit.
  private mutating func evaluate() -> (won: Int, used: [Int]) {
    let wins = people.map { self.wins(of: $0) }
    for person in people.indices.reversed() { choose(person, wins[person]) }
    var used = [Int](repeating: 0, count: limits.count)
    var state = profiles.states - 1
    for (person, wins) in wins.enumerated() {
      let win = wins[Int(choice[person * profiles.states + state])]
      state -= profiles.taken[win.profile]
      for item in win.items { own.add(item, to: &used) }
    }
    return (later[profiles.states - 1], used)
  }

  /// Gives a person the best win in each state that those after them may meet.
  private mutating func choose(_ person: Int, _ wins: [Win]) {
    work += profiles.states * wins.count
    let (here, next) = (person * profiles.states, (person + 1) * profiles.states)
    for state in 0..<profiles.states {
      var (most, best) = (Int.min, 0)
      for (index, win) in wins.enumerated() where win.profile & ~profiles.open[state] == 0 {
        let worth = win.worth + later[next + state - profiles.taken[win.profile]]
        if worth > most { (most, best) = (worth, index) }
      }
      later[here + state] = most
      choice[here + state] = UInt8(best)
    }
  }
}
