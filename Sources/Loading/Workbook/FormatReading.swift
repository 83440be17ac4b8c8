/// A section of a format code taken apart.
struct FormatReading {
  private(set) var letters: [Character] = []
  private(set) var isGeneral = false
  private(set) var isText = false
  private(set) var isElapsed = false
  private(set) var isScientific = false
  private(set) var isPercent = false
  private(set) var isFraction = false
  private(set) var decimals = 0
  /// Places after the point that are always shown.
  private(set) var leastDecimals = 0
  private(set) var whole: [Unicode.Scalar] = []
  private(set) var isLiteral: [Bool] = []
  /// Whether a literal says something: letters before the digits, or anything between them.
  private(set) var hasSpokenLiteral = false
  /// Whether a comma follows the last digit before the point or the end: it leaves three digits out.
  private(set) var isScaled = false
  /// Whether any place, after the point too, is always shown.
  private(set) var hasZero = false
  private(set) var condition: FormatSection.Condition?
  /// Literals before the first place of a number, and since the last.
  private(set) var before: [Unicode.Scalar] = []
  private(set) var after: [Unicode.Scalar] = []
  /// Whether there are places for a number at all.
  var hasPlaces: Bool { hasPlace || isGeneral }
  private var endsInComma = false
  private var hasPoint = false
  private var hasPlace = false
  private var isNamed = false

  /// All that is said beside the places.
  var said: String { String(String.UnicodeScalarView(before + after)) }

  mutating func read(_ code: String) {
    if code.lowercased() == "general" {
      isGeneral = true
      return
    }
    var scalars = Array(code.unicodeScalars)[...]
    defer { isScaled = isScaled || endsInComma }
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"":
        while let next = scalars.popFirst(), next != "\"" { literal(next) }
      case "\\": if let next = scalars.popFirst() { literal(next) }
      case "_", "*": _ = scalars.popFirst()
      case "[": bracket(&scalars)
      default: symbol(scalar, &scalars)
      }
    }
  }

  /// A colour is passed over; `[h]` counts hours past a day, `[>100]` is a condition, `[$£-809]` is shown as £.
  private mutating func bracket(_ scalars: inout ArraySlice<Unicode.Scalar>) {
    var inside = ""
    while let next = scalars.popFirst(), next != "]" { inside.unicodeScalars.append(next) }
    if inside.hasPrefix("$") {
      for sign in inside.dropFirst().prefix(while: { $0 != "-" }).unicodeScalars { literal(sign) }
      return
    }
    let folded = Set(inside.lowercased())
    if folded.count == 1, folded.isSubset(of: ["h", "m", "s"]) { isElapsed = true }
    let sign = inside.prefix { "<>=".contains($0) }
    if !sign.isEmpty, let bound = Double(inside.dropFirst(sign.count)) {
      condition = FormatSection.Condition(sign: String(sign), bound: bound)
    }
  }

  private mutating func symbol(
    _ scalar: Unicode.Scalar, _ scalars: inout ArraySlice<Unicode.Scalar>
  ) {
    switch scalar {
    case "0", "#", "?": place(scalar)
    case ".":
      if !letters.isEmpty && !hasPlace { return literal(scalar) }
      isScaled = isScaled || endsInComma
      hasPoint = hasPlace || scalars.first == "0" || scalars.first == "#"
    case "%": isPercent = true
    case "@": isText = true
    case ",": endsInComma = hasPlace
    case "E" where scalars.first == "+" || scalars.first == "-":
      isScientific = true
      scalars.removeFirst()
    case "/" where hasPlace && scalars.first.map(isDenominator) ?? false:
      isFraction = true
      scalars = scalars.drop(while: isDenominator)
    case "y", "Y", "d", "D", "h", "H", "s", "S", "e", "m", "M":
      letters.append(Character(Unicode.Scalar(scalar.value | 0x20) ?? scalar))
    case "A", "P", "a", "p", "G", "b", "B", "g":  // AM/PM, eras, General within a longer code
      if scalar == "G" && scalars.starts(with: "eneral".unicodeScalars) {
        isGeneral = true
        scalars.removeFirst(6)
      } else if (scalar.value | 0x20) == 0x61, scalars.first == "/" {
        scalars.removeFirst()
      } else if (scalar.value | 0x20) == 0x61, scalars.dropFirst().first == "/" {
        scalars.removeFirst(min(4, scalars.count))
      }
    default: literal(scalar)
    }
  }

  private mutating func place(_ scalar: Unicode.Scalar) {
    if scalar == "0" { hasZero = true }
    hasPlace = true
    endsInComma = false
    if hasPoint {
      decimals += 1
      if scalar == "0" { leastDecimals = decimals }
      return
    }
    // A literal that another place follows stands within the number: it is part of what is seen.
    hasSpokenLiteral = hasSpokenLiteral || after.contains { $0 != " " }
    whole += after
    isLiteral += after.map { _ in true }
    after = []
    whole.append(scalar == "0" ? "0" : "#")
    isLiteral.append(false)
  }

  /// Letters before the digits are read (`N017`); signs before them and spaces are looks.
  private mutating func literal(_ scalar: Unicode.Scalar) {
    if hasPlaces { return after.append(scalar) }
    before.append(scalar)
    if isSpoken(scalar) { isNamed = true }
    if isNamed {
      whole.append(scalar)
      isLiteral.append(true)
      hasSpokenLiteral = true
    }
  }
}

