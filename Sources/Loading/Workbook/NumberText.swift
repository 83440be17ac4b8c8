import Domain

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A stored number as a person sees it in its cell, or what is doubtful about that.
struct NumberText {
  private(set) var text = ""
  private(set) var kind = CellKind.number
  /// Set when what is shown is not what is stored.
  private(set) var doubt: (says: String, hint: String)?
  /// Set where the column tells whether there is a doubt.
  private(set) var column: Record.Doubt.OfColumn?

  /// - Parameter from1904: whether the workbook's day 0 is 1 January 1904.
  init(_ value: Double, _ format: NumberFormat, from1904: Bool) {
    self.init(value, format.section(for: value), from1904: from1904)
  }

  private init(_ value: Double, _ format: FormatSection, from1904: Bool) {
    switch format.kind {
    case .date(let hasTime, let isWhole):
      showDay(value, hasTime: hasTime, isWhole: isWhole, from1904: from1904)
      if kind == .date, format.isMonthFirst { kind = .monthFirstDate }
    case .time: showTime(value)
    case .percent:
      text = NumberText.plain(value * 100, decimals: nil) + "%"
    case .scientific:
      text = NumberText.plain(value, decimals: nil)
      doubt = (
        "\(text) is shown cut short (as \(NumberText.printed("%.2E", value)))",
        "Try: format the column as text and type it again in full"
      )
    case .pattern: fill(value, format)
    case .words(let words): say(words, for: value)
    case .plain, .nothing: showNumber(value, format)
    }
    if doubt == nil { doubtLostDigits(value) }
    doubtWhatIsUnseen(value, format)
  }

  /// Words in place of a number are what is seen; a dash for nothing is nothing.
  private mutating func say(_ words: String, for value: Double) {
    let trimmed = words.split(separator: " ").joined(separator: " ")
    if trimmed.allSatisfy({ "-\u{2013}\u{2014}".contains($0) }) {
      text = NumberText.plain(value, decimals: nil)
      if value == 0 { return }
      doubt = (
        "\(text) is stored, and the cell's format shows \(quoted(trimmed))",
        "Try: format the cell as General"
      )
    } else {
      text = trimmed
      kind = .text
      if let read = readNumber, read != value { doubtNumber(value, "shows \(quoted(trimmed))") }
    }
  }

  /// A spreadsheet keeps fifteen digits: of a longer number the last are gone.
  private mutating func doubtLostDigits(_ value: Double) {
    guard abs(value) >= 1e15, kind == .number else { return }
    doubt = (
      "\(text) was cut short by the spreadsheet, which keeps 15 digits of a number",
      "Try: format the column as text and type it again in full"
    )
  }

  private mutating func doubtWhatIsUnseen(_ value: Double, _ format: FormatSection) {
    if value == 0, format.isDash { return }
    let stored = kind.isDate ? text : NumberText.plain(value, decimals: nil)
    var hidesNumber = false
    if case .nothing = format.kind { hidesNumber = true }
    if hidesNumber || value == 0 && !format.showsZero {
      column = nil
      doubt = (
        "\(stored) is stored, and the cell's format shows nothing",
        "Try: format the cell as General, or clear it"
      )
    } else if let addition = format.addition {
      column = nil
      doubt = (
        NumberText.adding(addition, to: stored),
        kind.isDate
          ? "Try: type the day that is meant, and format the cell as a date (dd/mm/yyyy)"
          : "Try: type what is meant, and format the cell as General"
      )
    } else if format.hidesSign {
      column = nil
      doubt = (
        "\(stored) is stored, and the cell's format leaves its sign out",
        "Try: format the cell as General"
      )
    } else if format.isScaled {
      column = nil
      doubt = (
        "\(stored) is stored, and the cell's format shows thousands or millions of it",
        "Try: format the cell as General"
      )
    } else if let unit = format.unit {
      guard doubt == nil else { return column = nil }
      column = .unlessCounting(unit)
      doubt = (
        NumberText.adding(unit, to: stored),
        "Try: type what is meant, and format the cell as General"
      )
    }
  }

  private static func adding(_ words: String, to stored: String) -> String {
    "\(stored) is stored, and the cell's format adds \(quoted(words)) to it"
  }

  /// With the zeros after the point that are shown: where a number is meant, they are cut again.
  private mutating func showNumber(_ value: Double, _ format: FormatSection) {
    text = NumberText.plain(value, decimals: nil)
    guard let decimals = format.decimals else { return }
    let shown = NumberText.plain(value, decimals: decimals)
    if shown != text {
      doubt = (
        "\(text) is shown rounded, as \(shown)", "Try: type the number that is meant"
      )
    } else if format.leastDecimals > 0, abs(value) < 1e15 {
      let places = text.firstIndex(of: ".").map { text[$0...].dropFirst().count } ?? 0
      if places == 0 { text += "." }
      text += String(repeating: "0", count: max(0, min(format.leastDecimals, 15) - places))
    }
  }

