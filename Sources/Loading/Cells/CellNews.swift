/// What was understood in many cells of a sheet in a way that is worth saying once, by column.
struct CellNews {
  /// How a cell was read.
  enum Reading: Int, CaseIterable {
    /// A percentage as a share.
    case share
    /// One place after the point kept of a percentage.
    case rounded
    /// `1,200` as 1200.
    case thousands
    /// A whole name turned round.
    case turned
    /// A date without the time of day behind it.
    case time
    /// A year of two digits as one of four.
    case century
  }

  private struct Seen {
    var count = 0
    /// The first, and what it was read as.
    let typed: String
    let read: String
  }

  private var seen = [[Int: Seen]](repeating: [:], count: Reading.allCases.count)

  /// Words read as another, in the order met: how many cells of each.
  private var readAs: [Int: [(typed: String, name: String, count: Int)]] = [:]
  /// Cells with others than those.
  private var more: [Int: Int] = [:]

  mutating func noteRead(_ column: Int, _ typed: String, as name: String) {
    let known = readAs[column, default: []].firstIndex { $0.typed == typed }
    if let known {
      readAs[column]?[known].count += 1
    } else if readAs[column, default: []].count < 20 {
      readAs[column, default: []].append((typed, name, 1))
    } else {
      more[column, default: 0] += 1
    }
  }

  mutating func note(
    _ reading: Reading, _ column: Int, _ typed: @autoclosure () -> String = "",
    as read: @autoclosure () -> String = ""
  ) {
    seen[reading.rawValue][column, default: Seen(typed: typed(), read: read())].count += 1
  }

  func sentences(under headings: [String]) -> [String] {
    headings.indices.flatMap { column in
      let heading = headings[column]
      let readings = Reading.allCases.compactMap { reading in
        seen[reading.rawValue][column].map {
          "\(heading): \(sentence(reading, $0)) (\(cells($0.count)))"
        }
      }
      return readings + words(column).map { "\(heading): \($0)" }
    }
  }

  private func words(_ column: Int) -> [String] {
    guard let words = readAs[column] else { return [] }
    let each = words.enumerated().map { at, word in
      "\(quoted(word.typed)) \(at == 0 ? "is read " : "")as \(word.name) (\(cells(word.count)))"
    }
    let rest = more[column].map { ["and others (\(cells($0)))"] } ?? []
    return [(each + rest).joined(separator: ", ")]
  }

  private func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }

  private func sentence(_ reading: Reading, _ seen: Seen) -> String {
    let example = "\(seen.typed) as \(seen.read)"
    return switch reading {
    case .share: "percentages are read as shares, \(example)"
    case .rounded: "one place after the point is kept, \(example)"
    case .thousands: "marks between thousands are left out, \(example)"
    case .turned: "SURNAME, FORENAME is read as forename and surname"
    case .time: "the time of day is left out, \(example)"
    case .century: "years of two digits are read in full, \(example)"
    }
  }
}
