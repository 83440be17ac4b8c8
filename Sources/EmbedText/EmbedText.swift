import Foundation

/// Turns a folder's texts into one Swift file of string literals, keyed by path below the folder.
@main
struct EmbedText {
  static func main() throws {
    let arguments = CommandLine.arguments
    let output = URL(fileURLWithPath: arguments[1])
    let folder = arguments[2]
    var source = "let embedded: [(path: String, text: String)] = [\n"
    for path in arguments.dropFirst(3) {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      source += "(\"\(path.dropFirst(folder.count + 1))\", ###\"\"\"\n\(text)\n\"\"\"###),\n"
    }
    try (source + "]\n").write(to: output, atomically: true, encoding: .utf8)
  }
}
