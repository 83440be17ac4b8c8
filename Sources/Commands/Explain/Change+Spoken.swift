import Domain
import Explaining
import Reporting

extension PlanInQuestion {
  /// What would be different, to go on after "if".
  ///
  /// - Parameter subject: who is asked about, called "they".
  func spoken(_ change: Change, of subject: Int? = nil) -> String {
    func who(_ person: Int) -> String { person == subject ? "they" : self.name(person) }
    switch change {
    case .releaseDays(let place, let more):
      return "\(shown(work.snapshot.places[place].name)) let go \(more.spoken) more per half-term"
    case .peopleOut(let place, let more):
      return "\(shown(work.snapshot.places[place].name)) let "
        + "\(Phrase.count(Int(more), "more person", plural: "more people")) be out at once"
    case .days(let person, let role, let more):
      return "\(who(person)) had \(more.spoken) more a year\(role.map { " as \($0)" } ?? "")"
    case .supervisingDays(let person, _, let more):
      return "\(who(person)) had \(more.spoken) more for supervising"
    case .vettingRenewed(let person):
      return person == subject
        ? "their vetting were confirmed again" : "\(name(person)) were vetted again"
    case .specialismVerified(_, let role, let specialism):
      return "\(specialism) were verified in their \(role) designation"
    case .travelLimit(let person, let miles):
      return "\(who(person)) would travel \(Phrase.count(Int(miles), "mile"))"
    case .withdrawal(let person): return "\(name(person)) were not available"
    case .weight(let criterion, let points):
      return "the weight of \(criterion.rawValue) were \(points) instead of "
        + "\(work.policy.weights[criterion] ?? 0)"
    case .newcomer(let need): return newcomer(need)
    }
  }

  private func newcomer(_ index: Int) -> String {
    let need = work.need(index)
    let place = work.place(ofNeed: index)
    let phase = (need.phase ?? place.phase).map { " for \($0)" } ?? ""
    let area = phase + (place.authorityName.map { " in \(shown($0))" } ?? "")
    guard need.kind == .deployment else {
      return "one more person were ready to be \(need.role ?? "seconded")\(area)"
    }
    let specialism = need.specialism.map { " verified in \($0)" } ?? ""
    return "there were one more \(need.role ?? "person")\(specialism)\(area)"
  }

  func json(_ change: Change, of subject: Int? = nil) -> JSON {
    func person(_ index: Int) -> JSON { .string(work.person(index).number.description) }
    func place(_ index: Int) -> JSON { .string(work.snapshot.places[index].key.description) }
    let fields: [(String, JSON)] =
      switch change {
      case .releaseDays(let home, let more):
        [
          ("kind", "release days"), ("home", place(home)),
          ("more_half_days", .int(Int(more.count))),
        ]
      case .peopleOut(let home, let more):
        [("kind", "people out"), ("home", place(home)), ("more", .int(Int(more)))]
      case .days(let index, _, let more):
        [("kind", "days"), ("person", person(index)), ("more_half_days", .int(Int(more.count)))]
      case .supervisingDays(let index, _, let more):
        [
          ("kind", "supervising days"), ("person", person(index)),
          ("more_half_days", .int(Int(more.count))),
        ]
      case .vettingRenewed(let index): [("kind", "vetting"), ("person", person(index))]
      case .specialismVerified(let index, _, let specialism):
        [("kind", "specialism"), ("person", person(index)), ("specialism", .string(specialism))]
      case .travelLimit(let index, let miles):
        [("kind", "travel"), ("person", person(index)), ("miles", .int(Int(miles)))]
      case .withdrawal(let index): [("kind", "withdrawal"), ("person", person(index))]
      case .weight(let criterion, let points):
        [("kind", "weight"), ("rule", .string(criterion.rawValue)), ("points", .int(points))]
      case .newcomer(let need):
        [("kind", "one more person"), ("like_need", .string(work.need(need).reference))]
      }
    return .object(fields + [("says", .string(spoken(change, of: subject)))])
  }
}
