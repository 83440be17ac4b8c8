/// A sheet of a workbook by its tab.
public struct SheetTab: Hashable, Sendable {
  public let name: String
  public let isHidden: Bool
}
