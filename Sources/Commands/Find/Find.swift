import ArgumentParser
import Domain
import Reporting
import Storing

struct Find: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Find people in the talent pool.",
    discussion: """
      Every part given narrows the answer. Words are looked for in names and notes, and as \
      specialisms and strengths; accents and capitals do not matter, and a typing error is forgiven \
      when nobody has the word as typed.

        talent find phonics --designation SLE --near 109489 --miles 10
        talent find --ready-for DHT --readiness now --la Bedford
        talent find sian llyr
      """)

  @OptionGroup var asked: FindOptions
  @OptionGroup var output: Output

  func run() throws {
    let session = try Session()
    var question = try asked.question(session)
    let store = try session.store()
    if let person = question.person, let known = try? store.whom(person) {
      question.person = .number(known)
    }
    let answer = try store.people(question)
    if let missing = answer.missing { throw refusal(missing, question, store) }
    let page = FoundPage(
      answer: answer, question: question,
      roadFactorPercent: question.near == nil
        ? 100 : try session.configuration.norms().roadFactorPercent)
    try output.print(page.table(isForPeople: output.isForPeople), json: page.json)
    guard !answer.people.isEmpty else { return }
    if output.isForPeople {
      try Terminal.print(page.summary)
    } else if answer.people.count < answer.total {
      Terminal.complain(page.summary)
    }
  }

  private func refusal(
    _ missing: PeopleAnswer.Missing, _ question: PeopleQuestion, _ store: Store
  ) -> Failure {
    switch missing {
    case .authority(let nearest):
      unknown("local authority", asked.la ?? "", nearest, "its name or three-digit code in GIAS")
    case .cluster(let nearest):
      unknown("cluster", asked.cluster ?? "", nearest, "talent cluster add makes one")
    case .point: nowhere(question, store)
    }
  }

  /// What is near nothing: a name that is no key, or a place nobody has located.
  private func nowhere(_ question: PeopleQuestion, _ store: Store) -> Failure {
    let typed = asked.near ?? ""
    if case .place(let key) = question.near, (try? store.place(key)) == nil {
      let word = typed.split(separator: " ").first { $0.contains(where: \.isLetter) } ?? "NAME"
      return Failure(
        .refused,
        "there is no URN, setting or postcode \(Typed.quoted(typed))\n"
          + "  Try: talent school find \(shown(String(word), limit: 40))")
    }
    return Failure(
      .refused,
      "nothing with a known position is at \(Typed.quoted(typed))\n"
        + "  Try: the URN of a school nearby, or a school's postcode")
  }

  private func unknown(_ what: String, _ typed: String, _ nearest: String?, _ other: String)
    -> Failure
  {
    Failure(
      .refused,
      "there is no \(what) \(Typed.quoted(typed))\n  Try: \(nearest.map { shown($0) } ?? other)")
  }
}
