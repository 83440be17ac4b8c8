/// The cells of a record in one piece: each its length as four bytes, the highest first, then UTF-8.
public struct RawCells: Hashable, Sendable {
  public private(set) var count = 0
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public init(reserving capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Cells encoded already.
  public init(count: Int, bytes: [UInt8]) {
    self.count = count
    self.bytes = bytes
  }

  /// A NUL, which no database keeps in a text, becomes U+FFFD's question mark.
  public mutating func add(_ cell: UnsafeBufferPointer<UInt8>) {
    count += 1
    withUnsafeBytes(of: UInt32(clamping: cell.count).bigEndian) { bytes += $0 }
    if cell.contains(0) { bytes += cell.map { $0 == 0 ? 0x3F : $0 } } else { bytes += cell }
  }
}
