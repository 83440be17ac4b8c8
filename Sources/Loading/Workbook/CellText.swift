import Domain

/// Turns a cell as a workbook stores it into the text a person sees in it.
struct CellText {
  enum Kind {
    case number, shared, text, boolean, error, day, unknown

    /// By the attribute `t`; without one it is a number.
    init(_ type: UnsafeBufferPointer<UInt8>?) {
      guard let type, !type.isEmpty else {
        self = .number
        return
      }
      switch (type[0], type.count) {
      case (UInt8(ascii: "s"), 1): self = .shared
      case (UInt8(ascii: "b"), 1): self = .boolean
      case (UInt8(ascii: "e"), 1): self = .error
      case (UInt8(ascii: "d"), 1): self = .day
      case (UInt8(ascii: "n"), 1): self = .number
      default:
        let isText = type.elementsEqual("str".utf8) || type.elementsEqual("inlineStr".utf8)
        self = isText ? .text : .unknown
      }
    }
  }

  /// A cell as it was stored.
  struct Typed {
    var kind = Kind.number
    var style = 0
    var isFormula = false
    var hasValue = false
    var value: [UInt8] = []
    /// Of a text that stands in the cell itself.
    var strike = Strike()

    mutating func begin(type: Kind, style: Int) {
      kind = type
      self.style = style
      isFormula = false
      hasValue = false
      strike = Strike()
      value.removeAll(keepingCapacity: true)
    }
  }

  /// Why a cell does not hold what it seems to.
  struct Doubt {
    let says: String
    let hint: String
    /// Set where only the column tells whether it is one.
    var column: Record.Doubt.OfColumn?

    init(_ says: String, _ hint: String, _ column: Record.Doubt.OfColumn? = nil) {
      self.says = says
      self.hint = hint
      self.column = column
    }
  }

  let shared: SharedStrings
  let styles: CellStyles
  let from1904: Bool

  /// How much of the cell is struck out.
  func strike(_ cell: Typed) -> Strike.Reach {
    guard styles.hasStruck || shared.hasStruck || cell.strike.isSaid else { return .none }
    var strike = cell.strike
    if case .shared = cell.kind, shared.hasStruck,
      let number = cell.value.withUnsafeBufferPointer({ Cell($0).wholeNumber })
    {
      strike = shared.strike(of: number)
    }
    return strike.reach(isCellStruck: styles.isStruck(cell.style))
  }

  /// Appends what is seen; nothing for a blank cell.
  func append(_ cell: Typed, to bytes: inout [UInt8]) -> (CellKind, Doubt?) {
    if cell.isFormula && (!cell.hasValue || cell.value.isEmpty) && cell.kind != .text {
      bytes += SheetError.formula.utf8
      return (
        .error,
        Doubt(
          "holds a formula that was never calculated",
          "Try: open the workbook in a spreadsheet and save it"
        )
      )
    }
    if cell.value.isEmpty { return (.text, nil) }
    switch cell.kind {
    case .number: return number(cell, &bytes)
    case .shared:
      let isThere =
        cell.value.withUnsafeBufferPointer { Cell($0).wholeNumber }.map { number in
          shared.take(number) { appendUnescaped($0, to: &bytes) }
        } ?? false
      return isThere
        ? (.text, textDoubt(cell)) : (.error, Doubt("refers to a text that the workbook lacks", ""))
    case .text:
      cell.value.withUnsafeBufferPointer { appendUnescaped($0, to: &bytes) }
      return (.text, textDoubt(cell))
    case .boolean: return boolean(cell, &bytes)
    case .error, .unknown:
      bytes += cell.value
      return (.error, noValue(cell))
    case .day: return day(cell, &bytes)
    }
  }

  private func noValue(_ cell: Typed) -> Doubt {
    if case .unknown = cell.kind {
      return Doubt(
        "is of a kind that no workbook has",
        "Try: open the workbook in a spreadsheet and save it again")
    }
    return Doubt(
      "holds the error \(shown(String(decoding: cell.value, as: UTF8.self)))",
      "Try: mend the formula, or type the value")
  }

