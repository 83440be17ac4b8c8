/// A sentence or several, wrapped to a width with its later lines indented.
public struct Paragraph: Hashable, Sendable {
  public let text: String
  /// Spaces in front of the first line.
  public let indent: Int
  /// Spaces in front of every line after it.
  public let hanging: Int

  /// - Parameter text: unstyled; whitespace and line ends separate words, other controls are shown
  ///   escaped. No-break spaces (U+00A0) keep words together.
  public init(_ text: String, indent: Int = 0, hanging: Int = 0) {
    self.text = text
    self.indent = max(0, indent)
    self.hanging = max(0, hanging)
  }

  /// The lines, each ended by a line feed; empty when there are no words.
  ///
  /// - Parameter width: display columns; nil (no terminal) keeps the paragraph on one line. A word
  ///   longer than a line has a line of its own and is never cut.
  public func text(width: Int?) -> String {
    lines(width: width).map { $0 + "\n" }.joined()
  }

  private func lines(width: Int?) -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for word in words {
      let wordWidth = displayWidth(word)
      if lineWidth > 0, let width, lineWidth + 1 + wordWidth > width {
        lines.append(line)
        lineWidth = 0
      }
      if lineWidth == 0 {
        let margin = lines.isEmpty ? indent : hanging
        line = String(repeating: " ", count: margin) + word
        lineWidth = margin + wordWidth
      } else {
        line += " " + word
        lineWidth += 1 + wordWidth
      }
    }
    return lineWidth > 0 ? lines + [line] : lines
  }

  private var words: [String] {
    let breaks: Set<Character> = [" ", "\t", "\n", "\r", "\r\n"]
    return text.split(whereSeparator: breaks.contains).map { shown(String($0)) }
  }
}
