/// As many rows and columns of a full matrix as can be brought together by its tight pairs alone.
///
/// A row's tight pairs are bits, 64 columns a word, so that a search goes through a row in a 64th of its columns.
/// Paths are looked for depth first from all rows that wait, each column seen once a phase, a free column
/// taken at sight (Pothen and Fan 1990, doi:10.1145/98267.98287).
struct DenseMatching: ~Copyable {
  let rows: Int
  let columns: Int
  let words: Int
  /// Which columns are tight, row by row; no bit behind the last column is set.
  let tight: Table<UInt64>
  let columnOfRow: Table<Int32>
  let rowOfColumn: Table<Int32>
  /// Rows without a column, ascending.
  private(set) var waiting: [Int32]
  private let free: Table<UInt64>
  private let unseen: Table<UInt64>
  private var path: [Step] = []

  /// A row on a path, the column it would take, and the word its search has come to.
  private struct Step {
    let row: Int
    var word: Int
    var column = -1
  }

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    words = (columns + 63) / 64
    tight = Table(repeating: 0, count: rows * words)
    columnOfRow = Table(repeating: -1, count: rows)
    rowOfColumn = Table(repeating: -1, count: columns)
    waiting = Array(0..<Int32(rows))
    free = Table(repeating: 0, count: words)
    unseen = Table(repeating: 0, count: words)
    for column in 0..<columns { free[column / 64] |= 1 << UInt64(column % 64) }
  }

  /// Whether each column is tight for some row.
  var reachesAllColumns: Bool {
    for word in 0..<words { unseen[word] = free[word] }
    for row in 0..<rows {
      for word in 0..<words { unseen.base[word] &= ~tight.base[row &* words &+ word] }
    }
    return (0..<words).allSatisfy { unseen[$0] == 0 }
  }

  /// Gives each row that waits a tight column that is free, where it has one.
  mutating func takeFree() {
    var word = 0
    waiting = waiting.filter { !takesFree(Int($0), from: &word) }
  }

  /// - Parameter word: where the last row found one.
  private func takesFree(_ row: Int, from word: inout Int) -> Bool {
    for _ in 0..<words {
      let common = tight[row * words + word] & free[word]
      if common != 0 {
        take(row, word * 64 + common.trailingZeroBitCount)
        return true
      }
      word = word + 1 < words ? word + 1 : 0
    }
    return false
  }

  /// Finds columns for rows that wait until no more can have one.
  ///
  /// - Complexity: a 64th of the pairs a phase; each phase but the last gives a row a column.
  mutating func augment() {
    var before = waiting.count + 1
    while !waiting.isEmpty, waiting.count < before {
      before = waiting.count
      for word in 0..<words { unseen[word] = .max }
      waiting = waiting.filter { !findsColumn($0) }
    }
  }

  private func take(_ row: Int, _ column: Int) {
    columnOfRow[row] = Int32(column)
    rowOfColumn[column] = Int32(row)
    free[column / 64] &= ~(1 << UInt64(column % 64))
  }

  private mutating func findsColumn(_ first: Int32) -> Bool {
    path.removeAll(keepingCapacity: true)
    path.append(Step(row: Int(first), word: 0))
    while let step = path.last {
      if step.column < 0, let column = freeColumn(of: step.row) {
        path[path.count - 1].column = column
        for step in path { take(step.row, step.column) }
        return true
      }
      if let column = unseenColumn(of: step.row, from: step.word) {
        unseen[column / 64] &= ~(1 << UInt64(column % 64))
        path[path.count - 1].word = column / 64
        path[path.count - 1].column = column
        path.append(Step(row: Int(rowOfColumn[column]), word: 0))
      } else {
        path.removeLast()
      }
    }
    return false
  }

  private func freeColumn(of row: Int) -> Int? {
    let tight = tight.base + row &* words
    let free = free.base
    for word in 0..<words where tight[word] & free[word] != 0 {
      return word &* 64 &+ (tight[word] & free[word]).trailingZeroBitCount
    }
    return nil
  }

  private func unseenColumn(of row: Int, from first: Int) -> Int? {
    let tight = tight.base + row &* words
    let unseen = unseen.base
    for word in first..<words where tight[word] & unseen[word] != 0 {
      return word &* 64 &+ (tight[word] & unseen[word]).trailingZeroBitCount
    }
    return nil
  }
}
