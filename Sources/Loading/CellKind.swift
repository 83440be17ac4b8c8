/// What a cell was in the sheet it was read from; in a text file every cell is text.
public enum CellKind: UInt8, Sendable {
  case text, number, date, boolean, error
}
