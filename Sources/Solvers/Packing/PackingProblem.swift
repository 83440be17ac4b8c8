/// Which parts to choose: blocks of parts that share limits, joined by rows.
///
/// *Homes* are the blocks. A part belongs to one home and to one person of it, takes amounts of the home's
/// *limits*, and has a coefficient of +1 or -1 in *rows* that join homes. Maximise the values of the chosen parts
/// such that no limit and no row is passed and every pinned part is chosen.
///
/// Shapes are those of the caller's word: offsets ascend, every number is in range, amounts are 1 or more.
/// Values are below 2^22 in size and parts at most 2^26, which keeps every sum below 2^55 (in 64ths).
public struct PackingProblem: Sendable {
  public struct Use: Hashable, Sendable, BitwiseCopyable {
    public var limit: Int32
    public var amount: Int32

    public init(limit: Int32, amount: Int32) {
      self.limit = limit
      self.amount = amount
    }
  }

  public struct Link: Hashable, Sendable, BitwiseCopyable {
    public var row: Int32
    public var coefficient: Int32

    public init(row: Int32, coefficient: Int32) {
      self.row = row
      self.coefficient = coefficient
    }
  }

  /// Parts of home `h` are `homeStart[h]..<homeStart[h + 1]`, limits likewise.
  public var homeStart: [Int32] = [0]
  public var limitStart: [Int32] = [0]
  public var limitCapacity: [Int32] = []
  /// Such a limit counts each person with a chosen part that uses it once.
  public var limitCountsPeople: [Bool] = []
  public var person: [Int32] = []
  public var value: [Int32] = []
  public var isPinned: [Bool] = []
  public var useStart: [Int32] = [0]
  public var uses: [Use] = []
  public var linkStart: [Int32] = [0]
  public var links: [Link] = []
  /// Of any sign: below 0 it asks for parts with -1.
  public var rowCapacity: [Int] = []

  public init() {}

  public var parts: Range<Int> { 0..<value.count }
  public var homes: Range<Int> { 0..<homeStart.count - 1 }
}
