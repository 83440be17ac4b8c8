extension JointProof {
  /// The proof as text, so that it can be kept with a plan and checked years later. Equal proofs give equal
  /// bytes.
  ///
  ///     talent proof  1
  ///     prices  ROWS  MUST-FILL     a set of prices; its rows as differences from the set before
  ///     row     640 -3 *17 64       (from 0 in the first), a run of equal rows as its length after `*`
  ///     split   4 1 1 12            homes, each as a step from the one before
  ///     limit   17:64 2:8           limits likewise, with their prices
  ///     strikes 0 1                 positions into the sets of prices
  ///     leaf    PRICES  SHARED  +17 -4   decisions, yes or no, after those shared with the leaf before
  ///     end
  ///
  /// Fields are separated by tabs, what is in a list by spaces; long lists go on in another line.
  public var text: String {
    var out = ProofWriter()
    out.write(self)
    return out.text
  }

  /// Reads `text` back; the error names the first line that is not as `text` writes it.
  public init(text: String) throws(ProofError) {
    var text = text
    let read = text.withUTF8 { bytes in
      var reader = ProofReader(bytes)
      return Result { () throws(ProofError) in try reader.proof() }
    }
    self = try read.get()
    var out = ProofWriter()
    out.write(self)
    if let line = out.firstDifference(from: text) { throw ProofError(line: line) }
  }

  /// Sizes beyond which a text is refused before it takes up memory.
  enum TextBound {
    /// Rows of all sets of prices together.
    static let rows = 1 << 26
    /// Decisions of all leaves together.
    static let decisions = 1 << 26
  }
}

/// The stored text of a plan's proof is damaged.
public struct ProofError: Error, Hashable, Sendable, CustomStringConvertible {
  public var line: Int
  public var description: String { "the plan's proof is damaged at line \(line)" }
}
