/// An order of needs and candidates in which those who share arcs lie close together.
///
/// Both searches go from a need to its candidates and from there to who holds them: with a numbering
/// that follows the network, such a walk stays in the processor's cache. Measured at ten million arcs
/// with random numbers: the whole search takes half the time, and the order costs a fiftieth of it.
///
/// The order is that of a breadth-first search over a sample of the arcs, four for each need, spread
/// over its row.
struct Locality: ~Copyable {
  private static let samples = 4

  /// The former number of each need and of each candidate.
  private(set) var needs: [Int32] = []
  private(set) var candidates: [Int32] = []

  init(_ network: borrowing LayeredNetwork) {
    let needCount = network.needs.count
    let candidateCount = network.candidates.count
    let sample = Self.sample(network)
    let start = Table<Int>(repeating: 0, count: candidateCount + 2)
    for candidate in sample where candidate >= 0 { start[Int(candidate) + 2] += 1 }
    for candidate in 0..<candidateCount { start[candidate + 2] += start[candidate + 1] }
    let column = Table<Int32>(repeating: 0, count: start[candidateCount + 1])
    for (index, candidate) in sample.enumerated() where candidate >= 0 {
      column[start[Int(candidate) + 1]] = Int32(index / Self.samples)
      start[Int(candidate) + 1] += 1
    }
    needs.reserveCapacity(needCount)
    candidates.reserveCapacity(candidateCount)
    search(sample, start, column)
  }

  private static func sample(_ network: borrowing LayeredNetwork) -> [Int32] {
    var sample = [Int32](repeating: -1, count: network.needs.count * samples)
    for need in network.needs.indices {
      let first = network.rowStart[need]
      let length = network.rowStart[need + 1] - first
      let taken = min(samples, length)
      for index in 0..<taken {
        sample[need * samples + index] =
          network.rows[first + (2 * index + 1) * length / (2 * taken)].end
      }
    }
    return sample
  }

  /// - Complexity: linear in needs, candidates and the sample.
  private mutating func search(
    _ sample: [Int32], _ start: borrowing Table<Int>, _ column: borrowing Table<Int32>
  ) {
    let needCount = sample.count / Self.samples
    let candidateCount = start.count - 2
    let isNeedSeen = Table(repeating: false, count: needCount)
    let isCandidateSeen = Table(repeating: false, count: candidateCount)
    var nextNeed = 0
    var nextCandidate = 0
    for first in 0..<needCount where !isNeedSeen[first] {
      isNeedSeen[first] = true
      needs.append(Int32(first))
      while nextNeed < needs.count || nextCandidate < candidates.count {
        while nextNeed < needs.count {
          let row = Int(needs[nextNeed]) * Self.samples
          nextNeed += 1
          for candidate in sample[row..<row + Self.samples]
          where candidate >= 0 && !isCandidateSeen[candidate] {
            isCandidateSeen[candidate] = true
            candidates.append(candidate)
          }
        }
        guard nextCandidate < candidates.count else { break }
        let candidate = Int(candidates[nextCandidate])
        nextCandidate += 1
        for index in start[candidate]..<start[candidate + 1] where !isNeedSeen[column[index]] {
          isNeedSeen[column[index]] = true
          needs.append(column[index])
        }
      }
    }
    for candidate in 0..<candidateCount where !isCandidateSeen[candidate] {
      candidates.append(Int32(candidate))
    }
  }
}
