/// A sparse matrix of coefficients, line by line.
final class LinearMatrix {
  let lines: Int
  let start: Table<Int32>
  let index: Table<Int32>
  let value: Table<Double>

  /// - Parameter entries: hands over every entry of the matrix, the same each time it is called.
  init(lines: Int, entries: ((_ line: Int, _ index: Int, _ value: Double) -> Void) -> Void) {
    self.lines = lines
    start = Table(repeating: 0, count: lines + 1)
    let count = Self.count(entries, start)
    index = Table(unfilled: count)
    value = Table(unfilled: count)
    let next = Table<Int32>(unfilled: lines)
    for line in 0..<lines { next[line] = start[line] }
    fill(next, entries)
  }

  private static func count(
    _ entries: ((Int, Int, Double) -> Void) -> Void, _ start: borrowing Table<Int32>
  ) -> Int {
    let base = start.base
    entries { line, _, _ in base[line + 1] += 1 }
    for line in 1..<start.count { base[line] += base[line - 1] }
    return Int(base[start.count - 1])
  }

  private func fill(
    _ next: borrowing Table<Int32>, _ entries: ((Int, Int, Double) -> Void) -> Void
  ) {
    let (base, next) = (index.base, next.base)
    let values = value.base
    entries { line, other, coefficient in
      base[Int(next[line])] = Int32(other)
      values[Int(next[line])] = coefficient
      next[line] += 1
    }
  }

  /// With lines and indices changing places.
  func transposed(lines: Int) -> LinearMatrix {
    LinearMatrix(lines: lines) { put in
      for line in 0..<self.lines {
        for entry in Int(start[line])..<Int(start[line + 1]) {
          put(Int(index[entry]), line, value[entry])
        }
      }
    }
  }

  func divide(byLine: borrowing Table<Double>, byIndex: borrowing Table<Double>) {
    for line in 0..<lines {
      for entry in Int(start[line])..<Int(start[line + 1]) {
        value[entry] /= byLine[line] * byIndex[Int(index[entry])]
      }
    }
  }

  @inline(__always)
  func product(_ line: Int, _ vector: UnsafeMutablePointer<Double>) -> Double {
    var sum = 0.0
    for entry in Int(start[line])..<Int(start[line + 1]) {
      sum += value[entry] * vector[Int(index[entry])]
    }
    return sum
  }

  func largest(_ line: Int) -> Double {
    var most = 0.0
    for entry in Int(start[line])..<Int(start[line + 1]) { most = max(most, abs(value[entry])) }
    return most
  }

  func sum(_ line: Int) -> Double {
    var sum = 0.0
    for entry in Int(start[line])..<Int(start[line + 1]) { sum += abs(value[entry]) }
    return sum
  }
}
