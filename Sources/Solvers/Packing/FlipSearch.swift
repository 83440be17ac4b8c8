/// What a home with one limit would be worth at most if one part were decided against its best choice, for every
/// part at once.
///
/// Exactly, from the knapsacks of the items before each and of those after it (forward and backward programmes, as
/// Posta, Ferland and Michelon 2012 fix variables); by worth alone where they are too large.
struct FlipSearch: ~Copyable {
  typealias State = BlockSearch.State

  /// Entries of one programme at most.
  private static let largestTable = 1 << 16

  private let tables: PackingTables
  /// By part, of the home asked about last.
  let most: Table<Int>
  private let item: Table<Int32>
  private var count = 0
  private var room = 0
  /// The most of the items before one, and of those from one on, by room.
  private let before: Table<Int>
  private let after: Table<Int>

  init(_ tables: PackingTables) {
    self.tables = tables
    most = Table(unfilled: tables.partCount)
    item = Table(unfilled: tables.mostParts)
    var widest = 1
    for limit in 0..<tables.capacity.count {
      widest = max(widest, min(Self.largestTable, Int(tables.capacity[limit]) + 1))
    }
    let entries = min(Self.largestTable, (tables.mostParts + 1) * widest)
    before = Table(unfilled: entries)
    after = Table(unfilled: entries)
  }

  /// - Parameters:
  ///   - found: the most of the home as it is, which is possible.
  ///   - isChosen: parts of a choice that is worth it.
  mutating func ask(
    ofHome home: Int, found: Int, worth: borrowing Table<Int>, state: borrowing Table<UInt8>,
    isChosen: borrowing Table<Bool>
  ) {
    for part in tables.parts(home) where state[part] == State.free {
      most[part] = isChosen[part] ? found : found + min(0, worth[part])
    }
    room = Int(tables.capacity[tables.limitStart[home]])
    var fixed = 0
    for part in tables.parts(home) where state[part] == State.taken {
      room -= tables.onlyAmount(part)
      fixed += worth[part]
    }
    guard room >= 0 else { return }
    listItems(home, worth, state)
    guard (count + 1) * (room + 1) <= before.count else { return }
    fill(worth)
    for part in tables.parts(home) where state[part] == State.free && worth[part] <= 0 {
      let left = room - tables.onlyAmount(part)
      most[part] =
        left < 0 ? BlockSearch.impossible : fixed + worth[part] + before[count * (room + 1) + left]
    }
    for index in 0..<count {
      let part = Int(item[index])
      most[part] = fixed + without(index, isIn: !isChosen[part])
      if !isChosen[part] { most[part] += worth[part] }
    }
  }

  /// Parts of worth that could be taken; those that do not fit cannot be decided otherwise.
  private mutating func listItems(
    _ home: Int, _ worth: borrowing Table<Int>, _ state: borrowing Table<UInt8>
  ) {
    count = 0
    for part in tables.parts(home) where state[part] == State.free && worth[part] > 0 {
      if tables.onlyAmount(part) <= room {
        item[count] = Int32(part)
        count += 1
      } else {
        most[part] = BlockSearch.impossible
      }
    }
  }

  /// What the other items are worth at most, beside an item or without it.
  private func without(_ index: Int, isIn: Bool) -> Int {
    let left = isIn ? room - tables.onlyAmount(Int(item[index])) : room
    let (first, last) = (index * (room + 1), (index + 1) * (room + 1) + left)
    var best = 0
    for used in 0...left { best = max(best, before[first + used] + after[last - used]) }
    return best
  }

  private func fill(_ worth: borrowing Table<Int>) {
    let width = room + 1
    for used in 0..<width {
      before[used] = 0
      after[count * width + used] = 0
    }
    for index in 0..<count { add(index, before, index * width, (index + 1) * width, worth) }
    for index in stride(from: count - 1, through: 0, by: -1) {
      add(index, after, (index + 1) * width, index * width, worth)
    }
  }

  /// One item more: the most by room, written to `to`, with it or as it was at `from`.
  private func add(
    _ index: Int, _ most: borrowing Table<Int>, _ from: Int, _ to: Int,
    _ worth: borrowing Table<Int>
  ) {
    let part = Int(item[index])
    let (gain, size) = (worth[part], tables.onlyAmount(part))
    for used in 0..<size { most[to + used] = most[from + used] }
    for used in size...room {
      most[to + used] = max(most[from + used], most[from + used - size] + gain)
    }
  }
}
