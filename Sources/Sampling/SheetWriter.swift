/// One sheet on its way to the sink: cells to CSV in pieces of about 64 KB.
struct SheetWriter {
  private let file: String
  private let sink: SampleSink
  private var bytes: [UInt8] = []
  private static let piece = 1 << 16

  init(_ file: String, _ sink: @escaping SampleSink) {
    self.file = file
    self.sink = sink
    bytes.reserveCapacity(SheetWriter.piece + 4_096)
  }

  mutating func row(_ cells: [String]) throws {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell)
    }
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count >= SheetWriter.piece { try flush() }
  }

  /// What is left; called once, after the last row.
  mutating func flush() throws {
    try sink(file, bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ cell: String) {
    guard cell.utf8.contains(where: SheetWriter.needsQuotes) else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    for byte in cell.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 13 || byte == 10
  }
}

/// Several values in one cell, as people write them.
func cell(of values: [String]) -> String { values.joined(separator: "; ") }
