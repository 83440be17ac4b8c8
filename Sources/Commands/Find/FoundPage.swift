import Domain
import Reporting
import Storing

/// People found, as a table or as JSON.
struct FoundPage {
  let answer: PeopleAnswer
  let question: PeopleQuestion
  let roadFactorPercent: Int

  /// A column, and what it says of a person.
  private struct Column {
    let column: Table.Column
    let cell: (FoundPerson) -> Table.Cell
  }

  /// For people short cells, and only the columns that say something of somebody; for programs
  /// always the same.
  func table(isForPeople: Bool) -> Table {
    let columns = columns(isForPeople: isForPeople)
    let cells = columns.map { column in answer.people.map(column.cell) }
    let kept = columns.indices.filter { index in
      !isForPeople || index < 2 || cells[index].contains { !$0.text.isEmpty }
    }
    var table = Table(kept.map { columns[$0].column }, whenEmpty: nobody)
    for line in answer.people.indices { table.add(kept.map { cells[$0][line] }) }
    return table
  }

  private func columns(isForPeople: Bool) -> [Column] {
    let first = [
      Column(column: .init("Person")) { .init($0.number.description) },
      Column(column: .init("Name", canShrink: true, minimumWidth: 12)) { .init($0.name) },
      Column(column: .init("Home", canShrink: true, minimumWidth: 12)) {
        .init($0.homeName ?? $0.home?.description ?? "")
      },
      Column(column: .init("Post", canShrink: true, minimumWidth: 10)) { .init($0.role ?? "") },
      Column(column: .init("Holds", canShrink: true, minimumWidth: 10)) { .init(holdings(of: $0)) },
      Column(column: .init("Readiness", canShrink: true, minimumWidth: 9)) {
        .init(readiness(of: $0, isBrief: isForPeople))
      },
      Column(column: .init("Miles", .trailing)) { .init(miles(to: $0) ?? "") },
      Column(column: .init("Days left", .trailing)) {
        .init($0.halfDaysLeft.map { Self.days($0) } ?? "")
      },
    ]
    guard !isForPeople || question.onlyOverdue || question.order == .overdue else { return first }
    return first + [
      Column(column: .init("Overdue", canShrink: true, minimumWidth: 10)) {
        .init(overdue($0), .yellow)
      }
    ]
  }

  /// `SLE: Phonics, English; LLE`, or what the person claims to be good at.
  private func holdings(of person: FoundPerson) -> String {
    if person.holdings.isEmpty {
      return person.strengths.isEmpty ? "" : "(\(person.strengths.joined(separator: ", ")))"
    }
    return person.holdings.map { holding in
      holding.specialisms.isEmpty
        ? holding.role : "\(holding.role): \(holding.specialisms.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  /// Briefly the level alone: for the post asked about, else for the one aspired to.
  private func readiness(of person: FoundPerson, isBrief: Bool) -> String {
    guard let readiness = person.readiness else { return "" }
    if isBrief || question.readyFor != nil { return readiness.level }
    return "\(readiness.level), \(readiness.post)"
  }

  private func miles(to person: FoundPerson) -> String? {
    tenths(to: person).map { Miles.spoken(tenths: $0) }
  }

  private func tenths(to person: FoundPerson) -> Int? {
    person.metres.map {
      Miles.tenths(ofStraightMetres: $0, roadFactorPercent: roadFactorPercent)
    }
  }

  private func overdue(_ person: FoundPerson) -> String {
    guard let step = person.overdueStep, let since = person.overdueSince else { return "" }
    return "\(since.typed) \(step)"
  }

  /// `7`, `2.5`.
  static func days(_ halfDays: HalfDays) -> String {
    halfDays.count % 2 == 0
      ? "\(halfDays.count / 2)" : "\(Double(halfDays.count) / 2)"
  }

  private var nobody: String {
    if answer.isPoolEmpty { return "Nobody is in the pool yet. Try: talent load people FILE" }
    return question.words.isEmpty && question.person == nil
      ? "Nobody matches all of that. Try: leave one part out."
      : "Nobody matches. Try: fewer words, or part of a name."
  }

  /// `Showing 30 of 213.`
  var summary: String {
    let count = answer.people.count
    var total = Phrase.count(answer.total, "person", plural: "people")
    if answer.total > PeopleQuestion.mostCounted {
      total = "over \(Phrase.number(PeopleQuestion.mostCounted)) people"
    }
    var text = count == answer.total ? "\(total)." : "Showing \(Phrase.number(count)) of \(total)."
    if answer.isByLikeness {
      text = "Nobody has these words as typed; these are like them. " + text
    }
    if let name = answer.nearName { text += " Road miles from \(shown(name))." }
    if question.readyFor != nil, let post = question.readyFor {
      text += " Readiness for \(shown(post))."
    }
    return text
  }
}

extension FoundPage {
  var json: JSON { .array(answer.people.map(json)) }

  private func json(_ person: FoundPerson) -> JSON {
    [
      "number": .string(person.number.description), "name": .string(person.name),
      "trn": .optional(person.trn?.description), "home": .optional(person.home?.description),
      "home_name": .optional(person.homeName), "phase": .optional(person.homePhase),
      "authority": .optional(person.authority), "role": .optional(person.role),
      "aspiration": .optional(person.aspiration),
      "designations": .array(
        person.holdings.map {
          ["designation": .string($0.role), "specialisms": .strings($0.specialisms)]
        }),
      "strengths": .strings(person.strengths),
      "readiness": person.readiness.map { .readiness($0) } ?? .null,
      "miles": tenths(to: person).map { .number(Double($0) / 10) } ?? .null,
      "days_left": .days(person.halfDaysLeft), "overdue_step": .optional(person.overdueStep),
      "overdue_since": .day(person.overdueSince),
    ]
  }
}
