import Domain

@testable import Loading

/// A sheet that carries what reading it must find.
///
/// - ` #! COLUMN: says | hint` after a record's text: a refusal on that line (the hint may be left out);
/// - `#~ LINE:COLUMN: says` after the table: a note, `#~ LINE: says` of the whole row; `#~! LINE:COLUMN: says`: a refusal of a record of several lines;
/// - `#!! LINE:COLUMN: says | hint`: a fatal finding;
/// - `#> sentence`: an announcement; `#= rows N`: rows handed over.
///
/// Marks are taken out before the sheet is read.
struct Fixture {
  struct Expected: Equatable {
    var weight: Finding.Weight
    var line: Int
    var column: String
    var says: String
    var hint: String?

    func matches(_ finding: Finding) -> Bool {
      weight == finding.weight && line == finding.line && column == finding.column
        && says == finding.says && (hint == nil || hint == finding.hint)
    }
  }

  private(set) var sheet = ""
  private(set) var expected: [Expected] = []
  private(set) var announcements: [String] = []
  private(set) var rows = 0

  init(_ text: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let rest = line.after("#!! ") {
        add(.fatal, rest)
      } else if let rest = line.after("#~! ") {
        add(.refusal, rest)
      } else if let rest = line.after("#~ ") {
        let ofRow = rest.cut(at: ": ")
        if let line = Int(ofRow.0) {
          expected.append(
            Expected(weight: .note, line: line, column: "", says: ofRow.1 ?? ""))
        } else {
          add(.note, rest)
        }
      } else if let rest = line.after("#> ") {
        announcements.append(String(rest))
      } else if let rest = line.after("#= rows ") {
        rows = Int(rest) ?? -1
      } else {
        addRecord(line, number: index + 1)
      }
    }
    if sheet.hasSuffix("\n\n") { sheet.removeLast() }
  }

  private mutating func addRecord(_ line: Substring, number: Int) {
    var rest = line.cut(at: " #! ")
    sheet += rest.0 + "\n"
    while let mark = rest.1 {
      rest = Substring(mark).cut(at: " #! ")
      add(.refusal, Substring("\(number):" + rest.0))
    }
  }

  /// `LINE:COLUMN: says | hint`.
  private mutating func add(_ weight: Finding.Weight, _ text: Substring) {
    let line = text.cut(at: ":")
    let column = Substring(line.1 ?? "").cut(at: ": ")
    let says = Substring(column.1 ?? "").cut(at: " | ")
    expected.append(
      Expected(
        weight: weight, line: Int(line.0) ?? -1, column: column.0, says: says.0, hint: says.1))
  }
}

extension Substring {
  fileprivate func after(_ prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }

  /// What stands before the first mark, and what after it.
  fileprivate func cut(at mark: String) -> (String, String?) {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(mark) {
        return (String(self[..<at]), String(self[at...].dropFirst(mark.count)))
      }
      at = index(after: at)
    }
    return (String(self), nil)
  }
}
