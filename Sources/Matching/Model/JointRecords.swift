import Domain

/// What a part is, in few bytes; `JointModel.meaning(ofPart:)` says it in words of the domain.
struct PartRecord: Sendable {
  enum Kind: UInt8, Sendable { case placement, supervising, cover }

  var kind: Kind
  var need: Int32
  var person: Int32
  /// Placements: the pair. Supervising: the first. Covers: the person whose post it is.
  var of: Int32
  /// Supervising: the supervisor's designation. Covers: the cover in the findings, or the complement of the
  /// exchange's place in them.
  var with: Int32 = -1
  /// Covers: how many posts up the chain, from 1.
  var level: UInt8 = 0
  var isExchange = false
  var isPinned = false
  var mustFill = false
  var value: Int32 = 0
  /// The need's row, for a placement.
  var fills: Int32 = -1
  /// The row of what it asks for and of what it provides; -1 when none.
  var asks: Int32 = -1
  var provides: Int32 = -1
}

/// What a row is.
enum RowRecord: Hashable, Sendable {
  case need(Int32)
  case supervising(first: Int32)
  case cover(need: Int32, insteadOf: Int32, level: UInt8)
}

/// What a limit is, in few bytes.
struct LimitRecord: Hashable, Sendable {
  enum Kind: UInt8, Sendable {
    case days, allowance, load, time, oneThing, homeDays, peopleOut
  }

  var kind: Kind
  /// A person; of a home's limits, a place.
  var whose: Int32
  /// Days: a designation or -1. One thing: a need. A home's: a part of the calendar. Time: the first day.
  var of: Int32 = -1
  /// Days, allowance: the school year's first day. Time: the last day.
  var until: Int32 = -1
  var capacity: Int32 = 0
}
