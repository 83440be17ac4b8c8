/// The joint plan under all rules as a whole-number problem: which *parts* to choose.
///
/// A part is one thing a plan can do with one person: place them at a need, have them supervise a first
/// deployment, have them cover a post that a secondment opens. Parts stand home by home: a *home* here is a
/// group of people whose parts share a limit, those of one school or a single person where nothing is shared.
///
/// - *Limits* bind the parts of one home: days left of a person, a person's time, days a home lets go in a
///   half-term, people out in a half-term.
/// - *Rows* join homes. A need takes at most so many people (each part that fills it has +1). What a part asks
///   for has a row of its own with capacity 0: the part that asks has +1, each that provides it has -1, so
///   that a first deployment is chosen only with a supervisor and an opened post only with its cover.
///
/// Maximise `constant` + the values of the chosen parts such that no limit and no row is passed and every
/// pinned part is chosen; before that, strictly, the number of chosen parts that fill a must-fill unit.
public struct JointProblem: Hashable, Sendable {
  public struct Limit: Hashable, Sendable {
    /// 0 or more.
    public var capacity: Int32
    /// Counts each person with a chosen part that uses it once, whatever the amounts.
    public var countsPeople: Bool

    public init(capacity: Int32, countsPeople: Bool = false) {
      self.capacity = capacity
      self.countsPeople = countsPeople
    }
  }

  /// What a part takes of a limit of its own home: 1 or more.
  public struct Use: Hashable, Sendable {
    public var limit: Int32
    public var amount: Int32

    public init(limit: Int32, amount: Int32) {
      self.limit = limit
      self.amount = amount
    }
  }

  /// A part's coefficient in a row: +1 takes or asks, -1 provides.
  public struct Link: Hashable, Sendable {
    public var row: Int32
    public var coefficient: Int32

    public init(row: Int32, coefficient: Int32) {
      self.row = row
      self.coefficient = coefficient
    }
  }

  /// Parts of home `h` are `homeStart[h]..<homeStart[h + 1]`; its limits are `limitStart[h]..<limitStart[h + 1]`.
  public var homeStart: [Int32] = [0]
  public var limitStart: [Int32] = [0]
  public var limits: [Limit] = []

  /// Whose part it is: a number of their own, 0 or more and below `Bound.parts`; all parts of a person stand in
  /// one home.
  public var person: [Int32] = []
  /// Points it adds, penalties it saves included; any sign, below `Bound.value` in size.
  public var value: [Int32] = []
  /// Whether it fills a unit of a must-fill need.
  public var mustFill: [Bool] = []
  public var isPinned: [Bool] = []
  /// Uses of part `i` are `uses[useStart[i]..<useStart[i + 1]]`, limits ascending and distinct.
  public var useStart: [Int32] = [0]
  public var uses: [Use] = []
  /// Links of part `i` are `links[linkStart[i]..<linkStart[i + 1]]`, rows ascending and distinct.
  public var linkStart: [Int32] = [0]
  public var links: [Link] = []

  /// What the chosen coefficients of each row add up to at most: 0 or more.
  public var rowCapacity: [Int32] = []
  /// What a plan that chooses nothing is worth.
  public var constant = 0
  /// Units that must-fill needs ask for.
  public var mustFillUnits = 0

  public init() {}

  public var parts: Range<Int> { 0..<value.count }
  public var homes: Range<Int> { 0..<homeStart.count - 1 }
  public func parts(ofHome home: Int) -> Range<Int> {
    Int(homeStart[home])..<Int(homeStart[home + 1])
  }
  public func limits(ofHome home: Int) -> Range<Int> {
    Int(limitStart[home])..<Int(limitStart[home + 1])
  }
  public func uses(ofPart part: Int) -> ArraySlice<Use> {
    uses[Int(useStart[part])..<Int(useStart[part + 1])]
  }
  public func links(ofPart part: Int) -> ArraySlice<Link> {
    links[Int(linkStart[part])..<Int(linkStart[part + 1])]
  }

  /// Sizes that keep every sum of the search and of the checker inside 64 bits.
  ///
  /// With at most 2^26 parts of value below 2^22, in 64ths of a point, a bound stays under 2^55.
  public enum Bound {
    public static let parts = 1 << 26
    public static let value = 1 << 22
    /// Uses, and links.
    public static let entries = 1 << 28
    /// Prices are in 64ths of a point and below this.
    public static let price = 1 << 34
    /// What a part is worth at any prices, in 64ths of a point and either sign, stays below this: 2^26 of
    /// them add up to less than 2^61.
    public static let worth = 1 << 35
  }
}
