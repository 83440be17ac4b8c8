import ArgumentParser
import Domain
import Reporting
import Storing

struct ClusterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cluster", abstract: "Named groups of schools.", subcommands: [ClusterAdd.self])
}

struct ClusterAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Make a cluster, or add members to one.",
    discussion: "talent cluster add 'Family 3' --kind family 109443 109494")

  @Argument(help: "Its name.") var name: String
  @Option(help: "alliance, family, collaboration, trust, triad or hub.") var kind: String
  @Argument(help: "Members: schools' URNs or settings' references.") var members: [String] = []
  @OptionGroup var output: Output

  func run() throws {
    let name = try Typed.words(name, for: "the name", atMost: 200)
    let session = try Session()
    let kind = try session.name(kind, in: .clusterKinds, for: "--kind")
    let places = try members.map { try Typed.place($0, for: "a member") }
    let (isNew, added) = try session.store().addCluster(name, kind: kind, members: places)
    if output.json { return try output.print(json: json(name, kind, isNew, added)) }
    let made = isNew ? "Made \(shown(name)), a cluster of the kind \(kind). " : ""
    let already = members.count - added.count
    let kept = already > 0 ? " (\(already) in it already)" : ""
    try Terminal.print(
      made + "\(Phrase.count(added.count, "member")) added to \(shown(name))\(kept).")
    for place in added { try Terminal.print("  \(shown(place.spoken))") }
  }

  private func json(_ name: String, _ kind: String, _ isNew: Bool, _ added: [NamedPlace]) -> JSON {
    [
      "cluster": .string(name), "kind": .string(kind), "new": .bool(isNew),
      "added": .array(
        added.map { ["place": .string($0.key.description), "place_name": .string($0.name)] }),
    ]
  }
}
