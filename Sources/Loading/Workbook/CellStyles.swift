/// Which number format each of a workbook's cell styles has.
final class CellStyles: XMLHandler {
  private var codes: [Int: NumberFormat] = [:]
  private var formats: [NumberFormat] = []
  private var isInCells = false
  /// Whether any format shows a text otherwise than it is.
  private(set) var changesTexts = false

  init(_ part: ByteSource?) throws {
    guard let part else { return }
    try XMLScan.run(part, self)
  }

  func format(_ style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .general
  }

  func start(_ element: XMLElement) {
    switch element.name {
    case "numFmt":
      guard let number = element.number("numFmtId"), let code = element.text("formatCode"),
        codes.count < 10_000, code.utf8.count <= 1_000
      else { return }
      let format = NumberFormat(code: code)
      codes[number] = format
      changesTexts = changesTexts || format.textLook != .asItIs
    case "cellXfs": isInCells = true
    case "xf":
      guard isInCells, formats.count < 100_000 else { return }
      let number = element.number("numFmtId") ?? 0
      formats.append(codes[number] ?? NumberFormat.builtIn(number))
    default: return
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ name: XMLName) {
    if case "cellXfs" = name { isInCells = false }
  }
}
