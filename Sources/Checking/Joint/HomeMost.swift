import Domain

/// What is known of a part in a branch of a proof.
enum Fate: UInt8 {
  case open
  /// Struck out, or decided against.
  case out
  /// Pinned, settled, or decided for.
  case chosen
}

/// The most that parts of one home within its limits are worth; for a split home, person by person.
///
/// It is exact but for homes where that would take too much work: these are bounded.
struct HomeMost {
  enum Outcome: Equatable {
    case worth(Int)
    /// What is decided for passes a limit: there is no such plan.
    case noPlan
  }

  private struct Item {
    var part: Int
    var person: Int32
    var worth: Int
  }

  let priced: PricedParts
  /// Open parts worth more than 0, and chosen ones, of the home at hand.
  private var items: [Item] = []
  private var chosen: [Item] = []
  /// What the chosen parts leave of each limit of the home at hand.
  private var left: [Int] = []
  private var demand: [Int] = []
  private var counted: [Int32] = []
  /// What the chosen parts of the home or person at hand are worth.
  private(set) var base = 0

  init(_ priced: PricedParts) { self.priced = priced }

  /// - Complexity: linear in the home's parts and their uses and links where its limits do not compete.
  mutating func most(ofHome home: Int, _ fates: [Fate]) throws(Objection) -> Outcome {
    let isSplit = priced.isSplit(home)
    try gather(home, isSplit, fates)
    guard isSplit else { return most(home, isSplit, items[...], chosen[...]) }
    items.sort { ($0.person, $0.part) < ($1.person, $1.part) }
    var sum = 0
    var (item, decided) = (0, 0)
    while item < items.count || decided < chosen.count {
      let person = min(
        item < items.count ? items[item].person : .max,
        decided < chosen.count ? chosen[decided].person : .max)
      let (firstItem, firstDecided) = (item, decided)
      while item < items.count, items[item].person == person { item += 1 }
      while decided < chosen.count, chosen[decided].person == person { decided += 1 }
      let own = most(home, isSplit, items[firstItem..<item], chosen[firstDecided..<decided])
      guard case .worth(let worth) = own else { return own }
      sum += worth
    }
    return .worth(sum)
  }

  private mutating func gather(
    _ home: Int, _ isSplit: Bool, _ fates: [Fate]
  ) throws(Objection) {
    items.removeAll(keepingCapacity: true)
    chosen.removeAll(keepingCapacity: true)
    for part in priced.problem.parts(ofHome: home) where fates[part] != .out {
      let worth = try priced.worth(part, isSplit: isSplit)
      let person = priced.problem.person[part]
      if fates[part] == .chosen {
        chosen.append(Item(part: part, person: person, worth: worth))
      } else if worth > 0 {
        items.append(Item(part: part, person: person, worth: worth))
      }
    }
    chosen.sort { ($0.person, $0.part) < ($1.person, $1.part) }
  }

  /// The most of a block: a home, or a person of a split one.
  private mutating func most(
    _ home: Int, _ isSplit: Bool, _ items: ArraySlice<Item>, _ chosen: ArraySlice<Item>
  ) -> Outcome {
    let first = Int(priced.problem.limitStart[home])
    guard take(chosen, home, isSplit) else { return .noPlan }
    var sum = base
    var fitting: [Item] = []
    for item in items where fits(item.part, item.person, first, chosen) {
      sum += item.worth
      fitting.append(item)
      for use in priced.problem.uses(ofPart: item.part) {
        demand[Int(use.limit) - first] +=
          priced.problem.limits[Int(use.limit)].countsPeople ? 1 : Int(use.amount)
      }
    }
    let tight = demand.indices.filter {
      demand[$0] > left[$0]
        || (demand[$0] > 0 && priced.charge(first + $0, isSplit: isSplit) > 0)
    }
    // Those that count people first: their positions are bits.
    let competing =
      tight.filter { priced.problem.limits[first + $0].countsPeople }
      + tight.filter { !priced.problem.limits[first + $0].countsPeople }
    if competing.isEmpty { return .worth(sum) }
    return .worth(base + together(fitting, chosen, competing, first, isSplit))
  }

