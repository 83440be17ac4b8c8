import Domain
import Placing
import Reporting

/// Those a proposal needs beside the person it proposes, in words: who supervises, who covers, and the safe
/// order of their moves.
struct Companions {
  /// A person's name; nil when they are not known any more.
  let person: (PersonNumber) -> String?
  /// A place's name.
  let place: (PlaceKey) -> String

  /// None for most proposals; one for who supervises, two for a chain of covers.
  func sentences(_ proposal: Proposal) -> [String] {
    var sentences: [String] = []
    if let supervision = proposal.supervision { sentences.append(supervised(supervision)) }
    if !proposal.covers.isEmpty {
      sentences.append(proposal.covers.map(covered).joined(separator: "; "))
      let order = safeOrder(proposal).map(\.person.description)
      sentences.append(
        "Agree \(order.joined(separator: ", then ")): whoever falls through, those after them stay where they are"
      )
    }
    return sentences
  }

  /// `supervised by P12 Ruth Example (1 day, as SLE)`
  func supervised(_ supervision: Supervision) -> String {
    "Supervised by \(name(supervision.person)) (\(supervision.halfDays.spoken), as \(supervision.role))"
  }

  /// `P40 Bo Lee moves to Teacher at Brook Academy in place of P33 Ann Example`
  func covered(_ cover: Cover) -> String {
    let post = "\(cover.post) at \(place(cover.place))"
    let whose = name(cover.insteadOf)
    return switch cover.way {
    case .moves: "Covered by \(name(cover.person)), who moves to \(post) for \(whose)"
    case .stepsUp: "Covered by \(name(cover.person)), who steps up to \(post) for \(whose)"
    case .exchanges:
      "Covered by \(name(cover.person)), who changes places with \(whose) and takes \(post)"
    }
  }

  func safeOrder(_ proposal: Proposal) -> [SafeMove] {
    Placing.safeOrder(of: proposal, naming: name, at: place)
  }

  func json(_ cover: Cover) -> JSON {
    [
      "person": .string(cover.person.description), "name": .optional(person(cover.person)),
      "instead_of": .string(cover.insteadOf.description), "post": .string(cover.post),
      "school": .string(cover.place.description), "way": .string(cover.way.rawValue),
      "points": .int(cover.points), "lines": .lines(cover.lines),
    ]
  }

  private func name(_ number: PersonNumber) -> String {
    person(number).map { "\(number) \($0)" } ?? number.description
  }
}

extension JSON {
  /// Score lines: rule, points and reason of each.
  static func lines(_ lines: [ScoreLine]) -> JSON {
    .array(
      lines.map {
        [
          "rule": .string($0.criterion.rawValue), "points": .int($0.points),
          "because": .string($0.because),
        ]
      })
  }
}

extension Snapshot {
  /// A place's name, or its key where it is not in the snapshot.
  func name(ofPlace key: PlaceKey) -> String {
    places.first { $0.key == key }?.name ?? key.description
  }
}
