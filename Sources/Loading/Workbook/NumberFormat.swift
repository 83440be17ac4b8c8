/// How a workbook shows a number: what its format code comes to.
///
/// ECMA-376 part 1, 18.8.31. The first section counts, which shows what is positive; of the others only
/// whether they show nothing.
struct NumberFormat {
  enum Kind {
    case plain
    /// With day, month and year, or with less of them (`isWhole` is false then).
    case date(hasTime: Bool, isWhole: Bool)
    case time
    case percent
    case scientific
    /// Digits filled from the right into places and literals: `0000000`, `"N"000`.
    case pattern
  }

  private(set) var kind = Kind.plain
  /// Places after the point; nil when as many are shown as there are.
  private(set) var decimals: Int?
  /// Of a pattern, from the left: `0` for a place that is always shown, `#` for one that is not, and
  /// the literals.
  private(set) var pattern: [Unicode.Scalar] = []
  /// Whether the format shows nothing at all, of what is above nothing and of nothing itself: `;;;`.
  private(set) var hidesNumbers = false
  private(set) var hidesZero = false
  /// Whether thousands or millions are shown: `0,`.
  private(set) var isScaled = false
  /// Which of `pattern` are literals.
  private(set) var isLiteral: [Bool] = []

  /// Whether every number is seen, and whole.
  var showsAll: Bool { !hidesNumbers && !hidesZero && !isScaled }

  static let general = NumberFormat()

  private init() {}

  init(code: String) {
    var reading = FormatReading()
    reading.read(code)
    hidesNumbers = reading.isEmpty
    hidesZero = reading.isZeroEmpty
    isScaled = reading.isScaled
    let letters = reading.letters
    let hasDay = letters.contains("d")
    let hasYear = letters.contains("y") || letters.contains("e")
    let hasTime = letters.contains("h") || letters.contains("s") || reading.isElapsed
    let hasMonth = letters.contains("m") && (!hasTime || hasDay || hasYear)
    if reading.isText || reading.isGeneral { return }
    if hasDay || hasYear || hasMonth {
      kind = .date(hasTime: hasTime, isWhole: hasDay && hasYear && hasMonth)
    } else if hasTime {
      kind = .time
    } else if reading.isScientific {
      kind = .scientific
    } else if reading.isPercent {
      kind = .percent
      decimals = reading.decimals
    } else if reading.isFraction {
      kind = .plain
    } else {
      decimals = reading.decimals
      pattern = reading.whole
      isLiteral = reading.isLiteral
      let zeros = zip(pattern, isLiteral).count { $0 == "0" && !$1 }
      if zeros > 1 || reading.hasSpokenLiteral { kind = .pattern }
    }
  }

  /// The formats that have a number and no code (18.8.30), as a British spreadsheet shows them.
  static func builtIn(_ number: Int) -> NumberFormat {
    switch number {
    case 1, 3, 37, 38: NumberFormat(code: "0")
    case 2, 4, 39, 40: NumberFormat(code: "0.00")
    case 9: NumberFormat(code: "0%")
    case 10: NumberFormat(code: "0.00%")
    case 11, 48: NumberFormat(code: "0.00E+00")
    case 14, 15, 27...31, 36, 50...54, 57, 58: NumberFormat(code: "dd/mm/yyyy")
    case 16: NumberFormat(code: "d-mmm")
    case 17: NumberFormat(code: "mmm-yy")
    case 18...21, 32...35, 45...47, 55, 56: NumberFormat(code: "hh:mm")
    case 22: NumberFormat(code: "dd/mm/yyyy hh:mm")
    default: .general
    }
  }
}

