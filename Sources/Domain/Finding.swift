/// Something doubtful in what was typed: where, what is wrong, and what to do.
public struct Finding: Hashable, Sendable {
  /// A note is announced and does not stop a load; a refusal rejects its row; a fatal one the file.
  public enum Weight: Int, Hashable, Sendable { case note, refusal, fatal }

  public var weight: Weight
  /// The physical line where the record starts, from 1; 0 when the whole file is meant.
  public var line: Int
  /// The column's heading as the user typed it; empty when the whole row is meant.
  public var column: String
  public var says: String
  public var hint: String

  public init(
    _ weight: Weight = .refusal, line: Int, column: String = "", says: String, hint: String = ""
  ) {
    self.weight = weight
    self.line = line
    self.column = column
    self.says = says
    self.hint = hint
  }
}

/// One record of a sheet, parsed: where it stood, how it was typed, what it says.
public struct Row<Draft: Sendable>: Sendable {
  /// The physical line where the record starts, from 1.
  public var line: Int
  /// A 64-bit hash of the record's cells as typed: the same row again is known by it.
  public var typed: Int64
  public var draft: Draft

  @inlinable public init(line: Int, typed: Int64, draft: consuming Draft) {
    self.line = line
    self.typed = typed
    self.draft = draft
  }
}
