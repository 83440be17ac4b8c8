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
  /// Bytes of a workbook as it lies on disk, and of the texts its sheets share.
  public var workbookBytes = 100_000_000
  public var sharedBytes = 128_000_000
  public var sharedTexts = 5_000_000
  public var sheets = 255
  /// Bytes of a sheet's XML that are looked through for its headings.
  public var headingsBytes = 4_000_000
  /// Files inside a workbook.
  public var workbookParts = 2_000
  /// How many times its packed size a part may swell to, once it is larger than 32 MB.
  public var swelling = 150

  public static let `default` = Limits()

  public init() {}
}
