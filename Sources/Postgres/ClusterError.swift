/// Why the private database could not be created, started or reached, and what to try.
public struct ClusterError: Error, Hashable, Sendable, CustomStringConvertible {
  public let text: String
  public let hint: String?

  init(_ text: String, hint: String? = nil) {
    self.text = text
    self.hint = hint
  }

  public var description: String { text + (hint.map { "\n  Try: \($0)" } ?? "") }
}