  /// Takes the chosen parts from the limits; false when they pass one.
  private mutating func take(_ chosen: ArraySlice<Item>, _ home: Int, _ isSplit: Bool) -> Bool {
    let limits = priced.problem.limits(ofHome: home)
    left.removeAll(keepingCapacity: true)
    demand.removeAll(keepingCapacity: true)
    counted.removeAll(keepingCapacity: true)
    for limit in limits {
      let isKept = !priced.isPriced(limit, isSplit: isSplit)
      left.append(isKept ? Int(priced.problem.limits[limit].capacity) : 1 << 60)
      demand.append(0)
      counted.append(-1)
    }
    base = 0
    for item in chosen {
      base += item.worth
      for use in priced.problem.uses(ofPart: item.part) {
        let limit = Int(use.limit) - limits.lowerBound
        if !priced.problem.limits[Int(use.limit)].countsPeople {
          left[limit] -= Int(use.amount)
        } else if counted[limit] != item.person {
          counted[limit] = item.person
          left[limit] -= 1
          base -= priced.charge(Int(use.limit), isSplit: isSplit)
        }
      }
    }
    return left.allSatisfy { $0 >= 0 }
  }

  /// Whether a part fits in beside the chosen ones alone.
  private func fits(
    _ part: Int, _ person: Int32, _ first: Int, _ chosen: ArraySlice<Item>
  ) -> Bool {
    for use in priced.problem.uses(ofPart: part) {
      let left = left[Int(use.limit) - first]
      if !priced.problem.limits[Int(use.limit)].countsPeople {
        if left < use.amount { return false }
      } else if left < 1, !isCounted(person, use.limit, chosen) {
        return false
      }
    }
    return true
  }

  /// Whether a chosen part of the person uses the limit.
  private func isCounted(_ person: Int32, _ limit: Int32, _ chosen: ArraySlice<Item>) -> Bool {
    chosen.contains {
      $0.person == person
        && priced.problem.uses(ofPart: $0.part).contains { $0.limit == limit }
    }
  }

  /// What items that meet competing limits are worth together.
  private func together(
    _ fitting: [Item], _ chosen: ArraySlice<Item>, _ competing: [Int], _ first: Int,
    _ isSplit: Bool
  ) -> Int {
    var position = [Int](repeating: -1, count: left.count)
    for (index, limit) in competing.enumerated() { position[limit] = index }
    let limits = competing.map {
      ExactChoice.Limit(
        left: left[$0], countsPeople: priced.problem.limits[first + $0].countsPeople,
        charge: priced.charge(first + $0, isSplit: isSplit))
    }
    let items = fitting.map { item in
      ExactChoice.Item(
        person: item.person, worth: item.worth,
        uses: priced.problem.uses(ofPart: item.part).compactMap {
          let limit = position[Int($0.limit) - first]
          return limit < 0 ? nil : ExactChoice.Use(limit: limit, amount: Int($0.amount))
        })
    }
    guard limits.count <= ExactChoice.mostLimits,
      limits.count(where: \.countsPeople) <= ExactChoice.mostCounting
    else {
      return Relaxation(limits, items).most(of: items.indices, left: limits.map(\.left)[...])
    }
    let mostWork = ExactChoice.mostWork(
      homes: priced.problem.homes.count, limits: limits.count)
    let hints = isSplit ? [] : competing.map { priced.price(ofLimit: first + $0) }
    var choice = ExactChoice(limits: limits, items: items, mostWork: mostWork, hints: hints) {
      person in
      var bits: UInt64 = 0
      for (index, limit) in competing.enumerated()
      where limits[index].countsPeople && isCounted(person, Int32(first + limit), chosen) {
        bits |= 1 << UInt64(index)
      }
      return bits
    }
    return choice.most()
  }
}

extension HomeMost {
  /// Whether a part fits in beside the home's chosen ones alone; after `most` of an unsplit home.
  func fits(_ part: Int, home: Int) -> Bool {
    fits(
      part, priced.problem.person[part], Int(priced.problem.limitStart[home]), chosen[...])
  }
}
