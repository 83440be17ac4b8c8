/// The evidence for a bound on every plan of a `JointProblem`, in whole 64ths of a point.
///
/// Given *prices* (of rows; of filling one must-fill unit less; of the shared limits of homes that are
/// split), a part is worth `64 * value - sum(coefficient * row price) + (mustFill ? mustFillPrice : 0)`, and
/// no plan is worth more than
///
///     64 * constant + sum(row capacity * row price) - mustFillPrice * (must-fill units filled at least)
///       + sum over homes of the most that parts of the home within its limits are worth.
///
/// A home with no choice left within what is decided has no most: there is no plan, and nothing to bound.
///
/// For a home that is *split* its limits shared by several people (those that parts of two people use,
/// whatever is decided of these parts) are priced too, instead of kept: a part pays `amount * price` (where
/// the limit counts people, each person with a chosen part that uses it pays the price once),
/// `capacity * price` is added, and the most is taken person by person, within the limits that are theirs
/// alone.
///
/// Homes are solved by whoever checks the proof, exactly as far as the work that one home may cost reaches, else
/// from above: where many parts compete for many limits the proof may then show a little less.
///
/// The search for it is a tree. First the prices named by `strikes`, one after the other, *strike* parts: with
/// B the bound and m the most of a part's home, a part is struck out when the bound with the home's most among
/// choices that contain it, B - m + (most with it), is not above the plan's own worth; and it is *settled* as
/// chosen when the same without it is not above the plan's worth. (All within what was struck and settled
/// before, by these prices as well: whoever checks goes on in a home until nothing more is found, and may so
/// find more than the search did. In whole points: floor(bound / 64) <= worth. A plan better than this one
/// cannot contain a part that was struck, nor leave out one that was settled; in a split home neither is tried.
/// Where B itself is not above the plan's worth nothing is left to prove.) Then every leaf decides some parts,
/// yes or no, such that the leaves together are a complete binary tree, and has the prices that bound what is
/// left. A leaf that decides against what was struck or settled has no plan. The bound proven is the largest
/// of the leaves' bounds and the plan's own worth.
public struct JointProof: Hashable, Sendable {
  public struct Prices: Hashable, Sendable {
    /// Of each row, 0 or more.
    public var row: [Int]
    /// Of one must-fill unit filled less than has to be, 0 or more; 0 in the first stage.
    public var mustFill: Int
    /// Homes whose shared limits are priced, ascending.
    public var splitHomes: [Int32]
    /// Prices of the shared limits of split homes, 0 or more; those left out are 0. Those of other homes' limits
    /// are only hints for bounding the home: what amounts of it are worth about. Limits ascending.
    public var limits: [LimitPrice]

    public init(
      row: [Int], mustFill: Int = 0, splitHomes: [Int32] = [], limits: [LimitPrice] = []
    ) {
      self.row = row
      self.mustFill = mustFill
      self.splitHomes = splitHomes
      self.limits = limits
    }
  }

  public struct LimitPrice: Hashable, Sendable {
    public var limit: Int32
    public var price: Int

    public init(limit: Int32, price: Int) {
      self.limit = limit
      self.price = price
    }
  }

  public struct Decision: Hashable, Sendable {
    public var part: Int32
    public var isChosen: Bool

    public init(part: Int32, isChosen: Bool) {
      self.part = part
      self.isChosen = isChosen
    }
  }

  public struct Leaf: Hashable, Sendable {
    /// In the order they were taken: leaves that share the first few share that branch.
    public var decided: [Decision]
    /// Which of `prices`.
    public var prices: Int

    public init(decided: [Decision], prices: Int) {
      self.decided = decided
      self.prices = prices
    }
  }

  public var prices: [Prices]
  /// Which of `prices` strike parts out, in turn.
  public var strikes: [Int]
  /// In any order; at least one, unless nothing needs proving.
  public var leaves: [Leaf]

  public init(prices: [Prices], strikes: [Int], leaves: [Leaf]) {
    self.prices = prices
    self.strikes = strikes
    self.leaves = leaves
  }

  /// For a stage in which nothing needs proving: no plan leaves fewer than 0 must-fill units unfilled.
  public static let notNeeded = JointProof(prices: [], strikes: [], leaves: [])
}
