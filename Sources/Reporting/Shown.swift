/// Makes any text harmless on a terminal: what would move the cursor, change the title, reach the
/// clipboard or reorder the line is spelt out like `\u{1B}` instead.
///
/// Text without such characters comes back as it is. An escape is never cut in half.
///
/// - Parameter limit: the most display columns the result may take, the closing `…` included; nil
///   means all of it. Errors quote at most 40.
public func shown(_ text: String, limit: Int? = nil) -> String {
  if isPrintableASCII(text), text.utf8.count <= limit ?? .max { return text }
  guard let limit else { return isSafeOnTerminal(text) ? text : text.map(spelt).joined() }
  return cut(text, to: limit)
}

/// The longest start of `text`, spelt out, that leaves room for the `…` it then ends with; all of it
/// when it fits. Looks no further into the text than the limit.
private func cut(_ text: String, to limit: Int) -> String {
  guard limit > 0 else { return "" }
  var whole = ""
  var width = 0
  var withEllipsis = ""
  for character in text {
    let piece = spelt(character)
    width += displayWidth(piece)
    if width > limit { return withEllipsis + "…" }
    whole += piece
    if width <= limit - 1 { withEllipsis = whole }
  }
  return whole
}

/// One character as it may be printed.
private func spelt(_ character: Character) -> String {
  guard !character.unicodeScalars.allSatisfy(isSafeOnTerminal) else { return String(character) }
  var spelt = ""
  for scalar in character.unicodeScalars {
    if isSafeOnTerminal(scalar) {
      spelt.unicodeScalars.append(scalar)
    } else {
      spelt += "\\u{\(hexadecimal(scalar.value, digits: 2))}"
    }
  }
  return spelt
}

private func isSafeOnTerminal(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy(isSafeOnTerminal)
}

/// False for C0, DEL, C1, the line and paragraph separators and every character that changes
/// the direction of the text after it (U+202A–202E, U+2066–2069).
///
/// Marks of direction (U+200E, U+200F, U+061C) and joiners are ordinary parts of names and stay.
func isSafeOnTerminal(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: false
  default: true
  }
}

func isPrintableASCII(_ text: String) -> Bool {
  text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
}

/// A number in capital hexadecimal with at least so many digits.
func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