  /// The number that what is seen is read as where a number is asked for; nil where it is none.
  private var readNumber: Double? { Double(text.filter { !", ".contains($0) }) }

  /// Text that reads as another number than is stored is none where numbers are asked for.
  private mutating func doubtNumber(_ value: Double, _ what: String) {
    column = .ofNumbers
    doubt = (
      "\(NumberText.plain(value, decimals: nil)) is stored, and the cell's format \(what)",
      "Try: type what is meant, and format the cell as General"
    )
  }

  private mutating func fill(_ value: Double, _ format: FormatSection) {
    let said = format.said
    showNumber(value, format)
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard doubt == nil, parts[0].utf8.allSatisfy(isDigit) else {
      if doubt == nil, !said.isEmpty {
        doubt = (
          NumberText.adding(said, to: text),
          "Try: type what is meant, and format the cell as General"
        )
      }
      return
    }
    let fraction = parts.count > 1 ? "." + parts[1] : ""
    var rest = Array(parts[0].unicodeScalars)
    var shown: [Unicode.Scalar] = []
    let firstPlace = format.isLiteral.firstIndex(of: false) ?? 0
    for at in format.pattern.indices.reversed() {
      if format.isLiteral[at] {
        if at < firstPlace {
          shown += rest.reversed()
          rest = []
          shown.append(format.pattern[at])
        } else if !rest.isEmpty || format.pattern[..<at].contains("0") {
          shown.append(format.pattern[at])
        }
      } else if let digit = rest.popLast() {
        shown.append(digit)
      } else if format.pattern[at] == "0" {
        shown.append("0")
      }
    }
    shown += rest.reversed()
    text = String(String.UnicodeScalarView(shown.reversed())) + fraction
    kind = said.isEmpty ? .number : .text
    if let read = readNumber, read != value { doubtNumber(value, "adds \(quoted(said)) to it") }
  }

  /// Day 60 of a workbook that counts from 1900 is 29 February 1900, which never was; from there on
  /// its days are one ahead.
  private mutating func showDay(_ value: Double, hasTime: Bool, isWhole: Bool, from1904: Bool) {
    let days = value.rounded(.down)
    guard days >= 0, days <= 73_050 else {
      text = NumberText.plain(value, decimals: nil)
      kind = .date
      doubt = ("\(text) is formatted as a date and is none", "Try: type the date again")
      return
    }
    kind = .date
    if !from1904 && days == 60 {
      text = "29/02/1900"
    } else {
      let from = from1904 ? -24_107 : days < 60 ? -25_568 : -25_569
      text = Day(number: Int32(days) + Int32(from)).typed
    }
    if hasTime && value - days > 0.000_001 {
      let clock = NumberText(value - days, NumberFormat(code: "hh:mm"), from1904: from1904)
      text += " " + clock.text
    } else if !isWhole {
      doubt = (
        "the date \(text) is shown without its day, month or year",
        "Try: format the column as a date with all three, and check what it shows"
      )
    }
  }

  private mutating func showTime(_ value: Double) {
    let minutes = Int((max(0, min(value, 3_000_000)) * 1_440).rounded())
    text = "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    kind = .text
  }

  /// At most 15 digits, as many as a spreadsheet keeps; no exponent below 10^15.
  static func plain(_ value: Double, decimals: Int?) -> String {
    if let decimals {
      return withoutPointlessZeros(printed("%.\(min(decimals, 15))f", rounded15(value)))
    }
    if abs(value) >= 1e15 { return printed("%.15G", value) }
    if value == value.rounded() { return String(Int(value)) }
    let short = printed("%.15g", value)
    if !short.contains("e") { return short }
    let long = withoutPointlessZeros(printed("%.20f", value))
    return long == "0" ? printed("%.15G", value) : long
  }

  /// To 15 digits, so that 2.675 is rounded as a person would who sees 2.675.
  private static func rounded15(_ value: Double) -> Double {
    Double(printed("%.15g", value)).map { $0 + ($0 < 0 ? -1 : 1) * abs($0) * 1e-15 } ?? value
  }

  private static func withoutPointlessZeros(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text[...]
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text == "-0" ? "0" : String(text)
  }

  fileprivate static func printed(_ format: String, _ value: Double) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { room in
      let count = withVaList([value]) { vsnprintf(room.baseAddress, room.count, format, $0) }
      return String(
        decoding: room[..<max(0, min(Int(count), room.count - 1))].map { UInt8(bitPattern: $0) },
        as: UTF8.self)
    }
  }
}
