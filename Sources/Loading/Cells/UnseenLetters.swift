extension Cell {
  /// Why a cell is refused for a character that cannot be seen in it, in words that follow it; nil when it is
  /// not. In prose, line ends and what web pages put between letters are at home.
  func unseen(isProse: Bool) -> (says: String, hint: String)? {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D:
        if isProse { continue }
        return (
          "holds \(scalar.value == 0x09 ? "a tab" : "a line end")",
          "Try: look for a quote that is not closed, or type the cell on one line"
        )
      case 0xFFFD:
        return ("has lost a letter (U+FFFD)", "Try: export the sheet again as CSV UTF-8")
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
        return ("holds a control character", "Try: type the cell again")
      case 0xAD, 0x200B, 0x200E, 0x200F:
        if isProse { continue }
        let number = String(scalar.value, radix: 16, uppercase: true)
        return (
          "holds a character that cannot be seen (U+\(number.count == 2 ? "00" : "")\(number))",
          "Try: type the cell again"
        )
      default: continue
      }
    }
    return nil
  }
}
