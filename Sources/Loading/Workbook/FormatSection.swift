/// One section of a format code: how numbers it is for are shown.
struct FormatSection {
  enum Kind {
    case plain
    /// With day, month and year, or with less of them (`isWhole` is false then).
    case date(hasTime: Bool, isWhole: Bool)
    case time
    case percent
    case scientific
    /// Digits filled from the right into places and literals: `0000000`, `"N"000`.
    case pattern
    /// The same words whatever the number.
    case words(String)
    case nothing
  }

  /// `[>100]`.
  struct Condition {
    let sign: String
    let bound: Double

    func holds(of value: Double) -> Bool {
      switch sign {
      case "<": value < bound
      case "<=": value <= bound
      case ">": value > bound
      case ">=": value >= bound
      case "=": value == bound
      default: value != bound
      }
    }
  }

  private(set) var kind = Kind.plain
  /// Places after the point; nil when as many are shown as there are.
  private(set) var decimals: Int?
  /// How many of them are shown though they be zeros.
  private(set) var leastDecimals = 0
  /// Of a pattern, from the left: `0` for a place that is always shown, `#` for one that is not, and
  /// the literals.
  private(set) var pattern: [Unicode.Scalar] = []
  /// Which of `pattern` are literals.
  private(set) var isLiteral: [Bool] = []
  /// Whether thousands or millions are shown: `0,`.
  private(set) var isScaled = false
  /// Whether nothing itself is seen: `#` has no place for it.
  private(set) var showsZero = true
  /// Whether a date is shown with the number of its month first.
  private(set) var isMonthFirst = false
  /// What it adds that makes something else of a number or a day: `<`, ` to 10`, `?`.
  private(set) var addition: String?
  /// What it says the number counts: ` km`, `£`.
  private(set) var unit: String?
  /// Whether it leaves out that a number is below nothing.
  private(set) var hidesSign = false
  private(set) var condition: Condition?
  /// Whether dashes are all it says beside its places: of nothing they are how accountants show it.
  let isDash: Bool
  /// Whether it is for texts: `@`.
  let isText: Bool
  /// How it shows a text.
  let textLook: NumberFormat.TextLook

  /// The literals of a pattern: what is said before and between its places.
  var said: String {
    let literals = zip(pattern, isLiteral).filter { $1 && $0 != " " }.map(\.0)
    return String(String.UnicodeScalarView(literals))
  }

  /// Whether whole numbers are seen with all their digits and nothing else.
  var showsDigits: Bool {
    if case .plain = kind {
      return addition == nil && unit == nil && !isScaled && showsZero && leastDecimals == 0
    }
    return false
  }

  init(_ code: String, isForNegatives: Bool = false) {
    var reading = FormatReading()
    reading.read(code)
    isText = reading.isText
    let words = reading.before + reading.after
    textLook =
      words.contains { $0 != " " }
      ? .adding(reading.said) : reading.isText || reading.isGeneral ? .asItIs : .hidden
    let marks = reading.said.filter { $0 != " " }
    isDash = !marks.isEmpty && marks.allSatisfy { "-\u{2013}\u{2014}".contains($0) }
    condition = reading.condition
    isScaled = reading.isScaled
    take(reading)
    if case .words = kind { return }
    let signs = isForNegatives ? "-(" : ""
    hidesSign = isForNegatives && !reading.said.contains { "-(".contains($0) } && reading.hasPlaces
    addition = isDayOrTime ? reading.addedToDate : reading.addition(besides: signs)
    unit = isDayOrTime ? nil : reading.unit
  }

  private var isDayOrTime: Bool {
    switch kind {
    case .date, .time: true
    default: false
    }
  }

  private mutating func take(_ reading: FormatReading) {
    let letters = reading.letters
    let hasDay = letters.contains("d")
    let hasYear = letters.contains("y") || letters.contains("e")
    let hasTime = letters.contains("h") || letters.contains("s") || reading.isElapsed
    let hasMonth = letters.contains("m") && (!hasTime || hasDay || hasYear)
    if reading.isText || reading.isGeneral { return }
    if hasDay || hasYear || hasMonth {
      kind = .date(hasTime: hasTime, isWhole: hasDay && hasYear && hasMonth)
      isMonthFirst = reading.isMonthFirst
    } else if hasTime {
      kind = .time
    } else if !reading.hasPlaces {
      let says = reading.said
      kind = says.allSatisfy { $0 == " " } ? .nothing : .words(says)
    } else if reading.isScientific {
      kind = .scientific
    } else if reading.isPercent {
      kind = .percent
      decimals = reading.decimals
    } else if !reading.isFraction {
      decimals = reading.decimals
      leastDecimals = reading.leastDecimals
      pattern = reading.whole
      isLiteral = reading.isLiteral
      showsZero = reading.hasZero
      let zeros = zip(pattern, isLiteral).count { $0 == "0" && !$1 }
      if zeros > 1 || reading.hasSpokenLiteral { kind = .pattern }
    }
  }
}
