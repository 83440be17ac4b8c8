import ArgumentParser
import Domain
import Reporting
import Storing

struct PersonCompare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Show two to five people side by side.")

  @Argument(help: "Two to five numbers (P17) or TRNs.") var people: [String]
  @OptionGroup var output: Output

  func validate() throws {
    guard (2...5).contains(people.count) else {
      throw ValidationError("compare two to five people")
    }
  }

  func run() throws {
    let references = try people.map { try Typed.person($0) }
    let session = try Session()
    let store = try session.store()
    let today = try Session.today()
    let usual = try session.configuration.norms().halfDaysAYear
    let pages = try references.map {
      ProfilePage(
        profile: try store.profile(.number(store.whom($0))), today: today, usualHalfDays: usual)
    }
    for (line, page) in pages.enumerated() {
      let number = page.profile.number
      guard !pages[..<line].contains(where: { $0.profile.number == number }) else {
        throw Failure(.usage, "\(number) is named twice\n  Try: two to five different people")
      }
    }
    let width = output.isForPeople ? Terminal.width : nil
    try output.print(Comparison(pages: pages).table(width: width), json: .array(pages.map(\.json)))
  }
}

/// People in columns, what is kept about them in rows; what nobody has is left out.
struct Comparison {
  let pages: [ProfilePage]

  /// - Parameter width: of the terminal, to whose share of it cells are wrapped; nil wraps nothing.
  func table(width: Int?) -> Table {
    let labels = rows.map(\.0.count).max() ?? 0
    let share = width.map { max(12, ($0 - labels) / pages.count - 2) }
    let columns = pages.map {
      Table.Column($0.profile.number.description, canShrink: true, minimumWidth: 12)
    }
    var table = Table([.init("")] + columns, whenEmpty: "")
    for (label, cells) in rows {
      add(label, cells.map { $0.flatMap { wrapped($0, to: share) } }, to: &table)
    }
    return table
  }

  /// The line as so many lines of a width, the later ones indented.
  private func wrapped(_ line: String, to width: Int?) -> [String] {
    guard let width else { return [line] }
    let indent = line.prefix { $0 == " " }.count
    return Paragraph(line, indent: indent, hanging: indent + 1).text(width: width)
      .split(separator: "\n").map(String.init)
  }

  /// A list takes a line each, so that nothing is lost in a narrow column.
  private func add(_ label: String, _ cells: [[String]], to table: inout Table) {
    for line in 0..<(cells.map(\.count).max() ?? 0) {
      let texts = cells.map { line < $0.count ? $0[line] : line == 0 ? "-" : "" }
      table.add([line == 0 ? label : ""] + texts)
    }
  }

  private var rows: [(String, [[String]])] {
    [
      ("Name", { [$0.profile.record.name] }),
      ("Home", { [$0.profile.homeName].compactMap { $0 } }),
      ("Phase", { [$0.profile.homePhase].compactMap { $0 } }),
      ("Authority", { [$0.profile.authority].compactMap { $0 } }),
      ("Post", { [$0.profile.record.role].compactMap { $0 } }),
      ("Aspires to", { [$0.profile.record.aspiration].compactMap { $0 } }),
      ("Readiness", readiness), ("Designations", \.heldToday), ("Days left", \.daysLeft),
      ("Completed", \.completed),
      ("Programmes", \.profile.programmes), ("Strengths", \.profile.record.strengths),
      ("Behaviours", \.profile.record.behaviours),
      ("Performance", { box($0.profile.record.performance) }),
      ("Potential", { box($0.profile.record.potential) }), ("Travels", \.travels),
      ("Overdue", \.overdue),
    ].map { (label: String, cells: (ProfilePage) -> [String]) in (label, pages.map(cells)) }
  }

  private func readiness(_ page: ProfilePage) -> [String] {
    page.profile.readiness.flatMap {
      ["\($0.level), \($0.post)", $0.judgedOn.map { "  judged \($0.spoken)" } ?? "  not dated"]
    }
  }

  private func box(_ value: Int32?) -> [String] { value.map { ["\($0) of 3"] } ?? [] }
}

extension ProfilePage {
  fileprivate var inForce: [Designation] { profile.designations(inForceOn: today) }

  fileprivate var heldToday: [String] {
    inForce.flatMap { designation in
      [designation.role] + designation.specialisms.map { "  \($0.name)" }
    }
  }

  fileprivate var daysLeft: [String] {
    inForce.map { designation in
      let left = profile.halfDaysLeft(in: designation, on: today, usually: usualHalfDays)
      return inForce.count == 1 ? left.spoken : "\(designation.role): \(left.spoken)"
    }
  }

  fileprivate var completed: [String] {
    inForce.isEmpty
      ? [] : [Phrase.count(Int(inForce.map(\.completed).reduce(0, +)), "deployment")]
  }

  fileprivate var overdue: [String] {
    profile.steps.filter { $0.isOverdue(on: today) }.map { "\($0.due?.typed ?? "") \($0.what)" }
  }
}
