/// Walks a text line by line and, within a line, from number to number.
///
/// Lines end with LF, CR LF or CR. Blank lines and comments (c, #, %) are passed over, and counted.
struct TextScanner {
  let file: String
  /// The line being read, counted from 1.
  private(set) var line = 0
  /// Whether the first line says that it is a Matrix Market file.
  private(set) var isMatrixMarket: Bool
  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    self.bytes = bytes
    position = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    isMatrixMarket = bytes.starts(with: Array("%%MatrixMarket".utf8))
  }

  /// The first byte of the line that is no space.
  var letter: UInt8 { bytes[position] }

  /// Goes to the beginning of the next line that says something; false at the end of the text.
  mutating func nextLine() -> Bool {
    if line > 0 { skipLine() }
    while position < bytes.count {
      line += 1
      skipSpaces()
      if position < bytes.count, !isEndOfLine, !isComment { return true }
      skipLine()
    }
    return false
  }

  /// Steps over the letter that says what kind of line this is.
  mutating func passLetter() throws(InstanceError) {
    position += 1
    guard position == bytes.count || isEndOfLine || Self.isSpace(bytes[position]) else {
      throw failure("does not begin with a letter of its own", "put a space after c, p, n or a")
    }
  }

  /// The word after `p`.
  mutating func problemKind() throws(InstanceError) -> String {
    try passLetter()
    return word()
  }

  /// The next number of this line; nil at its end.
  mutating func number() throws(InstanceError) -> Int? {
    skipSpaces()
    guard position < bytes.count, !isEndOfLine else { return nil }
    let start = position
    let isNegative = letter == UInt8(ascii: "-")
    if isNegative || letter == UInt8(ascii: "+") { position += 1 }
    let digits = position
    var value = 0
    while position < bytes.count, bytes[position] &- 0x30 < 10 {
      let (tens, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, overAgain) = tens.addingReportingOverflow(Int(bytes[position] - 0x30))
      if over || overAgain { throw unusable(start, "is too large a number") }
      value = sum
      position += 1
    }
    guard position > digits, skipZeroFraction() else {
      throw unusable(start, "is not a whole number")
    }
    return isNegative ? -value : value
  }

  /// A number that the line must have, small enough for 32 bits.
  mutating func number(_ name: String, from least: Int = -InstanceLimit.number)
    throws(InstanceError)
    -> Int
  {
    guard let value = try number() else {
      throw failure("has no \(name)", "complete the line, or take it out")
    }
    guard value >= least, value <= InstanceLimit.number else {
      throw failure(
        "its \(name), \(value), is not from \(least) to \(InstanceLimit.number)",
        "correct it, or count in larger units")
    }
    return value
  }

  mutating func endLine() throws(InstanceError) {
    skipSpaces()
    guard position == bytes.count || isEndOfLine else {
      throw failure(
        "goes on with \"\(word())\" after its last number", "take the rest of the line out")
    }
  }

  func failure(_ problem: String, _ remedy: String) -> InstanceError {
    InstanceError(file: file, line: line, problem: problem, remedy: remedy)
  }
}

extension TextScanner {
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  private var isEndOfLine: Bool { bytes[position] == 0x0a || bytes[position] == 0x0d }

  private var isComment: Bool {
    [UInt8(ascii: "c"), UInt8(ascii: "#"), UInt8(ascii: "%")].contains(letter)
  }

  private mutating func skipSpaces() {
    while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
  }

  private mutating func skipLine() {
    while position < bytes.count, !isEndOfLine { position += 1 }
    if position + 1 < bytes.count, bytes[position] == 0x0d, bytes[position + 1] == 0x0a {
      position += 1
    }
    position += 1
  }

  /// Passes over `.000`; false when the number goes on in another way.
  private mutating func skipZeroFraction() -> Bool {
    if position < bytes.count, letter == UInt8(ascii: ".") {
      position += 1
      while position < bytes.count, letter == UInt8(ascii: "0") { position += 1 }
    }
    return position == bytes.count || isEndOfLine || Self.isSpace(letter)
  }

  private mutating func word() -> String {
    skipSpaces()
    let start = position
    while position < bytes.count, !isEndOfLine, !Self.isSpace(letter) { position += 1 }
    return shown(bytes[start..<position])
  }

  private mutating func unusable(_ start: Int, _ trouble: String) -> InstanceError {
    position = start
    return failure(
      "\"\(word())\" \(trouble)", "give whole numbers; multiply decimals by a power of ten first")
  }

  /// At most 40 characters, with nothing in them that a terminal would act upon.
  private func shown(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(40), as: UTF8.self)
    return String(
      text.map { $0.isLetter || $0.isNumber || $0.isPunctuation || $0.isSymbol ? $0 : "?" })
  }
}
