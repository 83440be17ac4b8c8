import Domain

extension Change {
  /// The same change in data that number things otherwise; nil where what it changes is not there.
  public func moved(
    place: (Int) -> Int?, person: (Int) -> Int?, need: (Int) -> Int?
  ) -> Change? {
    switch self {
    case .releaseDays(let home, let more):
      place(home).map { .releaseDays(place: $0, more: more) }
    case .peopleOut(let home, let more): place(home).map { .peopleOut(place: $0, more: more) }
    case .days(let who, let role, let more):
      person(who).map { .days(person: $0, role: role, more: more) }
    case .supervisingDays(let who, let role, let more):
      person(who).map { .supervisingDays(person: $0, role: role, more: more) }
    case .vettingRenewed(let who): person(who).map { .vettingRenewed(person: $0) }
    case .specialismVerified(let who, let role, let specialism):
      person(who).map { .specialismVerified(person: $0, role: role, specialism: specialism) }
    case .travelLimit(let who, let miles):
      person(who).map { .travelLimit(person: $0, miles: miles) }
    case .withdrawal(let who): person(who).map { .withdrawal(person: $0) }
    case .weight: self
    case .newcomer(let like): need(like).map { .newcomer(likeNeed: $0) }
    }
  }
}
