/// The joint plan as a whole-number problem, over dense indices.
///
/// Maximise the points of the chosen pairs minus the penalties of the units left unfilled, such that
/// a need takes at most `units` people, a person one placement, and a home at most `capacity`
/// people. At most `mustFillUnfilledLimit` units of must-fill needs may stay unfilled in all: the
/// first stage finds that number, the second keeps to it, so must-fill comes first without any big weight.
public struct MatchingProblem: Hashable, Sendable {
  public struct NeedNode: Hashable, Sendable {
    /// How many people it asks for, 1 or more.
    public var units: Int
    /// Points lost for each unit left unfilled, 0 or more.
    public var penalty: Int
    public var mustFill: Bool

    public init(units: Int, penalty: Int, mustFill: Bool) {
      self.units = units
      self.penalty = penalty
      self.mustFill = mustFill
    }
  }

  public var needs: [NeedNode]
  /// The home index of each person.
  public var homeOfPerson: [Int32]
  /// How many placements each home can still let go, 0 or more.
  public var homeCapacity: [Int]
  /// Pairs of need `n` are `pairStart[n]..<pairStart[n + 1]`; people ascending and distinct in a row.
  public var pairStart: [Int]
  public var pairPerson: [Int32]
  /// Points of each pair; may be negative.
  public var pairPoints: [Int32]

  public init(
    needs: [NeedNode], homeOfPerson: [Int32], homeCapacity: [Int], pairStart: [Int],
    pairPerson: [Int32], pairPoints: [Int32]
  ) {
    self.needs = needs
    self.homeOfPerson = homeOfPerson
    self.homeCapacity = homeCapacity
    self.pairStart = pairStart
    self.pairPerson = pairPerson
    self.pairPoints = pairPoints
  }

  /// Bounds that keep every sum of the search and of the checker inside 64 bits.
  ///
  /// With at most 2^22 nodes, 2^22 units and costs below 2^24 in size, a path costs under 2^46 and an
  /// objective or a dual value under 2^47.
  public enum Limit {
    public static let nodes = 1 << 22
    public static let units = 1 << 22
    public static let cost = 1 << 24
  }
}
