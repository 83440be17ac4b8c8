/// The name of a person as written, and the surname and forename that some sheets have beside it.
public enum PersonName {
  /// Whether a surname or a forename stands in a name, however it is spaced and hyphenated; a letter
  /// with an accent may be any.
  public static func `is`(_ part: String, partOf name: String) -> Bool {
    let name = Array(Vocabulary.folded(name))
    let part = Array(Vocabulary.folded(part))
    guard !part.isEmpty, name.count >= part.count else { return part.isEmpty }
    return (0...name.count - part.count).contains { start in
      part.indices.allSatisfy {
        let (a, b) = (name[start + $0], part[$0])
        return a == b || !a.isASCII || !b.isASCII
      }
    }
  }
}
