import Domain
import Reporting

extension PlanInQuestion {
  /// Who supervises, who covers, and in which order to agree it.
  func companions(of proposal: Proposal) -> [String] { companions.sentences(proposal) }

  private var companions: Companions {
    Companions(
      person: { number in self.person(number).map { work.person($0).name } },
      place: { work.snapshot.name(ofPlace: $0) })
  }

  func json(of proposal: Proposal) -> JSON {
    let person = person(proposal.person).map { work.person($0) }
    return [
      "person": .string(proposal.person.description), "name": .string(person?.name ?? ""),
      "points": .int(proposal.points), "lines": .lines(proposal.lines),
      "supervisor": .supervision(
        proposal.supervision,
        name: proposal.supervision.flatMap { self.person($0.person) }.map { work.person($0).name }),
      "covers": .array(proposal.covers.map(companions.json)),
    ]
  }
}
