import Glibc

/// Places in kilometres on a made-up country of 500 x 600, gathered round towns of very unequal size.
struct Towns {
  private let centre: [SIMD2<Double>]
  private let spread: [Double]
  /// The share of the towns up to each, rising to 1.
  private let share: [Double]

  /// - Parameter people: towns grow in number with the root of the people.
  init(people: Int, seed: UInt64) {
    var random = SeededRandom(seed, .towns)
    let count = max(8, Int((40 * (Double(people) / 10_000).squareRoot()).rounded()))
    centre = (0..<count).map { _ in SIMD2(500 * random.fraction(), 600 * random.fraction()) }
    spread = (0..<count).map { _ in 3 + 22 * random.fraction() }
    let weights = (1...count).map { pow(Double($0), -0.8) }
    let total = weights.reduce(0, +)
    var sum = 0.0
    share = weights.map { weight in
      sum += weight / total
      return sum
    }
  }

  func place(_ random: inout SeededRandom) -> SIMD2<Double> {
    let drawn = random.fraction()
    let town = share.firstIndex { $0 > drawn } ?? share.count - 1
    let offset = SIMD2(random.normal(), random.normal()) * spread[town]
    return (centre[town] + offset).clamped(
      lowerBound: SIMD2(0, 0), upperBound: SIMD2(500, 600))
  }
}
