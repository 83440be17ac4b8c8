/// Parts waiting to be added, in the order of their worth.
///
/// They are thrown together by about what they are worth and then put in order: of a hundred parts or two that takes a
/// third of the time of sorting them.
final class PartQueue {
  private struct Waiting: BitwiseCopyable {
    let worth: Int
    let part: Int32

    static func precedes(_ a: Waiting, _ b: Waiting) -> Bool {
      a.worth == b.worth ? a.part < b.part : a.worth > b.worth
    }
  }

  private static let heaps = 256

  private let waiting: Table<Waiting>
  private let ordered: Table<Waiting>
  private let end: Table<Int>
  private let shift: Int
  private let top: Int
  private(set) var count = 0

  /// - Parameters:
  ///   - most: parts at most.
  ///   - lowest: about what the least of them are worth.
  ///   - grain: worth that makes little difference.
  init(most: Int, lowest: Int, grain: Int) {
    waiting = Table(unfilled: most)
    ordered = Table(unfilled: most)
    end = Table(unfilled: Self.heaps)
    shift = Int.bitWidth - 1 - max(1, grain).leadingZeroBitCount
    top = lowest + Self.heaps << shift
  }

  func empty() { count = 0 }

  @inline(__always)
  func add(_ part: Int, worth: Int) {
    waiting[count] = Waiting(worth: worth, part: Int32(part))
    count += 1
  }

  /// The parts, most worth first, equal ones by number.
  func eachInOrder(_ body: (Int) -> Void) {
    for heap in 0..<Self.heaps { end[heap] = 0 }
    for index in 0..<count { end[heap(waiting[index])] += 1 }
    var start = 0
    for heap in 0..<Self.heaps {
      start += end[heap]
      end[heap] = start
    }
    for index in 0..<count {
      let heap = heap(waiting[index])
      end[heap] -= 1
      ordered[end[heap]] = waiting[index]
    }
    for index in 0..<count { insert(index) }
    for index in 0..<count { body(Int(ordered[index].part)) }
  }

  @inline(__always)
  private func heap(_ waiting: Waiting) -> Int {
    min(Self.heaps - 1, max(0, (top - waiting.worth) >> shift))
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
