/// How a sheet is written, decided once: enough to read its records again.
public struct SheetShape: Hashable, Sendable {
  public let encoding: TextEncoding
  /// An ASCII byte.
  public let delimiter: UInt8
  /// The physical line of the headings, from 1.
  public let headingsLine: Int
}
