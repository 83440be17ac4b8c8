/// A Swift file's functions, told by the indentation that the formatter guarantees.
struct Outline {
  struct Function {
    let line: Int
    let signature: String
    /// Lines of its body; lines inside `"""` literals are texts and do not count.
    var length = 0
  }

  private(set) var functions: [Function] = []
  private var open: [(indent: Int, function: Function)] = []
  private var declared: (line: Int, indent: Int, text: String)?
  private var literal = false

  init(_ lines: [Substring]) {
    for (index, line) in lines.enumerated() { read(line, number: index + 1) }
  }

  private mutating func read(_ line: Substring, number: Int) {
    let isText = literal
    if line.components(of: "\"\"\"") % 2 == 1 { literal.toggle() }
    if isText { return }
    let indent = line.prefix { $0 == " " }.count
    if line.dropFirst(indent) == "}", let last = open.last, last.indent == indent {
      functions.append(last.function)
      open.removeLast()
      return
    }
    for index in open.indices { open[index].function.length += 1 }
    if Self.declaresFunction(line.dropFirst(indent)) { declared = (number, indent, String(line)) }
    if let head = declared, line.hasSuffix("{"), indent == head.indent {
      open.append((head.indent, Function(line: head.line, signature: head.text)))
      declared = nil
    } else if let head = declared, line.hasSuffix("}"), indent == head.indent {
      declared = nil
    }
  }

  private static func declaresFunction(_ code: Substring) -> Bool {
    let modifiers: Set<Substring> = [
      "public", "private", "fileprivate", "internal", "static", "mutating", "override", "final",
      "@discardableResult", "@inlinable", "@inline(__always)", "borrowing", "consuming", "@Test",
    ]
    let word = code.split(separator: " ").first { !modifiers.contains($0) } ?? ""
    return word == "func" || word.hasPrefix("init(") || word.hasPrefix("init?(")
  }
}

extension Substring {
  fileprivate func components(of mark: String) -> Int { ranges(of: mark).count }
}
