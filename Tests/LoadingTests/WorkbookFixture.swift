import Domain

@testable import Loading

/// A workbook written as text that carries, at its cells, what reading it must find.
///
/// - `@sheet NAME`, `@hidden sheet NAME`: a sheet begins; `@1904`; `@merged A5:A6`, `@hidden G`, of that sheet;
/// - `12 | Ward | n:12345 | ...`: a row, `12h` for a hidden one. A cell is a text, or `i:` an inline text,
///   `n:` a number, `n{0.00}:` one with a format, `b:` a boolean, `e:` an error, `iso:` a date,
///   `f:1+1=2` a formula with its value, `f:1+1` one without; `¦` parts runs of rich text; a cell or run behind `~` is
///   struck out;
/// - ` #! C: says | hint` after a row: a refusal at that row's cell C; `#! -:` one of the whole row; ` #~ C: says`: a note,
///   ` #~ says`: one of the whole row;
/// - `#!! says | hint`: a fatal finding; `#> sentence`: an announcement; `#= rows N`; `#? NAME`: the sheet asked for.
struct WorkbookFixture {
  struct Expected: Equatable, CustomStringConvertible {
    var weight: Finding.Weight
    /// `C12`, `12` for the whole row, empty for the file.
    var place: String
    var says: String
    var hint: String?
    var description: String { "\(weight) \(place): \(says) | \(hint ?? "(any hint)")" }
  }

  private(set) var book = WorkbookBytes()
  private(set) var expected: [Expected] = []
  private(set) var announcements: [String] = []
  private(set) var rows = 0
  private(set) var asked: String?

  init(_ text: String) {
    for line in text.split(separator: "\n").map(String.init) {
      let word = line.split(separator: " ").first.map(String.init) ?? ""
      let rest = line.dropFirst(word.count + 1)
      switch word {
      case "@sheet": book.sheets.append(.init(name: String(rest)))
      case "@hidden" where rest.hasPrefix("sheet "):
        book.sheets.append(.init(name: String(rest.dropFirst(6)), isHidden: true))
      case "@hidden":
        let column = Int(Unicode.Scalar(String(rest))?.value ?? 65) - 65
        book.sheets[book.sheets.count - 1].hiddenColumns.append(column)
      case "@merged": book.sheets[book.sheets.count - 1].merged.append(String(rest))
      case "@1904": book.from1904 = true
      case "#!!": expect(.fatal, "", rest)
      case "#>": announcements.append(String(rest))
      case "#=": rows = Int(rest.split(separator: " ").last ?? "") ?? -1
      case "#?": asked = String(rest)
      default: addRow(line)
      }
    }
  }

  private mutating func addRow(_ line: String) {
    let marks = line.replacing(" #! ", with: "\u{0}! ").replacing(" #~ ", with: "\u{0}~ ")
      .split(separator: "\u{0}", omittingEmptySubsequences: false).map(String.init)
    var cells = marks[0].split(separator: "|", omittingEmptySubsequences: false).map {
      $0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    }.map { String($0) }
    let name = cells.removeFirst()
    let number = Int(name.prefix { $0.isNumber }) ?? 0
    book.sheets[book.sheets.count - 1].rows += book.row(
      number, cells.map { $0.replacing("\\n", with: "\n") }, isHidden: name.hasSuffix("h"))
    for mark in marks.dropFirst() {
      let weight = mark.hasPrefix("~ ") ? Finding.Weight.note : .refusal
      let place = mark.dropFirst(2).prefix { $0 != ":" }
      if weight == .note, place.contains(" ") {
        expect(.note, String(number), mark.dropFirst(2))
      } else if weight == .note || mark.hasPrefix("! ") {
        expect(
          weight, place == "-" ? String(number) : "\(place)\(number)",
          mark.dropFirst(4 + place.count))
      }
    }
  }

  private mutating func expect(_ weight: Finding.Weight, _ place: String, _ text: Substring) {
    let parts = String(text).components(at: " | ")
    expected.append(Expected(weight: weight, place: place, says: parts.0, hint: parts.1))
  }
}

extension String {
  fileprivate func components(at mark: String) -> (String, String?) {
    guard let range = firstRange(of: mark) else { return (self, nil) }
    return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
  }
}
