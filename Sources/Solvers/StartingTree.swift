/// A hint of the tree the simplex starts from: for each node, an arc that joins it to its parent.
///
/// A hint can save time and never do harm: a node whose arc is missing, does not touch it, closes a
/// circle, or would break strong feasibility is joined to the root by an artificial arc instead.
public struct StartingTree: Hashable, Sendable {
  /// The arc from each node to its parent, or -1; empty when there is no hint at all.
  public var arcToParent: [Int32]

  public init(arcToParent: [Int32]) {
    self.arcToParent = arcToParent
  }

  /// Every node joined to the root by an artificial arc.
  public static let none = StartingTree(arcToParent: [])
}
