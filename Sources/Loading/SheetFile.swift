/// A file somebody gave as a sheet: a text file, or a workbook with the sheet in it.
public struct SheetFile {
  /// The file's name: an ending that does not fit what is inside is refused.
  public let name: String
  /// The sheet of a workbook that is meant; nil to look for the one whose headings fit.
  public let sheet: String?
  /// Gives the file from its first byte; called several times.
  public let open: () throws -> ByteSource

  public init(_ name: String, sheet: String? = nil, open: @escaping () throws -> ByteSource) {
    self.name = name
    self.sheet = sheet
    self.open = open
  }

  /// The ending after the last point, in small letters: `xlsx`.
  var ending: String {
    guard let point = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: point)...].lowercased()
  }
}
