/// The texts that a workbook's cells refer to by number, without their looks.
final class SharedStrings: XMLHandler {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isText = false
  /// Inside a reading aid above the text (furigana), which is not part of it.
  private var isReading = false
  private let limits: Limits

  init(_ part: ByteSource?, limits: Limits) throws {
    self.limits = limits
    guard let part else { return }
    try XMLScan.run(part, self)
  }

  /// Hands over the text's bytes; false when there is none of that number.
  func take(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    guard number >= 0, number < ends.count else { return false }
    let first = number == 0 ? 0 : ends[number - 1]
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[first..<ends[number]]))
    }
    return true
  }

  func start(_ element: XMLElement) {
    switch element.name {
    case "t": isText = !isReading
    case "rPh": isReading = true
    default: return
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) throws {
    guard isText else { return }
    bytes.append(contentsOf: piece)
    if bytes.count > limits.sharedBytes {
      throw SheetFault(
        "the workbook's texts are longer than \(limits.sharedBytes / 1_000_000) MB",
        hint: "Try: save the sheet as CSV UTF-8, which may have any size")
    }
  }

  func end(_ name: XMLName) throws {
    switch name {
    case "t": isText = false
    case "rPh": isReading = false
    case "si":
      ends.append(bytes.count)
      if ends.count > limits.sharedTexts {
        throw SheetFault("the workbook has more than \(limits.sharedTexts) texts")
      }
    default: return
    }
  }
}
