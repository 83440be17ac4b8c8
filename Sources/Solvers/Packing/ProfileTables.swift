/// What `GroupSearch+Profiles` knows of a group.
struct ProfileTables: ~Copyable {
  /// States of all limits that count people together, and such limits; those beyond keep nobody from anything.
  static let mostStates = 4_096
  static let mostPlaces = 6

  /// The limits' places, and how far the state falls where one more person is counted.
  let place = Table<Int>(unfilled: mostPlaces)
  let stride = Table<Int>(unfilled: mostPlaces)
  var width = 0
  var stateCount = 1
  /// Of all items.
  var worth = 0
  /// By profile: how far the state falls.
  let fall = Table<Int>(unfilled: 1 << mostPlaces)
  /// By state: the limits in which one more person may be counted.
  let open = Table<UInt8>(unfilled: mostStates)
  /// By item.
  let profile: Table<UInt8>
  /// By item: how much it takes of its person's scarcest limit, which `scarce` has by person; -1 for none.
  let scarceAmount: Table<Int>
  let scarce: Table<Int>
  /// By person and profile: what they win at most.
  var win = Table<Int>(unfilled: 0)
  /// By person and state: what they and later people win at most, and the person's profile then.
  var later = Table<Int>(unfilled: 0)
  var chosen = Table<UInt8>(unfilled: 0)
  /// One person's items, those that win most of the scarcest limit first; what they win from each on by what is
  /// left of it; and which are in, of the choice at hand and of the best.
  let item: Table<Int32>
  var itemCount = 0
  var rest = Table<Int>(unfilled: 0)
  var restWidth = 1
  let path: Table<Int32>
  let bestPath: Table<Int32>
  var bestCount = 0
  var best = 0
  var lastNode = 0

  /// By place: how far choices have passed a priced limit, in shares of its room.
  let excess: Table<Double>

  init(_ tables: PackingTables) {
    let parts = tables.mostParts
    excess = Table(unfilled: tables.mostLimits)
    profile = Table(unfilled: parts)
    scarceAmount = Table(unfilled: parts)
    scarce = Table(unfilled: parts)
    item = Table(unfilled: parts)
    path = Table(unfilled: parts)
    bestPath = Table(unfilled: parts)
  }

  /// Room for what is found by person.
  mutating func reserve(people: Int) {
    if win.count < people << width { win = Table(unfilled: 2 * people << width) }
    let states = (people + 1) * stateCount
    if later.count < states {
      later = Table(unfilled: 2 * states)
      chosen = Table(unfilled: 2 * states)
    }
  }
}
