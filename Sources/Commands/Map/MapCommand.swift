import ArgumentParser
import Configuring
import Domain
import Loading
import Reporting
import Storing

struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Descriptions of known spreadsheets: what their headings mean.",
    discussion: """
      A sheet whose headings are not talent's own loads through a mapping: a file that says which \
      heading means what and how its words translate. Your own are files NAME.yaml in the folder \
      mappings beside your config (talent map list names it).
      """,
    subcommands: [MapList.self, MapDraft.self, MapCheck.self], defaultSubcommand: MapList.self)
}

struct MapList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the mappings there are.")

  @OptionGroup var output: Output

  func run() throws {
    let mappings = try Mappings().all
    var table = Table(
      [
        .init("Mapping"), .init("Kind"), .init("About", canShrink: true, minimumWidth: 16),
        .init("File", canShrink: true, minimumWidth: 16),
      ], whenEmpty: "There are no mappings.")
    for mapping in mappings {
      table.add([mapping.name, mapping.kind, mapping.about, mapping.place])
    }
    try output.print(
      table,
      json: .array(
        mappings.map {
          [
            "mapping": .string($0.name), "kind": .string($0.kind), "about": .string($0.about),
            "file": .string($0.place),
          ]
        }))
    if output.isForPeople { try Terminal.print("Your own go into \(shown(Mappings.folder)).") }
  }
}

struct MapDraft: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Propose a mapping for a sheet, for you to edit.",
    discussion: """
      talent map draft 'Talent pool.xlsx' --out pool.yaml, edit pool.yaml, then talent map check \
      pool.yaml 'Talent pool.xlsx', then talent load people 'Talent pool.xlsx' --map pool.yaml
      """)

  @Argument(help: "The sheet (CSV or .xlsx).") var file: String
  @Option(name: .long, help: "The kind it is; else the one its headings fit best.")
  var kind: SheetKind?
  @Option(name: .long, help: "The workbook's sheet; else the one that fits best.")
  var sheet: String?
  @Option(name: .long, help: "The file to write; standard output when not given.") var out: String?

  func run() throws {
    let input = try InputFile(file)
    let output = try out.map { try OutputFile($0) }
    let vocabulary = try Session().configuration.vocabulary()
    let known = try Mappings().all
    let drafts = try SheetSketch.all(of: input.sheetFile(sheet)).compactMap {
      MappingDraft(
        of: $0, named: input.name, kind: kind?.rawValue, knowing: known, vocabulary: vocabulary)
    }
    guard let draft = drafts.first(where: \.lacks.isEmpty) ?? drafts.first else {
      let faults = try SheetSketch.faults(of: input.sheetFile(sheet))
      var groups = FindingGroups(FindingPlace(file: input.name, shape: nil))
      for fault in faults { groups.say(fault) }
      if !faults.isEmpty { throw Failure(saidAlready: .refused) }
      throw Failure(
        .refused,
        "\(shown(input.name)): no line among the first 20 looks like the headings of a sheet\n"
          + "  Try: type headings above the rows, as talent template people has them")
    }
    if let output {
      try output.write { write in
        try Array(draft.text.utf8).withUnsafeBytes { try write($0) }
      }
      try Terminal.print(
        "A mapping for \(draft.kind) is in \(shown(output.path)): read it and edit it.")
    } else {
      try Terminal.write(Array(draft.text.utf8))
    }
    for lack in draft.lacks { Terminal.complain("Nothing was found for \(lack).") }
    if draft.lacks.isEmpty {
      let mapping = try Configuration.mapping(
        named: "draft", at: out ?? "the draft", text: draft.text)
      try MapTrial.of(mapping, on: input, sheet: sheet).sayInBrief()
    }
  }
}
