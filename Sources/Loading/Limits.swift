/// How much of a sheet is too much.
public struct Limits: Hashable, Sendable {
  /// Data rows in a sheet.
  public var rows = 1_000_000
  public var cellBytes = 5_000_000
  /// Cells in a record.
  public var columns = 10_000
  public var recordBytes = 64_000_000
  /// The last line the headings may stand on.
  public var headingsLine = 20
  /// Refusals kept with their words; the rest are counted. A tenth as many notes are kept.
  public var findingsKept = 10_000

  public static let `default` = Limits()

  public init() {}
}
