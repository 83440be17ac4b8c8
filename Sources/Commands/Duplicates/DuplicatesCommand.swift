import ArgumentParser
import Domain
import Reporting
import Resembling
import Storing

struct DuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates", abstract: "People who may be one person twice.",

    subcommands: [
      DuplicatesList.self, DuplicatesDismiss.self, DuplicatesDismissed.self, DuplicatesRestore.self,
    ], defaultSubcommand: DuplicatesList.self)
}

struct DuplicatesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List possible duplicates, the most alike first, each with why.",
    discussion: """
      Names (accents, initials, short forms, forename and surname changed over, slips of the keyboard, \
      surnames changed by marriage), TRN, school, post and programmes are weighed by how rare each is in \
      the pool. 10 points are twice the odds. Shown are pairs from 0 points on: if everybody were in the \
      pool twice, one of ten of 0 points would be one person. From 100 on a merge is what to look at \
      first; without a TRN that agrees that takes 66 points more, and who has another forename, but an \
      initial, Mr for Mrs or another TRN is never above 99. A TRN one slip away agrees where the name is \
      the same and more than the last digit differs: people are numbered one after another. Nobody is ever \
      merged by the program: talent person merge does what you decide, and talent duplicates dismiss keeps \
      a pair of two people from being shown again.
      """)

  @Option(
    help: "Show so many at most; otherwise 30 on the screen, and all in --json, --csv and --plain.")
  var limit: Int?
  @Option(help: "Only pairs with somebody from this place (a URN or a setting's reference).")
  var at: String?
  @OptionGroup var output: Output

  func validate() throws {
    guard limit.map((1...100_000).contains) ?? true else {
      throw ValidationError("--limit is from 1 to 100,000")
    }
  }

  func run() throws {
    let place = try at.map { try Typed.place($0, for: "--at").description }
    let store = try Session().store()
    var pool = Pool()
    try store.eachPerson { pool.add($0.compared) }
    let dismissed = Set(try store.dismissals().map { [$0.first, $0.second] })
    let all = resemblances(in: pool, withSomebodyFrom: place)
    let pairs = all.filter { !dismissed.contains([$0.first, $0.second]) }
    let most = limit ?? (output.isForPeople ? 30 : pairs.count)
    let shownPairs = Array(pairs.prefix(most))
    let page = DuplicatesPage(
      shownPairs, reasons(for: shownPairs, in: pool),
      try store.pairedPeople(shownPairs.flatMap { [$0.first, $0.second] }))
    try output.print(page.table, json: page.json)
    guard output.isForPeople else { return }
    if all.count > pairs.count, at == nil {
      let count = Phrase.count(all.count - pairs.count, "pair")
      try Terminal.print("\(count) dismissed: talent duplicates dismissed lists them.")
    }
    guard !pairs.isEmpty else { return }
    let firm = pairs.count { $0.isMergeOffered }
    let total =
      pairs.count > most
      ? "Showing \(Phrase.share(most, of: pairs.count))." : "\(Phrase.count(pairs.count, "pair"))."
    try Terminal.print(
      "\(total) \(Phrase.count(firm, "pair")) from 100 points on. Nobody is merged until you say so:\n"
        + "  talent person merge P1 P2 --by NAME --reason TEXT\n"
        + "Two people after all? talent duplicates dismiss P1 P2 --by NAME --reason TEXT")
  }
}

/// Pairs of people who may be one, as a table and as JSON.
struct DuplicatesPage {
  private let pairs: [(pair: Resemblance, reasons: [Reason])]
  private let people: [PersonNumber: PairedPerson]

  init(_ pairs: [Resemblance], _ reasons: [[Reason]], _ people: [PairedPerson]) {
    self.pairs = zip(pairs, reasons).map { ($0, $1) }
    self.people = Dictionary(
      people.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var table: Table {
    var table = Table(
      [
        .init("Points", .trailing), .init("Person"),
        .init("Name", canShrink: true, minimumWidth: 12),
        .init("Home", canShrink: true, minimumWidth: 12), .init("TRN"),
        .init("Because", canShrink: true, minimumWidth: 20),
      ], whenEmpty: "Nobody resembles anybody else enough to be worth a look.")
    for (pair, reasons) in pairs {
      let because = reasons.dropLast().map { "\($0.says) (\($0.points))" }
      table.add([String(pair.points)] + cells(pair.first) + [because.joined(separator: "; ")])
      table.add([""] + cells(pair.second) + [pair.isMergeOffered ? "Look at a merge first" : ""])
    }
    return table
  }

  private func cells(_ number: PersonNumber) -> [String] {
    let person = people[number]
    return [
      number.description, person?.name ?? "", person?.homeName ?? person?.home ?? "",
      person?.trn ?? "",
    ]
  }

  var json: JSON {
    .array(
      pairs.map { pair, reasons in
        [
          "points": .int(pair.points), "merge_offered": .bool(pair.isMergeOffered),
          "people": .array([json(pair.first), json(pair.second)]),
          "because": .array(
            reasons.map { ["says": .string($0.says), "points": .int($0.points)] }),
        ]
      })
  }

  private func json(_ number: PersonNumber) -> JSON {
    [
      "person": .string(number.description), "name": .optional(people[number]?.name),
      "home": .optional(people[number]?.home), "trn": .optional(people[number]?.trn),
    ]
  }
}

extension ComparedPerson {
  /// What the pool's people are compared by.
  var compared: Somebody {
    Somebody(
      number: number, name: name, folded: folded, trn: trn, place: home, role: role,
      programmes: programmes)
  }
}
