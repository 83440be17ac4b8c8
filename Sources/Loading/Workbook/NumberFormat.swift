/// How a workbook shows what a cell holds: what its format code comes to.
///
/// ECMA-376 part 1, 18.8.31: up to four sections, for what is positive, negative, nothing and text, or each
/// for what its condition says.
struct NumberFormat {
  /// How a text is shown.
  enum TextLook: Equatable {
    case asItIs
    case adding(String)
    case hidden
  }

  /// At least one, in the order of the code.
  private let sections: [FormatSection]
  let textLook: TextLook
  /// Whether every whole number from nothing on is seen with all its digits and nothing else.
  let showsDigits: Bool

  static let general = NumberFormat(code: "General")

  init(code: String) {
    var parts = NumberFormat.parts(of: code.isEmpty ? "General" : code)
    var look = TextLook.asItIs
    let last = parts.count > 1 || parts[0].contains("@") ? parts.last : nil
    if let last, parts.count > 3 || FormatSection(last).isText {
      look = FormatSection(last).textLook
      parts = Array(parts.dropLast().prefix(3))
    }
    textLook = look
    if parts.isEmpty { parts = ["General"] }
    let plain = parts.map { FormatSection($0) }
    let isConditional = plain.contains { $0.condition != nil }
    sections = plain.enumerated().map { at, section in
      at == 1 && !isConditional ? FormatSection(parts[1], isForNegatives: true) : section
    }
    let first = sections[0]
    let zero = sections.count > 2 ? sections[2] : first
    showsDigits =
      !sections.contains { $0.condition != nil } && first.showsDigits
      && (zero.showsDigits || zero.isDash)
  }

  /// Which section shows a number; the general one where none does.
  func section(for value: Double) -> FormatSection {
    if sections.contains(where: { $0.condition != nil }) {
      if let met = sections.first(where: { $0.condition?.holds(of: value) ?? false }) { return met }
      let rest = sections.filter { $0.condition == nil }
      let chosen = rest.count > 1 && value < 0 ? rest.first : rest.last
      return chosen ?? FormatSection("General")
    }
    if value < 0, sections.count > 1 { return sections[1] }
    return value == 0 && sections.count > 2 ? sections[2] : sections[0]
  }

  /// The code at its semicolons, but for those in quotes or behind a backslash.
  private static func parts(of code: String) -> [String] {
    var isQuoted = false
    var isEscaped = false
    var parts = [""]
    for scalar in code.unicodeScalars {
      if scalar == ";", !isQuoted, !isEscaped {
        parts.append("")
        continue
      }
      if scalar == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = scalar == "\\" && !isQuoted && !isEscaped
      parts[parts.count - 1].unicodeScalars.append(scalar)
    }
    return parts
  }

  /// The formats that have a number and no code (18.8.30), as a British spreadsheet shows them.
  static func builtIn(_ number: Int) -> NumberFormat {
    switch number {
    case 1, 3, 37, 38: NumberFormat(code: "0")
    case 2, 4, 39, 40: NumberFormat(code: "0.00")
    case 5, 6, 42: NumberFormat(code: "\"£\"0")
    case 7, 8, 44: NumberFormat(code: "\"£\"0.00")
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
