/// Counts, lists and measures the way people say them, for sentences and headings.
///
/// Always British English, whatever the locale: the same input gives the same bytes.
public enum Phrase {
  /// A whole number with separators: `20,185`.
  public static func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? "-" : ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A number with its noun: `1 need`, `3 needs`, `2 people`.
  ///
  /// - Parameter plural: the plural when it is not the regular one.
  public static func count(_ value: Int, _ noun: String, plural: String? = nil) -> String {
    let word = value == 1 || value == -1 ? noun : plural ?? regularPlural(of: noun)
    return "\(number(value)) \(word)"
  }

  /// A part and its whole: `30 of 213`.
  public static func share(_ part: Int, of whole: Int) -> String {
    "\(number(part)) of \(number(whole))"
  }

  /// With a capital letter first.
  public static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// `a`, `a and b`, `a, b and c`; empty for no items.
  public static func list(_ items: [String], _ conjunction: String = "and") -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return "\(items.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }

  /// How long something took: `4 ms`, `0.8 s`, `12 s`, `3 min 5 s`, `2 h 5 min`.
  ///
  /// Rounded half up to the last unit shown; less than half a millisecond is `0 ms`, and so is
  /// anything negative.
  public static func duration(_ duration: Duration) -> String {
    let milliseconds = max(0, duration.wholeMilliseconds)
    let tenths = (milliseconds + 50) / 100
    let seconds = (milliseconds + 500) / 1000
    let minutes = (seconds + 30) / 60
    switch milliseconds {
    case ..<100: return "\(milliseconds) ms"
    case ..<9_950: return "\(tenths / 10).\(tenths % 10) s"
    case ..<59_500: return "\(seconds) s"
    case ..<3_599_500: return "\(seconds / 60) min \(seconds % 60) s"
    default: return "\(number(minutes / 60)) h \(minutes % 60) min"
    }
  }

  /// How much room something takes, in powers of a thousand: `812 bytes`, `1.4 MB`, `31 MB`.
  public static func size(bytes: Int) -> String {
    guard bytes >= 1000 else { return count(bytes, "byte") }
    var unit = 1000
    for name in ["kB", "MB", "GB"] {
      if bytes < unit / 100 * 995 { return "\(tenths(bytes, of: unit)) \(name)" }
      if bytes < unit * 999 + unit / 2 { return "\((bytes + unit / 2) / unit) \(name)" }
      unit *= 1000
    }
    return "\(tenths(bytes, of: unit)) TB"
  }

  /// To one decimal, rounded half up.
  private static func tenths(_ value: Int, of unit: Int) -> String {
    let tenth = unit / 10
    let tenths = value / tenth + (value % tenth * 2 >= tenth ? 1 : 0)
    return "\(number(tenths / 10)).\(tenths % 10)"
  }

  private static func regularPlural(of noun: String) -> String {
    if ["s", "x", "ch", "sh"].contains(where: noun.hasSuffix) { return noun + "es" }
    let ending = noun.suffix(2)
    if ending.last == "y", let before = ending.first, !"aeiou".contains(before) {
      return noun.dropLast() + "ies"
    }
    return noun + "s"
  }
}

extension Duration {
  /// Rounded half up; at most some three hundred thousand years, which no command takes.
  var wholeMilliseconds: Int {
    let (seconds, attoseconds) = components
    let bounded = min(max(seconds, -9_000_000_000_000), 9_000_000_000_000)
    return Int(bounded) * 1000 + Int((attoseconds + 500_000_000_000_000) / 1_000_000_000_000_000)
  }
}
