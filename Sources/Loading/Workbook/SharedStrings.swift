/// The texts that a workbook's cells refer to by number, without their looks but for what is struck out.
final class SharedStrings: XMLHandler {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isText = false
  /// Inside a reading aid above the text (furigana), which is not part of it.
  private var isReading = false
  private let limits: Limits
  private var run = StrikeRun()
  private var strike = Strike()
  /// Of texts with runs that say how they look.
  private var strikes: [Int: Strike] = [:]

  init(_ part: ByteSource?, limits: Limits) throws {
    self.limits = limits
    guard let part else { return }
    try XMLScan.run(part, self)
  }

  var hasStruck: Bool { !strikes.isEmpty }

  func strike(of number: Int) -> Strike { strikes[number] ?? Strike() }

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
    case "si": return
    default: run.start(element)
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) throws {
    guard isText else { return }
    bytes.append(contentsOf: piece)
    if run.isOpen, piece.contains(where: { $0 > 0x20 }) { strike.note(run) }
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
    case "r": run.end()
    case "si":
      if strike.isSaid { strikes[ends.count] = strike }
      strike = Strike()
      ends.append(bytes.count)
      if ends.count > limits.sharedTexts {
        throw SheetFault("the workbook has more than \(limits.sharedTexts) texts")
      }
    default: return
    }
  }
}