  /// Set when a text is shown with more than it holds, or not at all.
  private func textDoubt(_ cell: Typed) -> Doubt? {
    guard styles.changesTexts else { return nil }
    switch styles.format(cell.style).textLook {
    case .asItIs: return nil
    case .adding(let words):
      return Doubt(
        "holds a text, and the cell's format adds \(quoted(words)) to it",
        "Try: type what is meant, and format the cell as text"
      )
    case .hidden:
      return Doubt(
        "holds a text, and the cell's format shows nothing",
        "Try: format the cell as text, or clear it"
      )
    }
  }

  private func boolean(_ cell: Typed, _ bytes: inout [UInt8]) -> (CellKind, Doubt?) {
    switch String(decoding: Self.withoutSpace(cell.value), as: UTF8.self) {
    case "0", "false": bytes += "FALSE".utf8
    case "1", "true": bytes += "TRUE".utf8
    default:
      bytes += cell.value
      return (.error, Doubt("holds neither TRUE nor FALSE", "Try: type it again"))
    }
    return (.boolean, nil)
  }

  /// XML lets numbers and booleans stand among blanks and line ends.
  private static func withoutSpace(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let end = bytes.lastIndex { !" \t\r\n".utf8.contains($0) } ?? -1
    return bytes[...end].drop { " \t\r\n".utf8.contains($0) }
  }

  /// Whole numbers of the general format, nearly all there are, are copied.
  private func number(_ cell: Typed, _ bytes: inout [UInt8]) -> (CellKind, Doubt?) {
    let format = styles.format(cell.style)
    if format.showsDigits, cell.value.count <= 15,
      cell.value.allSatisfy(isDigit),
      cell.value[0] != UInt8(ascii: "0") || cell.value.count == 1
    {
      bytes += cell.value
      return (.number, nil)
    }
    let written = Self.withoutSpace(cell.value)
    guard let value = StoredNumber.read(Array(written)) else {
      bytes += written.prefix(40)
      return (.error, Doubt("holds a number that cannot be read", "Try: type it again"))
    }
    let seen = NumberText(value, format, from1904: from1904)
    bytes += seen.text.utf8
    return (seen.kind, seen.doubt.map { Doubt($0.says, $0.hint, seen.column) })
  }

  /// A date as ISO 8601, as the strict form of workbooks has it.
  private func day(_ cell: Typed, _ bytes: inout [UInt8]) -> (CellKind, Doubt?) {
    let text = String(decoding: cell.value, as: UTF8.self)
    let parts = text.split(separator: "T", maxSplits: 1)
    let isMidnight = parts.count < 2 || parts[1].allSatisfy { "0:.Z".contains($0) }
    if isMidnight, let first = parts.first, let day = Day(iso: first) {
      bytes += day.typed.utf8
      return (.date, nil)
    }
    bytes += cell.value
    return (.text, nil)
  }

  /// Characters that XML cannot hold are written as `_x000D_`, and an underscore before such as `_x005F_`.
  private func appendUnescaped(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    guard text.contains(UInt8(ascii: "_")), text.contains([UInt8(ascii: "_"), UInt8(ascii: "x")])
    else { return bytes.append(contentsOf: text) }
    var at = 0
    while at < text.count {
      if let scalar = escape(text, at) {
        bytes += String(scalar).utf8
        at += 7
      } else {
        bytes.append(text[at])
        at += 1
      }
    }
  }

  private func escape(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Character? {
    guard at + 7 <= text.count, text[at] == UInt8(ascii: "_"), text[at + 1] == UInt8(ascii: "x"),
      text[at + 6] == UInt8(ascii: "_"),
      let code = UInt32(String(decoding: text[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(code)
    else { return nil }
    return Character(scalar)
  }
}
