import Domain
import Reporting

extension Proposal {
  /// What it wins but for staying where it was.
  var pointsEarned: Int { points - pointsForStaying }

  var pointsForStaying: Int { lines.reduce(0) { $0 + ($1.criterion == .stays ? $1.points : 0) } }
}

/// How the proposals of two plans differ, need by need.
struct PlanChanges {
  struct Change: Hashable {
    let need: String
    /// Whom the earlier plan proposed, and whom the later one does; those in both are in both lists.
    let was: [PersonNumber]
    let now: [PersonNumber]

    var came: [PersonNumber] { now.filter { !was.contains($0) } }
    var went: [PersonNumber] { was.filter { !now.contains($0) } }
  }

  /// A line of both plans, as it was and as it is.
  struct Line: Hashable {
    let was: Proposal
    let now: Proposal

    var need: String { now.need }
    var hasOtherPoints: Bool { was.pointsEarned != now.pointsEarned }
    var hasOtherSupervisor: Bool { was.supervision?.person != now.supervision?.person }
    var hasOtherCovers: Bool { was.covers.map(\.person) != now.covers.map(\.person) }
    var hasOtherCompany: Bool { hasOtherSupervisor || hasOtherCovers }
    var isAdjusted: Bool { hasOtherPoints || hasOtherCompany }
  }

  /// The earlier plan's number.
  let earlier: Int
  /// Needs by reference, shorter references first.
  let changed: [Change]
  /// Proposals that are in both, by need.
  let staying: [Line]

  var stays: Int { staying.count }
  /// Those that differ in their points, their supervisor or their covers.
  var adjusted: [Line] { staying.filter(\.isAdjusted) }

  init(from earlier: Plan, number: Int, to plan: Plan) {
    let was = Dictionary(grouping: earlier.proposals, by: \.need)
    let now = Dictionary(grouping: plan.proposals, by: \.need)
    let needs = Set(was.keys).union(now.keys).sorted {
      ($0.utf8.count, $0) < ($1.utf8.count, $1)
    }
    self.earlier = number
    changed = needs.compactMap { need in
      let change = Change(
        need: need, was: (was[need] ?? []).map(\.person).sorted(),
        now: (now[need] ?? []).map(\.person).sorted())
      return change.was == change.now ? nil : change
    }
    staying = needs.flatMap { need in
      (now[need] ?? []).sorted { $0.person < $1.person }.compactMap { line in
        was[need]?.first { $0.person == line.person }.map { Line(was: $0, now: line) }
      }
    }
  }

  var json: [(String, JSON)] {
    [
      (
        "changed",
        .array(
          changed.map {
            ["need": .string($0.need), "was": Self.json($0.was), "now": Self.json($0.now)]
          })
      ),
      ("stays", .int(stays)),
    ]
  }

  private static func json(_ people: [PersonNumber]) -> JSON {
    .array(people.map { .string($0.description) })
  }

  /// `31 lines stay as in plan 1.`
  var closing: String {
    if changed.isEmpty, stays == 0 { return "Plan \(earlier) proposed nobody either." }
    if changed.isEmpty, !staying.contains(where: \.hasOtherCompany) {
      return "Nothing changes: \(whatStays)."
    }
    return stays == 0 ? "No line stays as in plan \(earlier)." : "\(whatStays)."
  }

  private var whatStays: String {
    "\(Phrase.count(stays, "line")) \(stays == 1 ? "stays" : "stay") as in plan \(earlier)"
  }
}
