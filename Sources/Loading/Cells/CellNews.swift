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

  mutating func note(
    _ reading: Reading, _ column: Int, _ typed: @autoclosure () -> String = "",
    as read: @autoclosure () -> String = ""
  ) {
    seen[reading.rawValue][column, default: Seen(typed: typed(), read: read())].count += 1
  }

  func sentences(under headings: [String]) -> [String] {
    headings.indices.flatMap { column in
      Reading.allCases.compactMap { reading in
        seen[reading.rawValue][column].map {
          let cells = $0.count == 1 ? "1 cell" : "\($0.count) cells"
          return "\(headings[column]): \(sentence(reading, $0)) (\(cells))"
        }
      }
    }
  }

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
