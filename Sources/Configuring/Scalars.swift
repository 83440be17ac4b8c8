import Domain

/// Scalars as the types they must be; each refusal says what was expected and what stands there.
extension Entry {
  func text(_ name: String) throws(ConfigurationError) -> String {
    guard case .scalar(let text, _) = value else {
      throw error("\(name) is a text, not \(described)")
    }
    return isBlank ? "" : text
  }

  func whole(_ name: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
    let expected = "\(name) is a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard case .scalar(let text, plain: true) = value, text.utf8.allSatisfy(Entry.isOfNumber),
      let number = Int(text), range.contains(number)
    else { throw error("\(expected), not \(described)") }
    return number
  }

  /// Days in halves: `15`, `7.5`.
  func halfDays(_ name: String, upToDays days: Int) throws(ConfigurationError) -> HalfDays {
    let expected = "\(name) is days from 0 to \(days), in halves"
    guard case .scalar(let text, plain: true) = value else {
      throw error("\(expected), not \(described)")
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let half = parts.count == 2 ? ["0": 0, "5": 1][parts[1]] : (parts.count == 1 ? 0 : nil)
    guard let half, parts[0].utf8.allSatisfy(Entry.isOfNumber), let full = Int(parts[0]),
      (0...days).contains(full), full * 2 + half <= days * 2
    else { throw error("\(expected), not \(described)", hint: "7 or 7.5") }
    return HalfDays(Int32(full * 2 + half))
  }

  func flag(_ name: String) throws(ConfigurationError) -> Bool {
    switch value {
    case .scalar("true", plain: true): return true
    case .scalar("false", plain: true): return false
    default: throw error("\(name) is true or false, not \(described)")
    }
  }

  func day(_ name: String) throws(ConfigurationError) -> Day {
    guard case .scalar(let text, _) = value, let day = Day(iso: text) else {
      throw error("\(name) is a date as 2027-01-18, not \(described)")
    }
    return day
  }

  /// - Parameter limit: how many entries it may have.
  func list(_ name: String, upTo limit: Int = 1_000) throws(ConfigurationError) -> [Entry] {
    guard case .list(let entries) = value else {
      throw error("\(name) is a list, not \(described)", hint: "[first, second]")
    }
    guard entries.count <= limit else {
      throw error("\(name) has \(entries.count) entries; it may have \(limit)")
    }
    return entries
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool { (48...57).contains(byte) || byte == 45 }
}
