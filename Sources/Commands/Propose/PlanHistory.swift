import Domain
import Storing

/// What was decided about a plan's lines, and what became of its needs, up to the day another was made.
struct PlanHistory {
  private let decisions: [String: [DecisionOnLine]]
  private let closings: [String: String]

  /// - Parameters:
  ///   - plan: the earlier plan's number.
  ///   - gone: needs of the earlier plan's that are not in the later one's data.
  ///   - day: the later one's.
  init(ofPlan plan: Int, gone: Set<String>, until day: Day, in store: Store) throws {
    decisions = Dictionary(grouping: try store.decisions(plan: plan), by: \.need)
    closings = gone.isEmpty ? [:] : try Self.closings(gone, until: day, store)
  }

  /// `P33 was accepted by Ann Example on 3 Dec 2026 (placement 4)`; nil when nobody decided the line.
  func decision(_ need: String, _ person: PersonNumber) -> String? {
    guard let made = decisions[need]?.first(where: { $0.person == person }) else { return nil }
    let by = "by \(made.by) on \(made.on.spoken)"
    let placement = made.placement.map { " (placement \($0))" } ?? ""
    if let instead = made.instead {
      return "\(instead) was chosen instead of \(person) \(by)\(placement)"
    }
    return "\(person) was \(made.verdict) \(by)\(placement)"
  }

  /// Why a need is not in the later plan's data any more; nil when that is not known.
  func closing(_ need: String) -> String? { closings[need] }

  private static func closings(
    _ gone: Set<String>, until day: Day, _ store: Store
  ) throws -> [String: String] {
    let placements = Dictionary(grouping: try store.placements(), by: \.need)
    var closings: [String: String] = [:]
    for record in try store.needs() where gone.contains(record.need.reference) {
      let reference = record.need.reference
      let chosen = (placements[reference] ?? []).filter { $0.isActive && $0.chosenOn <= day }
      if let closed = record.closedOn, closed <= day {
        let why = record.closedBecause.map { ": \($0)" } ?? ""
        closings[reference] = "\(reference) was closed on \(closed.spoken)\(why)"
      } else if chosen.count >= record.need.people {
        closings[reference] = "Everybody \(reference) asks for is chosen"
      } else if record.need.window.to < day {
        closings[reference] = "The last day of \(reference) was past"
      } else {
        closings[reference] = "\(reference) is not among the needs of the later plan"
      }
    }
    return closings
  }
}
