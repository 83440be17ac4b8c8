/// How many slips of the keyboard two words are apart: a letter more, less, another, or two swapped
/// (Damerau 1964). Nil when more than the limit.
func slips(_ a: String, _ b: String, atMost limit: Int) -> Int? {
  let (x, y) = (Array(a.utf8), Array(b.utf8))
  guard abs(x.count - y.count) <= limit, x.count <= 60, y.count <= 60 else { return nil }
  var before: [Int] = []
  var row = Array(0...y.count)
  for i in x.indices {
    var next = [i + 1]
    next.reserveCapacity(y.count + 1)
    for j in y.indices {
      var best = min(row[j] + (x[i] == y[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
      if i > 0, j > 0, x[i] == y[j - 1], x[i - 1] == y[j] { best = min(best, before[j - 1] + 1) }
      next.append(best)
    }
    before = row
    row = next
  }
  return row[y.count] <= limit ? row[y.count] : nil
}