/// A format code taken apart.
private struct FormatReading {
  var letters: Set<Character> = []
  var isGeneral = false
  var isText = false
  var isElapsed = false
  var isScientific = false
  var isPercent = false
  var isFraction = false
  var decimals = 0
  var whole: [Unicode.Scalar] = []
  var isLiteral: [Bool] = []
  /// Whether a literal says something: letters before the digits, or anything between them.
  var hasSpokenLiteral = false
  /// Whether the first section is there and shows nothing, and so for the third, that of zero.
  var isEmpty = false
  var isZeroEmpty = false
  /// Whether a comma follows the last digit before the point or the end: it leaves three digits out.
  var isScaled = false
  private var endsInComma = false
  private var hasPoint = false
  private var hasPlace = false
  private var isNamed = false
  private var pending: [Unicode.Scalar] = []

  mutating func read(_ code: String) {
    if code.lowercased() == "general" || code.isEmpty {
      isGeneral = true
      return
    }
    readSections(code)
    var scalars = Array(code.unicodeScalars)[...]
    defer { isScaled = isScaled || endsInComma }
    while let scalar = scalars.popFirst() {
      switch scalar {
      case ";": return
      case "\"":
        while let next = scalars.popFirst(), next != "\"" { literal(next) }
      case "\\": if let next = scalars.popFirst() { literal(next) }
      case "_", "*": _ = scalars.popFirst()
      case "[": bracket(&scalars)
      default: symbol(scalar, &scalars)
      }
    }
  }

  private mutating func readSections(_ code: String) {
    var isQuoted = false
    var sections = [""]
    for scalar in code.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == ";", !isQuoted {
        sections.append("")
      } else {
        sections[sections.count - 1].unicodeScalars.append(scalar)
      }
    }
    isEmpty = sections.count > 1 && sections[0].isEmpty
    isZeroEmpty = sections.count > 2 ? sections[2].isEmpty : isEmpty
  }

  /// A colour, a condition or a currency is passed over; `[h]` counts hours past a day.
  private mutating func bracket(_ scalars: inout ArraySlice<Unicode.Scalar>) {
    var inside = ""
    while let next = scalars.popFirst(), next != "]" { inside.unicodeScalars.append(next) }
    let folded = Set(inside.lowercased())
    if folded.count == 1, folded.isSubset(of: ["h", "m", "s"]) { isElapsed = true }
  }

  private mutating func symbol(
    _ scalar: Unicode.Scalar, _ scalars: inout ArraySlice<Unicode.Scalar>
  ) {
    switch scalar {
    case "0", "#", "?": place(scalar)
    case ".":
      isScaled = isScaled || endsInComma
      hasPoint = hasPlace || scalars.first == "0"
    case "%": isPercent = true
    case "@": isText = true
    case ",": endsInComma = hasPlace
    case "E" where scalars.first == "+" || scalars.first == "-": isScientific = true
    case "/" where hasPlace && (scalars.first == "?" || scalars.first == "#"): isFraction = true
    case "y", "Y", "d", "D", "h", "H", "s", "S", "e", "m", "M":
      letters.insert(Character(Unicode.Scalar(scalar.value | 0x20) ?? scalar))
    case "A", "P", "a", "p", "G", "b", "B", "g":  // AM/PM, eras, General within a longer code
      if scalar == "G" && scalars.starts(with: "eneral".unicodeScalars) {
        isGeneral = true
        scalars.removeFirst(6)
      }
    default: literal(scalar)
    }
  }

  private mutating func place(_ scalar: Unicode.Scalar) {
    hasPlace = true
    endsInComma = false
    if hasPoint {
      decimals += 1
      return
    }
    // A literal that another place follows stands within the number: it is part of what is seen.
    hasSpokenLiteral = hasSpokenLiteral || pending.contains { $0 != " " }
    whole += pending
    isLiteral += pending.map { _ in true }
    pending = []
    whole.append(scalar == "0" ? "0" : "#")
    isLiteral.append(false)
  }

  /// Letters before the digits are read (`N017`); signs, currencies and what follows (`5 days`) are looks.
  private mutating func literal(_ scalar: Unicode.Scalar) {
    if hasPlace { return pending.append(scalar) }
    if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) { isNamed = true }
    if isNamed {
      whole.append(scalar)
      isLiteral.append(true)
      hasSpokenLiteral = true
    }
  }
}
