/// How many slips of the keyboard two words are apart: a letter more, less, another, or two swapped
/// (Damerau 1964). Nil when more than the limit.
func slips(_ a: String, _ b: String, atMost limit: Int) -> Int? {
  var (a, b) = (a, b)
  return a.withUTF8 { a in b.withUTF8 { b in slips(a, b, atMost: limit) } }
}

private let mostBytes = 60

private func slips(
  _ x: UnsafeBufferPointer<UInt8>, _ y: UnsafeBufferPointer<UInt8>, atMost limit: Int
) -> Int? {
  guard abs(x.count - y.count) <= limit, x.count <= mostBytes, y.count <= mostBytes else {
    return nil
  }
  let width = y.count + 1
  // Three rows of the table in turn: this letter's, the one before and the one before that.
  return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { table in
    for j in 0..<width { table[j] = j }
    for i in 0..<x.count {
      let (row, above, over) = (
        (i + 1) % 3 * width, i % 3 * width, (i + 2) % 3 * width
      )
      table[row] = i + 1
      var least = i + 1
      for j in 0..<y.count {
        var best = min(
          table[above + j] + (x[i] == y[j] ? 0 : 1), table[above + j + 1] + 1, table[row + j] + 1)
        if i > 0, j > 0, x[i] == y[j - 1], x[i - 1] == y[j] {
          best = min(best, table[over + j - 1] + 1)
        }
        table[row + j + 1] = best
        least = min(least, best)
      }
      // The row above is at most one less, so that no later row comes back within the limit.
      if least > limit { return nil }
    }
    let count = table[x.count % 3 * width + y.count]
    return count <= limit ? count : nil
  }
}
