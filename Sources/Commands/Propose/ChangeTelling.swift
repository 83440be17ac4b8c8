import Domain
import Reporting
import Scoring

/// A change told to somebody who knows the earlier plan: who is new, who is gone, and what became of them.
///
/// Nothing it says tells a person's readiness, or that they do not want to be seen somewhere; see `ShownBar`.
struct ChangeTelling {
  /// The data of the earlier plan and of the later.
  let then: PlanData
  let now: PlanData
  /// What was decided since, where it is known.
  let history: PlanHistory?

  /// - Parameter history: makes it say why somebody is new, and what was decided, too.
  init(then: PlanData, now: PlanData, history: PlanHistory? = nil) {
    self.then = then
    self.now = now
    self.history = history
  }

  /// `Priory Primary School: 5 days of SLE support in Phonics, ...`, as it is asked now or was.
  func ask(_ need: String) -> String { now.ask(need) ?? then.ask(need) ?? "" }

  /// `Now P36 Ruth Example instead of P33 Ann Example. P33 goes to N005`
  func sentence(_ change: PlanChanges.Change) -> String {
    ([who(change)] + reasons(change)).joined(separator: ". ")
  }

  /// `in plan 1`
  var inEarlier: String { then.plan.number.map { "in plan \($0)" } ?? "in the earlier plan" }

  private func who(_ change: PlanChanges.Change) -> String {
    if change.went.isEmpty { return "New: \(names(change.came))" }
    if change.came.isEmpty { return "Gone: \(names(change.went))" }
    return "Now \(names(change.came)) instead of \(names(change.went))"
  }

  /// Why, as far as the data say.
  func reasons(_ change: PlanChanges.Change) -> [String] {
    var reasons = change.went.isEmpty ? [] : reasonsGone(change)
    if history != nil { reasons += change.came.flatMap { reasonsNew($0, change.need) } }
    return reasons
  }

  private func names(_ numbers: [PersonNumber]) -> String {
    Phrase.list(numbers.map { name($0, withHome: true) })
  }

  func name(_ number: PersonNumber, withHome: Bool = false) -> String {
    let name = now.name(number, withHome: withHome) ?? then.name(number, withHome: false) ?? ""
    return name.isEmpty ? number.description : "\(number) \(name)"
  }

  /// What became of those who were to go there.
  private func reasonsGone(_ change: PlanChanges.Change) -> [String] {
    let decided = change.went.compactMap { history?.decision(change.need, $0) }
    guard let need = now.need(change.need) else {
      let closed = history?.closing(change.need)
      return decided + [closed ?? "No place is open there any more"]
    }
    let isNarrower = Int(now.snapshot.needs[need].open) < change.was.count
    var reasons = decided + (isNarrower ? ["Fewer places are open there now"] : [])
    for number in change.went where history?.decision(change.need, number) == nil {
      reasons += reasonGone(number, change.need, need, isNarrower: isNarrower)
    }
    return reasons
  }

  private func reasonGone(
    _ number: PersonNumber, _ reference: String, _ need: Int, isNarrower: Bool
  ) -> [String] {
    if let other = now.whereabouts(of: number, but: reference) { return ["\(number) \(other)"] }
    guard let person = now.person(number) else {
      return ["\(number) is no longer among those who could go anywhere"]
    }
    if isNarrower { return [] }
    if let bar = now.bar(to: need, of: person) {
      return ["\(number) is barred: \(bar.because)"]
    }
    guard history != nil else { return [] }
    let companions = then.line(reference, number).map { companionsGone($0, need) } ?? []
    return companions.isEmpty
      ? ["Nothing keeps \(number) from it: the plan as a whole is better without"] : companions
  }

  /// Why somebody is proposed who was not.
  private func reasonsNew(_ number: PersonNumber, _ reference: String) -> [String] {
    guard let need = then.need(reference) else { return ["\(reference) was not open then"] }
    guard let person = then.person(number) else {
      return ["\(number) was not among those who could go anywhere then"]
    }
    if let bar = then.bar(to: need, of: person) {
      return ["\(number) was barred then: \(bar.because)"]
    }
    if let other = then.whereabouts(of: number, but: reference) {
      return ["\(number) \(other) \(inEarlier)"]
    }
    return now.line(reference, number).map { companionsNew($0, need) } ?? []
  }
}
