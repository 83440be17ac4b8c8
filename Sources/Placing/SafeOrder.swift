import Domain

/// One of the moves that a secondment with covered posts is made of.
public struct SafeMove: Hashable, Sendable {
  public var person: PersonNumber
  /// What they do: `steps up to Teacher at Brook Academy in place of P40 Bo Lee`.
  public var does: String
  /// What becomes of the others if they do not.
  public var otherwise: String
}

/// The order in which the moves of a secondment are confirmed so that no post is left without anybody: from
/// the end of the chain upwards, and last who fills the need.
///
/// Whoever falls through, those after them cannot leave, and those before them are free again. Empty where
/// no post has to be covered. Pure.
///
/// - Parameters:
///   - name: how a person is written.
///   - place: how a place is written.
public func safeOrder(
  of proposal: Proposal, naming name: (PersonNumber) -> String, at place: (PlaceKey) -> String
) -> [SafeMove] {
  guard !proposal.covers.isEmpty else { return [] }
  let upwards = Array(proposal.covers.reversed())
  let people = upwards.map(\.person) + [proposal.person]
  return people.indices.map { index in
    let does =
      index < upwards.count
      ? sentence(upwards[index], name, place) : "goes to \(proposal.need)"
    return SafeMove(
      person: people[index], does: does,
      otherwise: consequence(
        held: people[(index + 1)...].map(name), free: people[..<index].map(name),
        need: proposal.need))
  }
}

private func sentence(
  _ cover: Cover, _ name: (PersonNumber) -> String, _ place: (PlaceKey) -> String
) -> String {
  let post = "\(cover.post) at \(place(cover.place))"
  let instead = name(cover.insteadOf)
  return switch cover.way {
  case .moves: "moves to \(post) in place of \(instead)"
  case .stepsUp: "steps up to \(post) in place of \(instead)"
  case .exchanges: "changes places: takes \(post) in place of \(instead)"
  }
}

private func consequence(held: [String], free: [String], need: String) -> String {
  var parts: [String] = []
  if !held.isEmpty {
    let stay = held.count == 1 ? "stays" : "stay"
    parts.append("\(spoken(held)) \(stay) where they are")
  }
  parts.append("\(need) stays open")
  if !free.isEmpty { parts.append("\(spoken(free)) \(free.count == 1 ? "is" : "are") free again") }
  return spoken(parts)
}

/// `a`, `a and b`, `a, b and c`.
private func spoken(_ items: [String]) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return "\(items.dropLast().joined(separator: ", ")) and \(last)"
}
