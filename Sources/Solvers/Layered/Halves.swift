/// Two halves of the order of needs that the search works on side by side.
///
/// Needs and candidates who share arcs are numbered close together (`Locality`), so few arcs cross from one
/// half to the other. A candidate belongs to the half most of whose needs could take them. What touches
/// both halves waits until both are done. The halves depend on the network alone: one thread that works on
/// them in turn comes to the same result as two.
struct Halves: ~Copyable {
  /// Below this a second thread costs more than it saves.
  private static let leastArcs = 50_000
  /// The side of a candidate whose home has candidates in both halves.
  static let both: UInt8 = 2

  /// Whether there are halves at all.
  let areApart: Bool
  /// The first need of the second half.
  let middle: Int
  /// The half of each candidate: 0, 1 or both.
  let side: Table<UInt8>
  /// Candidates none of whose needs, nor their home's, has an arc to the other half.
  let isInner: Table<Bool>
}

extension Halves {
  init(needs: Int, candidates: Int, arcs: Int) {
    areApart = Self.isWorthwhile(arcs: arcs)
    middle = needs / 2
    side = Table(repeating: 0, count: areApart ? candidates : 0)
    isInner = Table(repeating: true, count: areApart ? candidates : 0)
  }

  static func isWorthwhile(arcs: Int) -> Bool { arcs >= leastArcs }

  /// Whether all that a change to a candidate could touch lies in a half; everything does where there is none.
  @inline(__always)
  func isOpen(_ candidate: Int32, to half: Int?) -> Bool {
    guard let half else { return true }
    return side[candidate] == UInt8(truncatingIfNeeded: half) && isInner[candidate]
  }

  func needs(of half: Int, of count: Int) -> Range<Int> { half == 0 ? 0..<middle : middle..<count }
}

extension Market {
  /// Gives each candidate a side, and finds those that touch the other.
  ///
  /// - Complexity: linear in candidates and arcs.
  func layOutHalves(threads: Int) {
    guard halves.areApart else { return }
    chooseSides()
    let crosses = Table(repeating: false, count: needCount)
    let side = halves.side.base
    sideBySide(threads: threads) { half in
      for need in halves.needs(of: half, of: needCount) {
        crosses[need] = rowRange(need).contains { side[Int(rows[$0].end)] != UInt8(half) }
      }
    }
    for need in 0..<needCount where crosses[need] {
      for arc in rowRange(need) { halves.isInner[rows[arc].end] = false }
    }
    for home in 0..<homes.count {
      let members = memberRange(home)
      guard members.contains(where: { !halves.isInner[member[$0]] }) else { continue }
      for index in members { halves.isInner[member[index]] = false }
    }
  }

  /// The half of each candidate, by the middle one of its needs.
  private func chooseSides() {
    for candidate in 0..<candidateCount {
      let column = columnRange(candidate)
      guard !column.isEmpty else { continue }
      let middle = columns[(column.lowerBound + column.upperBound) / 2].end
      halves.side[candidate] = middle < Int32(halves.middle) ? 0 : 1
    }
    for home in 0..<homes.count {
      let members = memberRange(home)
      guard let first = members.first else { continue }
      let side = halves.side[member[first]]
      guard members.contains(where: { halves.side[member[$0]] != side }) else { continue }
      for index in members { halves.side[member[index]] = Halves.both }
    }
  }
}