extension FormatReading {
  /// What is said within and before the places, or behind them.
  private var literals: String {
    let inside = zip(whole, isLiteral).filter(\.1).map(\.0)
    return String(String.UnicodeScalarView(inside.isEmpty ? before + after : inside))
  }

  /// What makes something else of a number: a sign before it, and behind it what is no word.
  func addition(besides signs: String) -> String? {
    let harmless = " +'" + signs
    let name = before.firstIndex(where: isSpoken) ?? before.endIndex
    let hasNoPattern = isGeneral || isPercent || isScientific || isFraction
    if hasNoPattern, hasSpokenLiteral { return literals }
    let isOdd = before[..<name].contains {
      !harmless.unicodeScalars.contains($0) && !isCurrency($0)
    }
    if isOdd { return String(String.UnicodeScalarView(before)) }
    let behind = String(String.UnicodeScalarView(after))
    return isOfWords(behind, besides: signs) ? nil : behind
  }

  /// The words and signs beside a number that may be what it counts: ` km`, `£`, ` %`; nil when there are none.
  var unit: String? {
    let sums = before.filter(isCurrency)
    let isSaid = after.contains { $0.properties.isAlphabetic || $0 == "%" }
    if sums.isEmpty && !isSaid { return nil }
    return String(String.UnicodeScalarView(sums + (isSaid ? after : [])))
  }

  /// What makes something else of a day: anything but marks between its parts and words such as `due`.
  var addedToDate: String? {
    let words = said.lowercased().split { !$0.isLetter }.map(String.init)
    let marks = said.unicodeScalars.contains { scalar in
      !scalar.properties.isAlphabetic && !" /-.,:'()\u{2013}".unicodeScalars.contains(scalar)
    }
    guard marks || words.contains(where: { !dateWords.contains($0) }) else { return nil }
    let between: Set<Character> = [" ", "/", "-", ".", ",", ":"]
    return String(
      said.drop { between.contains($0) }.reversed().drop { between.contains($0) }.reversed())
  }

  /// Whether the number of the month is shown before the day, and the year not before both.
  var isMonthFirst: Bool {
    guard let month = letters.firstIndex(of: "m"), let day = letters.firstIndex(of: "d"),
      month < day, letters.firstIndex(of: "y").map({ $0 > month }) ?? true
    else { return false }
    return letters[month...].prefix { $0 == "m" }.count < 3
  }
}

private let dateWords: Set<String> = [
  "due", "on", "date", "the", "of", "st", "nd", "rd", "th", "t", "z", "年", "月", "日",
]

/// Whether what stands behind a number is words, with the marks that stand between and around them.
private func isOfWords(_ text: String, besides signs: String) -> Bool {
  let marks = " .()/%" + (signs.isEmpty ? "" : "-")
  let isOpen = text.hasPrefix("-") || text.hasSuffix("-")
  return text.unicodeScalars.allSatisfy {
    $0.properties.isAlphabetic || marks.unicodeScalars.contains($0) || $0 == "-" && !isOpen
  }
}

private func isCurrency(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.generalCategory == .currencySymbol
}

private func isDenominator(_ scalar: Unicode.Scalar) -> Bool {
  ("0"..."9").contains(scalar) || scalar == "?" || scalar == "#"
}

private func isSpoken(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
}
