/// Who may be whom: people of a pool who resemble one another, with the reasons.
///
/// Nobody is compared with everybody. People meet in blocks (`Blocks`): the same place, names that
/// sound alike in any order, a TRN one slip away. What meets is weighed (`PairScore`) by how much likelier
/// each agreement is between two records of one person than between two people picked from this pool
/// (Fellegi and Sunter 1969, doi:10.1080/01621459.1969.10501049; agreement on a rare name says more than
/// on a common one, after Winkler). Points are tenths of bits, so they add up; the pool's size is counted
/// against every pair. Nothing is ever merged here.
///
/// O(n log n + pairs met) time; memory is the pool, one kind of block's keys, and the pairs found.

import Domain

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The pairs of a pool that reach the line, the most alike first; equal ones by their numbers. Only those
/// with somebody from a place, when one is given.
public func resemblances(
  in pool: Pool, atLeast line: Int = Resemblance.shownFrom, withSomebodyFrom place: String? = nil
) -> [Resemblance] {
  let weights = Weights(pool)
  let prior = prior(of: pool)
  let place = place.map { place in pool.places.texts.firstIndex(of: place).map { Int32($0) } ?? -1 }
  var seen = RecentPairs()
  var found: [Resemblance] = []
  Blocks(pool).eachPair { a, b in
    let (one, other) = (pool.people[a], pool.people[b])
    if let place, one.place != place, other.place != place { return }
    guard seen.isNew(a, b) else { return }
    let points = PairScore(one, other, in: pool, weights, prior: prior).points
    guard points >= line else { return }
    found.append(Resemblance(a, b, in: pool, points: points))
  }
  found.sort { ($1.points, $0.first, $0.second) < ($0.points, $1.first, $1.second) }
  found.leaveOutRepeated()
  return found
}

/// Why some pairs of a pool resemble one another: for each the reasons its points are the sum of.
public func reasons(for pairs: [Resemblance], in pool: Pool) -> [[Reason]] {
  let weights = Weights(pool)
  let prior = prior(of: pool)
  return pairs.map { pair in
    let (a, b) = pair.positions
    return PairScore(
      pool.people[Int(a)], pool.people[Int(b)], in: pool, weights, prior: prior, isTold: true
    ).reasons
  }
}

/// What counts against any two people being one: how many others there are. Ten of them count as one, so
/// that a pair of no points is one person in one of ten.
private func prior(of pool: Pool) -> Int { -tenthBits(Double(max(2, pool.people.count)) / 10) }

/// So many tenths of bits is a likelihood worth.
func tenthBits(_ ratio: Double) -> Int { Int((log2(ratio) * 10).rounded()) }
