/// What a cell was in the sheet it was read from; in a text file every cell is text.
public enum CellKind: UInt8, Sendable {
  case text, number, date, boolean, error
  /// A date that the workbook shows with the number of its month first.
  case monthFirstDate

  public var isDate: Bool { self == .date || self == .monthFirstDate }
}
