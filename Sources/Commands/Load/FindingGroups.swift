import Domain
import Reporting

/// Findings for a person to read: the first few of each kind, at most fifty, the rest counted.
struct FindingGroups {
  private static let shownOfAKind = 3
  private static let shownInAll = 50
  /// Kinds told apart; a sheet whose every row is wrong in a new way ends here.
  private static let kinds = 1_000

  private struct Group {
    var first: String
    var count = 0
    var shown = 0
  }

  private let place: FindingPlace
  private var groups: [String: Group] = [:]
  /// In the order they were met.
  private var order: [String] = []
  private var shownCount = 0
  private var hidden = 0

  init(_ place: FindingPlace) { self.place = place }

  mutating func say(_ finding: Finding) {
    let kind = Self.kind(of: finding)
    if groups[kind] == nil, groups.count < Self.kinds {
      groups[kind] = Group(first: place.placeAndColumn(finding))
      order.append(kind)
    }
    groups[kind]?.count += 1
    let shownOfIt = groups[kind]?.shown ?? Self.shownOfAKind
    let isShown = shownCount < Self.shownInAll && shownOfIt < Self.shownOfAKind
    guard isShown || finding.weight == .fatal else {
      hidden += 1
      return
    }
    groups[kind]?.shown += 1
    shownCount += 1
    let note = finding.weight == .note ? "note: " : ""
    Terminal.complain("\(place.placeAndColumn(finding)): \(note)\(shown(finding.says))")
    if !finding.hint.isEmpty { Terminal.complain("  \(shown(finding.hintSentence))") }
  }

  /// Says how many more there are, kind by kind where kinds were cut.
  func sayRest(areInFile: Bool) {
    guard hidden > 0 else { return }
    var left = hidden
    for kind in order {
      guard let group = groups[kind], group.shown > 0, group.count > group.shown else { continue }
      let rest = group.count - group.shown
      left -= rest
      Terminal.complain(
        "... and \(Phrase.count(rest, "more finding")) like the one at \(group.first)")
    }
    if left > 0 {
      Terminal.complain("... and \(Phrase.count(left, "more finding")) of other kinds")
    }
    if !areInFile {
      Terminal.complain("--findings FILE.xlsx (or .csv) marks every cell; --json lists them all")
    }
  }

  /// Findings that differ only in the values they name are of a kind.
  private static func kind(of finding: Finding) -> String {
    var kind = Array("\(finding.weight.rawValue)\(finding.column)|".utf8)
    var isInQuotes = false
    for byte in finding.says.utf8 {
      if byte == UInt8(ascii: "\"") { isInQuotes.toggle() }
      if isInQuotes { continue }
      let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      if !isDigit { kind.append(byte) } else if kind.last != 0 { kind.append(0) }
    }
    return String(decoding: kind, as: UTF8.self)
  }
}
