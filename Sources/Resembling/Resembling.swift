/// Who may be whom: people of a pool who resemble one another, with the reasons.
///
/// Nobody is compared with everybody. People meet in blocks (`Blocks`): the same place, names that
/// sound alike in any order, a TRN one slip away. What meets is weighed (`PairScore`) by how much likelier
/// each agreement is between two records of one person than between two people picked from this pool
/// (Fellegi and Sunter 1969, doi:10.1080/01621459.1969.10501049; agreement on a rare name says more than
/// on a common one, after Winkler). Points are tenths of bits, so they add up; the pool's size is counted
/// against every pair. Nothing is ever merged here.
///
/// O(n log n + pairs met) time; 500,000 people meet in a few million pairs.

import Domain

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The pairs of a pool that reach the line, the most alike first; equal ones by their numbers.
public func resemblances(
  in pool: [Somebody], atLeast line: Int = Resemblance.shownFrom
) -> [Resemblance] {
  let people = pool.map(Compared.init)
  let frequencies = Frequencies(people)
  let prior = -tenthBits(Double(max(2, people.count)))
  var found: [Resemblance] = []
  for pair in Blocks(people).pairs {
    let (a, b) = (people[Int(pair.first)], people[Int(pair.second)])
    let score = PairScore(a, b, frequencies)
    guard score.points + prior >= line else { continue }
    found.append(
      Resemblance(
        first: a.person.number, second: b.person.number, points: score.points + prior,
        lines: score.lines() + [
          Resemblance.Line(says: "One of \(people.count) people in the pool", points: prior)
        ]))
  }
  return found.sorted { ($1.points, $0.first, $0.second) < ($0.points, $1.first, $1.second) }
}

/// So many tenths of bits is a likelihood worth.
func tenthBits(_ ratio: Double) -> Int { Int((log2(ratio) * 10).rounded()) }
