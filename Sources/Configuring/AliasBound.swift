/// Bounds what YAML aliases can cost before the parser runs.
///
/// Anchors and aliases are refused, but that is only seen once the parser has made its nodes, and on
/// the way it hashes mapping keys: a few dozen aliases that name each other as a key ("billion
/// laughs") would keep it for years. With n aliases a text unfolds to at most 3^(n/3) nodes: at 30 that
/// is 59,049. Everything that could be an alias counts, in quotes and comments too, so that nothing
/// hides from it.
enum AliasBound {
  static let aliases = 30

  /// The line where the text exceeds the bound, from 1; nil when it does not. O(n).
  static func exceededLine(in text: String) -> Int? {
    var line = 1
    var count = 0
    var previous = UInt8(ascii: "\n")
    for byte in text.utf8 {
      if previous == UInt8(ascii: "*"), byte > 32, byte != UInt8(ascii: "*") {
        count += 1
        if count > aliases { return line }
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      previous = byte
    }
    return nil
  }
}
