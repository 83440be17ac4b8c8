/// The proofs of both stages of a plan as one text, the must-fill stage first.
public struct PlanProof: Hashable, Sendable {
  public var mustFill: JointProof
  public var points: JointProof

  public init(mustFill: JointProof, points: JointProof) {
    self.mustFill = mustFill
    self.points = points
  }

  public var text: String { mustFill.text + points.text }

  /// Reads `text` back.
  public init(text: String) throws(ProofError) {
    let end = "\nend\n"
    guard let last = text.firstRange(of: end) else { throw ProofError(line: 1) }
    mustFill = try JointProof(text: String(text[..<last.upperBound]))
    points = try JointProof(text: String(text[last.upperBound...]))
  }
}
