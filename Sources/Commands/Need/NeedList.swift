import ArgumentParser
import Domain
import Reporting
import Storing

struct NeedList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List needs that still want somebody; --all lists every one.")

  @Flag(help: "Needs that still want somebody (the default).") var open = false
  @Flag(help: "Closed and filled ones too.") var all = false
  @Option(help: "Only in this cluster or local authority.") var within: String?
  @OptionGroup var output: Output

  func validate() throws {
    if open, all { throw ValidationError("choose one of --open and --all") }
  }

  func run() throws {
    let store = try Session().store()
    let needs = try store.needs(all ? nil : .open, within: within)
    if needs.isEmpty, let within { try refuseUnknown(within, store) }
    try output.print(
      NeedPage.table(needs, showsState: all, isForPeople: output.isForPeople),
      json: .array(needs.map { NeedPage.json($0) }))
    if output.isForPeople, !needs.isEmpty {
      let people = needs.filter { $0.isOpen }.map { Int($0.need.people - $0.filled) }.reduce(0, +)
      try Terminal.print(
        "\(Phrase.count(needs.count, "need")), \(Phrase.count(people, "person", plural: "people")) wanted."
      )
    }
  }

  /// An empty list for a misspelt name would look like good news.
  private func refuseUnknown(_ name: String, _ store: Store) throws {
    guard try !store.knows(name) else { return }
    let nearest = try store.nearest(name, .cluster) ?? store.nearest(name, .authority)
    throw Typed.refused(
      name, for: "--within", "is neither a cluster nor a local authority",
      nearest.map { shown($0) } ?? "the name of one")
  }
}
