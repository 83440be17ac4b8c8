/// Values drawn as often as their weights say.
struct Weighted<Value: Sendable>: Sendable {
  let values: [Value]
  private let cumulative: [Int]

  /// Values of weight 0 or less are never drawn.
  init(_ pairs: [(value: Value, weight: Int)]) {
    let drawn = pairs.filter { $0.weight > 0 }
    values = drawn.map(\.value)
    var sum = 0
    cumulative = drawn.map { pair in
      sum += pair.weight
      return sum
    }
  }

  /// Nil when there is nothing to draw. O(log values).
  func draw(_ generator: inout Generator) -> Value? {
    guard let total = cumulative.last else { return nil }
    let target = generator.below(total)
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > target { high = middle } else { low = middle + 1 }
    }
    return values[low]
  }
}

extension Weighted where Value: Equatable {
  /// Up to so many different values, in the order drawn.
  func draw(_ count: Int, _ generator: inout Generator) -> [Value] {
    var drawn: [Value] = []
    for _ in 0..<count * 4 where drawn.count < count {
      if let value = draw(&generator), !drawn.contains(value) { drawn.append(value) }
    }
    return drawn
  }
}
