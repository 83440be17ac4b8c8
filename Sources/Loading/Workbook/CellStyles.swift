/// Which number format each of a workbook's cell styles has, and which are struck out.
final class CellStyles: XMLHandler {
  private var codes: [Int: NumberFormat] = [:]
  private var formats: [NumberFormat] = []
  private var isInCells = false
  private var isInFonts = false
  /// Which fonts are struck out, and which styles have such a font.
  private var struckFonts: [Bool] = []
  private var struckStyles: Set<Int> = []
  /// Whether any format shows a text otherwise than it is.
  private(set) var changesTexts = false

  init(_ part: ByteSource?) throws {
    guard let part else { return }
    try XMLScan.run(part, self)
  }

  func format(_ style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .general
  }

  var hasStruck: Bool { !struckStyles.isEmpty }

  func isStruck(_ style: Int) -> Bool { struckStyles.contains(style) }

  func start(_ element: XMLElement) {
    switch element.name {
    case "numFmt":
      guard let number = element.number("numFmtId"), let code = element.text("formatCode"),
        codes.count < 10_000, code.utf8.count <= 1_000
      else { return }
      let format = NumberFormat(code: code)
      codes[number] = format
      changesTexts = changesTexts || format.textLook != .asItIs
    case "fonts": isInFonts = true
    case "font": if isInFonts, struckFonts.count < 100_000 { struckFonts.append(false) }
    case "strike":
      guard isInFonts, !struckFonts.isEmpty else { return }
      struckFonts[struckFonts.count - 1] = element["val"] == nil || element.flag("val")
    case "cellXfs": isInCells = true
    case "xf":
      guard isInCells, formats.count < 100_000 else { return }
      let number = element.number("numFmtId") ?? 0
      if let font = element.number("fontId"), struckFonts.indices.contains(font), struckFonts[font]
      {
        struckStyles.insert(formats.count)
      }
      formats.append(codes[number] ?? NumberFormat.builtIn(number))
    default: return
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ name: XMLName) {
    switch name {
    case "cellXfs": isInCells = false
    case "fonts": isInFonts = false
    default: return
    }
  }
}
