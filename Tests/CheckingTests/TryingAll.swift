@testable import Checking

extension ExactChoice {
  /// What parts of a few people are worth together at most, by trying every choice.
  ///
  /// - Parameter counted: by person, the limits that count them already.
  static func mostByTryingAll(
    _ limits: [Limit], _ items: [Item], _ counted: [UInt64]
  ) -> Int {
    (0..<(1 << items.count)).compactMap { set -> Int? in
      let chosen = items.indices.filter { set & (1 << $0) != 0 }.map { items[$0] }
      var worth = chosen.reduce(0) { $0 + $1.worth }
      for (index, limit) in limits.enumerated() {
        let using = chosen.filter { $0.uses.contains { $0.limit == index } }
        if limit.countsPeople {
          let people = Set(using.map(\.person)).filter { counted[Int($0)] & (1 << index) == 0 }
          if people.count > limit.left { return nil }
          worth -= people.count * limit.charge
        } else {
          let amount = using.reduce(0) { sum, item in
            sum + item.uses.reduce(0) { $0 + ($1.limit == index ? $1.amount : 0) }
          }
          if amount > limit.left { return nil }
        }
      }
      return worth
    }.max() ?? 0
  }
}
