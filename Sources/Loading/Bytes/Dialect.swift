/// How a text file separates its cells and puts them in quotes.
public struct Dialect: Hashable, Sendable {
  /// An ASCII byte.
  public var delimiter: UInt8
  /// What stands around a cell that holds a delimiter: a double quote or an apostrophe.
  public var quote = UInt8(ascii: "\"")
  /// Whether a backslash takes the meaning from the quote, delimiter or backslash after it.
  public var hasBackslashes = false

  init(delimiter: UInt8) { self.delimiter = delimiter }
}
