import Domain
import Placing
import Reporting

/// Why a line came or went because of who supervises it, or who covers the post it opens.
extension ChangeTelling {
  /// What keeps those who were to supervise or cover from it now.
  func companionsGone(_ line: Proposal, _ need: Int) -> [String] {
    var reasons: [String] = []
    if let supervision = line.supervision {
      let bars = now.bars(to: supervision, of: line.person, at: need)
      if let bar = bars.first {
        reasons.append("\(supervision.person) can no longer supervise: \(bar)")
      } else if let other = now.whereabouts(of: supervision.person, but: line.need) {
        reasons.append("\(supervision.person), who was to supervise, \(other)")
      }
    }
    for cover in line.covers {
      if let other = now.whereabouts(of: cover.person, but: line.need) {
        reasons.append("\(cover.person), who was to cover for \(cover.insteadOf), \(other)")
      }
    }
    return reasons
  }

  /// What kept those who supervise or cover now from it then.
  func companionsNew(_ line: Proposal, _ need: Int) -> [String] {
    var reasons: [String] = []
    if let supervision = line.supervision {
      let bars = then.bars(to: supervision, of: line.person, at: need)
      if let bar = bars.first {
        reasons.append("\(supervision.person), who supervises, could not then: \(bar)")
      } else if let other = then.whereabouts(of: supervision.person, but: line.need) {
        reasons.append("\(supervision.person), who supervises, \(other) \(inEarlier)")
      }
    }
    for cover in line.covers {
      if let other = then.whereabouts(of: cover.person, but: line.need) {
        reasons.append("\(cover.person), who covers for \(cover.insteadOf), \(other) \(inEarlier)")
      }
    }
    return reasons
  }

  /// `502 points instead of 490 (distance 55 instead of 43). Supervised by P12 instead of P14`
  func sentence(_ adjusted: PlanChanges.Line) -> String {
    var parts: [String] = []
    if adjusted.hasOtherPoints {
      let by = PointsChange.between(adjusted.was.lines, adjusted.now.lines).map(\.spoken)
      parts.append(
        "\(Phrase.count(adjusted.now.pointsEarned, "point")) instead of \(Phrase.number(adjusted.was.pointsEarned))"
          + (by.isEmpty ? "" : " (\(by.joined(separator: ", ")))"))
    }
    if adjusted.hasOtherSupervisor { parts.append(supervisors(adjusted)) }
    if adjusted.hasOtherCovers { parts.append(covers(adjusted)) }
    return "\(name(adjusted.now.person)): \(parts.joined(separator: ". "))"
  }

  private func supervisors(_ adjusted: PlanChanges.Line) -> String {
    switch (adjusted.was.supervision, adjusted.now.supervision) {
    case (nil, nil): return ""
    case (nil, let now?): return "Supervised by \(name(now.person)) now"
    case (let was?, nil): return "No longer supervised by \(name(was.person))"
    case (let was?, let now?):
      let why = now.person == was.person ? [] : companionsGone(supervised(adjusted.was), adjusted)
      return
        (["Supervised by \(name(now.person)) instead of \(name(was.person))"] + why).joined(
          separator: ": ")
    }
  }

  private func supervised(_ line: Proposal) -> Proposal {
    var line = line
    line.covers = []
    return line
  }

  private func companionsGone(_ line: Proposal, _ adjusted: PlanChanges.Line) -> [String] {
    now.need(adjusted.need).map { companionsGone(line, $0) } ?? []
  }

  private func covers(_ adjusted: PlanChanges.Line) -> String {
    let was = Phrase.list(adjusted.was.covers.map { name($0.person) })
    let now = Phrase.list(adjusted.now.covers.map { name($0.person) })
    if was.isEmpty { return "Covered by \(now) now" }
    return now.isEmpty ? "No cover any more (it was \(was))" : "Covered by \(now) instead of \(was)"
  }
}
