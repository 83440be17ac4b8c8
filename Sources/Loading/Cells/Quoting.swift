/// A value as a message shows it: unseen characters escaped, cut to 40 characters.
func shown(_ text: some StringProtocol) -> String {
  var result = ""
  var room = 40
  for scalar in text.unicodeScalars {
    if room == 0 { return result + "…" }
    room -= 1
    if isUnseen(scalar) {
      result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

func shown(_ cell: Cell) -> String { shown(cell.text) }

func quoted(_ text: some StringProtocol) -> String { "\"" + shown(text) + "\"" }

func quoted(_ cell: Cell) -> String { quoted(cell.text) }

/// Characters that act on a terminal or a page without being seen: C0, C1, line and paragraph
/// separators, soft hyphens, bidirectional and zero-width marks.
func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
  default: false
  }
}

extension Cell {
  /// Whether another program put the cell in apostrophes and wrote the one inside it twice.
  var isQuotedByApostrophes: Bool {
    count > 4 && bytes[0] == apostrophe && bytes[count - 1] == apostrophe
      && zip(bytes.dropFirst().dropLast(), bytes.dropFirst(2).dropLast()).contains {
        $0 == apostrophe && $1 == apostrophe
      }
  }
}
