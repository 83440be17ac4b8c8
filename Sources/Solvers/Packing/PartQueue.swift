/// Parts waiting to be added, in the order of their worth.
///
/// Bucket sort: parts of about the same worth come together first, then insertion puts them in order. For some hundred
/// parts in time linear in them, unless most are of one bucket.
final class PartQueue {
  private struct Waiting: BitwiseCopyable {
    let worth: Int
    let part: Int32

    static func precedes(_ a: Waiting, _ b: Waiting) -> Bool {
      a.worth == b.worth ? a.part < b.part : a.worth > b.worth
    }
  }

  private static let buckets = 256

  private let waiting: Table<Waiting>
  private let ordered: Table<Waiting>
  private let end: Table<Int>
  private let shift: Int
  private let top: Int
  private var count = 0

  /// - Parameters:
  ///   - most: parts at most.
  ///   - lowest: about what the least of them are worth.
  ///   - grain: worth that makes little difference.
  init(most: Int, lowest: Int, grain: Int) {
    waiting = Table(unfilled: most)
    ordered = Table(unfilled: most)
    end = Table(unfilled: Self.buckets)
    shift = Int.bitWidth - 1 - max(1, grain).leadingZeroBitCount
    top = lowest + (Self.buckets << shift)
  }

  func empty() { count = 0 }

  @inline(__always)
  func add(_ part: Int, worth: Int) {
    waiting[count] = Waiting(worth: worth, part: Int32(part))
    count += 1
  }

  /// The parts, most worth first, equal ones by number.
  func eachInOrder(_ body: (Int) -> Void) {
    for bucket in 0..<Self.buckets { end[bucket] = 0 }
    for index in 0..<count { end[bucket(waiting[index])] += 1 }
    var start = 0
    for bucket in 0..<Self.buckets {
      start += end[bucket]
      end[bucket] = start
    }
    for index in 0..<count {
      let bucket = bucket(waiting[index])
      end[bucket] -= 1
      ordered[end[bucket]] = waiting[index]
    }
    for index in 0..<count { insert(index) }
    for index in 0..<count { body(Int(ordered[index].part)) }
  }

  @inline(__always)
  private func bucket(_ waiting: Waiting) -> Int {
    min(Self.buckets - 1, max(0, (top - waiting.worth) >> shift))
  }

  private func insert(_ index: Int) {
    let next = ordered[index]
    var place = index
    while place > 0, Waiting.precedes(next, ordered[place - 1]) {
      ordered[place] = ordered[place - 1]
      place -= 1
    }
    ordered[place] = next
  }
}
