/// What was understood in many cells of a sheet in a way that is worth saying once, by column.
struct CellNews {
  /// Percentages read as shares: how many, and the first as typed and as read.
  private var percentages: [Int: (count: Int, typed: String, hundredths: Int)] = [:]
  /// Percentages kept to one place after the point: the same.
  private var rounded: [Int: (count: Int, typed: String, tenths: Int)] = [:]
  /// Whole names that were turned round.
  private var turned: [Int: Int] = [:]

  /// Words read as another, in the order met: how many cells of each.
  private var readAs: [Int: [(typed: String, name: String, count: Int)]] = [:]

  mutating func noteRead(_ column: Int, _ typed: String, as name: String) {
    let known = readAs[column, default: []].firstIndex { $0.typed == typed }
    if let known {
      readAs[column]?[known].count += 1
    } else if readAs[column, default: []].count < 20 {
      readAs[column, default: []].append((typed, name, 1))
    }
  }

  mutating func notePercentage(_ column: Int, _ typed: String, _ hundredths: Int) {
    percentages[column, default: (0, typed, hundredths)].count += 1
  }

  mutating func noteRounded(_ column: Int, _ typed: String, _ tenths: Int) {
    rounded[column, default: (0, typed, tenths)].count += 1
  }

  mutating func noteTurned(_ column: Int) { turned[column, default: 0] += 1 }

  func sentences(under headings: [String]) -> [String] {
    headings.indices.flatMap { column in
      let heading = headings[column]
      return [
        percentages[column].map { seen in
          let (tenths, rest) = (seen.hundredths / 10, seen.hundredths % 10)
          let share = tenths == 10 ? "1" : rest == 0 ? "0.\(tenths)" : "0.\(tenths)\(rest)"
          return
            "\(heading): percentages are read as shares, \(seen.typed) as \(share) (\(cells(seen.count)))"
        },
        rounded[column].map {
          "\(heading): one place after the point is kept, \($0.typed) as \($0.tenths / 10).\($0.tenths % 10) (\(cells($0.count)))"
        },
        readAs[column].map { words in
          let each = words.enumerated().map { at, word in
            "\(quoted(word.typed)) \(at == 0 ? "is read " : "")as \(word.name) (\(cells(word.count)))"
          }
          return "\(heading): \(each.joined(separator: ", "))"
        },
        turned[column].map {
          "\(heading): SURNAME, FORENAME is read as forename and surname (\(cells($0)))"
        },
      ].compactMap(\.self)
    }
  }

  private func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
}
