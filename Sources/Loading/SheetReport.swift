import Domain

/// What reading a sheet came to. `read == accepted + repeated + rejected`, always.
public struct SheetReport: Sendable {
  /// What was decided on the way and is out of the ordinary, one sentence each. What the sheet was
  /// taken for is said by its shape.
  public var announcements: [String] = []
  /// Data rows seen; blank rows and lines before the headings are not counted.
  public var read = 0
  /// Rows with at least one refusal.
  public var rejected = 0
  /// Rows equal to an earlier row of the same sheet: noted and not handed over again.
  public var repeated = 0
  /// All findings, notes among them.
  public var findingCount = 0
  /// Lines of rows handed over before a later row contradicted them, in the order they were found;
  /// a caller that loads good rows only leaves these out too.
  public var contested: [Int] = []
  /// Refusals of rows handed over before the rest of the sheet put a cell of theirs in doubt, by line; a
  /// caller leaves these rows out too. They are not among the findings handed over, nor counted.
  public var doubted: [Finding] = []
  /// Whether the file as a whole is refused.
  public var isFatal = false
  /// Nil when the headings were never found.
  public var shape: SheetShape?

  public init() {}

  /// Rows handed over.
  public var accepted: Int { read - rejected - repeated }
}
