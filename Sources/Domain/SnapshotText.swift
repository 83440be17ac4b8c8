extension Snapshot {
  /// The snapshot as text, a line a record, so that it can be read and checked years later.
  ///
  /// Fields are separated by tabs; a tab, line end or backslash inside a field is escaped; an empty
  /// field means nothing was recorded. Records that belong to another follow it. Equal snapshots give
  /// equal bytes.
  public var text: String {
    var out = LineWriter(capacity: 200 * (places.count + people.count + needs.count))
    out.line("talent snapshot", "1")
    out.line("today", today.iso)
    for place in places { out.write(place) }
    for person in people { out.write(person) }
    for open in needs { out.write(open) }
    for standing in standing { out.write(standing) }
    return out.text
  }

  /// Reads `text` back; the error names the first line that is not a snapshot's.
  public init(text: String) throws(SnapshotError) {
    var text = text
    let read = text.withUTF8 { bytes in
      var reader = LineReader(bytes)
      return Result { () throws(SnapshotError) in try reader.snapshot() }
    }
    self = try read.get()
  }
}

/// The stored text of a plan's snapshot is damaged.
public struct SnapshotError: Error, Hashable, Sendable, CustomStringConvertible {
  public var line: Int
  public var description: String { "the plan's snapshot is damaged at line \(line)" }
}
