/// What is in force and where each value comes from, for `talent config show`.
extension Configuration {
  /// Each file, each key, its effective value and its place; a file that is refused says why.
  public func shown() -> String {
    ConfigFile.allCases.map { file in
      "\(file.rawValue)\n" + shownFields(of: file).map { "  \($0)\n" }.joined()
    }.joined(separator: "\n")
  }

  private func shownFields(of file: ConfigFile) -> [String] {
    do throws(ConfigurationError) {
      let entry = try entry(of: file)
      _ = try entry.fields(in: file.rawValue, allowed: file.keys)
      return shownLines(of: entry, called: "", in: file)
    } catch {
      return error.description.split(separator: "\n").map(String.init)
    }
  }

  private func shownLines(of entry: Entry, called path: String, in file: ConfigFile) -> [String] {
    switch entry.value {
    case .mapping(let fields):
      return fields.flatMap { field in
        shownLines(
          of: field.entry, called: path.isEmpty ? field.key : "\(path).\(field.key)", in: file)
      }
    case .list(let items):
      return ["\(path)"] + items.map { "  - \($0.flowText)  \(source(of: $0, in: file))" }
    case .scalar(let text, _):
      let secret = path == "conninfo" && Connection.holdsPassword(text)
      let value =
        secret ? "withheld: it holds a password, which belongs in ~/.pgpass" : entry.flowText
      return ["\(path): \(value)  \(source(of: entry, in: file))"]
    }
  }

  private func source(of entry: Entry, in file: ConfigFile) -> String {
    entry.origin.place == Origin.shippedPlace(file)
      ? "(default)" : "(\(entry.origin.place), line \(entry.origin.line))"
  }
}

extension Entry {
  /// On one line, as YAML's flow style would have it.
  var flowText: String {
    switch value {
    case .scalar(let text, plain: true): printable(text)
    case .scalar(let text, plain: false): quoted(text, upTo: .max)
    case .list(let items): "[\(items.map(\.flowText).joined(separator: ", "))]"
    case .mapping(let fields):
      "{\(fields.map { "\($0.key): \($0.entry.flowText)" }.joined(separator: ", "))}"
    }
  }
}
