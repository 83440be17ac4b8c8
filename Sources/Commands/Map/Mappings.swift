import Configuring
import Defaults
import Domain
import Loading
import Reporting

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The descriptions of known spreadsheets: those shipped, and the user's own beside their config.
struct Mappings {
  static var folder: String { "\(Session.configHome)/mappings" }

  /// Name, where it is, and its text; the user's own in place of a shipped one of the same name.
  private let files: [(name: String, place: String, text: String)]

  init() throws {
    var files = Defaults.mappings.map {
      (name: $0.name, place: "config/mappings/\($0.name).yaml", text: $0.text)
    }
    for own in try Session.overrides(in: Self.folder) {
      files.removeAll { $0.name == own.name }
      files.append(own)
    }
    self.files = files.sorted { $0.name < $1.name }
  }

  var all: [SheetMapping] {
    get throws {
      try files.map { try Configuration.mapping(named: $0.name, at: $0.place, text: $0.text) }
    }
  }

  /// One of a name, or in a file.
  func named(_ name: String) throws -> SheetMapping {
    if let file = files.first(where: { $0.name == name.lowercased() }) {
      return try Configuration.mapping(named: file.name, at: file.place, text: file.text)
    }
    if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      let input = try InputFile(name)
      let bare = input.name.split(separator: ".").first.map(String.init) ?? input.name
      return try Configuration.mapping(
        named: bare, at: name, text: try input.wholeText(limit: 1 << 20))
    }
    let known = files.map(\.name).joined(separator: ", ")
    throw Failure(
      .usage,
      "there is no mapping \(Typed.quoted(name))\n  Try: one of \(known), or the path of a file")
  }

  /// The one whose headings the sheet has exactly; the names of all when several fit.
  func fitting(_ file: SheetFile, kind: String) throws -> [SheetMapping] {
    let candidates = try all.filter { $0.kind == kind }
    if candidates.isEmpty { return [] }
    let sketches = try SheetSketch.all(of: file)
    return candidates.filter { mapping in sketches.contains { mapping.fitsExactly($0) } }
  }
}

extension Failure {
  /// What is wrong with a mapping, each flaw with its line.
  init(_ refusal: MappingRefusal, in mapping: SheetMapping) {
    let flaws = refusal.flaws.prefix(20).map { flaw in
      let place = flaw.line > 0 ? "\(mapping.place), line \(flaw.line)" : mapping.place
      return "\(place): \(shown(flaw.says))"
        + (flaw.hint.isEmpty ? "" : "\n  Try: \(shown(flaw.hint))")
    }
    self.init(.usage, flaws.joined(separator: "\n"))
  }
}

extension Layout {
  /// The layout as the mapping has it; a mapping of another kind, or with flaws, is refused.
  func read(by mapping: SheetMapping, vocabulary: Vocabulary) throws -> Layout {
    guard mapping.kind == noun else {
      throw Failure(
        .usage,
        "the mapping \(shown(mapping.name)) is for \(shown(mapping.kind)), not for \(noun)\n"
          + "  Try: talent load \(shown(mapping.kind)) FILE --map \(shown(mapping.name))")
    }
    do {
      return try mapped(by: mapping, vocabulary: vocabulary)
    } catch let refusal as MappingRefusal {
      throw Failure(refusal, in: mapping)
    }
  }
}
