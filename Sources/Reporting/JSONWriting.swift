extension JSON {
  /// The value as text, without a line end after it.
  ///
  /// Control characters, U+2028, U+2029 and whatever changes the direction of text are written as
  /// `\u` escapes: a terminal shows them harmlessly and a program reads them back unchanged.
  ///
  /// - Parameter pretty: one member or element a line, indented by two spaces; empty arrays and
  ///   objects stay on theirs.
  public func text(pretty: Bool) -> String {
    var bytes: [UInt8] = []
    write(into: &bytes, depth: pretty ? 0 : nil)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the value as compact UTF-8: the way to write thousands of them one after another.
  public func write(into bytes: inout [UInt8]) {
    write(into: &bytes, depth: nil)
  }

  /// - Parameter depth: how deep this value is nested; nil writes compactly.
  private func write(into bytes: inout [UInt8], depth: Int?) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .int(let value): bytes.append(contentsOf: String(value).utf8)
    case .number(let value):
      bytes.append(contentsOf: (value.isFinite ? value.description : "null").utf8)
    case .string(let value): JSON.write(value, into: &bytes)
    case .array(let elements): JSON.write(elements, into: &bytes, depth: depth)
    case .object(let members): JSON.write(members, into: &bytes, depth: depth)
    }
  }

  private static func write(_ elements: [JSON], into bytes: inout [UInt8], depth: Int?) {
    bytes.append(ASCII.openBracket)
    for (position, element) in elements.enumerated() {
      if position > 0 { bytes.append(ASCII.comma) }
      startLine(in: &bytes, depth: depth.map { $0 + 1 })
      element.write(into: &bytes, depth: depth.map { $0 + 1 })
    }
    if !elements.isEmpty { startLine(in: &bytes, depth: depth) }
    bytes.append(ASCII.closeBracket)
  }

  private static func write(_ members: [(String, JSON)], into bytes: inout [UInt8], depth: Int?) {
    bytes.append(ASCII.openBrace)
    for (position, member) in members.enumerated() {
      if position > 0 { bytes.append(ASCII.comma) }
      startLine(in: &bytes, depth: depth.map { $0 + 1 })
      write(member.0, into: &bytes)
      bytes.append(ASCII.colon)
      if depth != nil { bytes.append(ASCII.space) }
      member.1.write(into: &bytes, depth: depth.map { $0 + 1 })
    }
    if !members.isEmpty { startLine(in: &bytes, depth: depth) }
    bytes.append(ASCII.closeBrace)
  }

  /// Nothing when writing compactly.
  private static func startLine(in bytes: inout [UInt8], depth: Int?) {
    guard let depth else { return }
    bytes.append(ASCII.lineFeed)
    bytes.append(contentsOf: repeatElement(ASCII.space, count: depth * 2))
  }
}

// MARK: Strings

extension JSON {
  private static func write(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    bytes.append(ASCII.quote)
    let isPlain = text.withUTF8 { utf8 in
      guard !utf8.contains(where: mayNeedEscape) else { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
    if !isPlain {
      for scalar in text.unicodeScalars { write(scalar, into: &bytes) }
    }
    bytes.append(ASCII.quote)
  }

  /// True of every byte that a character to be escaped starts with, and of some others: 0xC2
  /// starts C1 controls and U+00A0–00BF, 0xE2 starts U+2028–2069 and the typographer's quotes.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == ASCII.quote || byte == ASCII.backslash || byte == 0x7F || byte == 0xC2
      || byte == 0xE2
  }

  private static func write(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
    switch scalar {
    case "\"", "\\": bytes += [ASCII.backslash, UInt8(ascii: scalar)]
    case "\n": bytes += [ASCII.backslash, UInt8(ascii: "n")]
    case "\r": bytes += [ASCII.backslash, UInt8(ascii: "r")]
    case "\t": bytes += [ASCII.backslash, UInt8(ascii: "t")]
    case _ where isSafeOnTerminal(scalar): bytes.append(contentsOf: scalar.utf8)
    default:
      // Everything unsafe lies below U+FFFF, so that four digits are enough.
      bytes.append(contentsOf: "\\u\(hexadecimal(scalar.value, digits: 4))".utf8)
    }
  }
}
