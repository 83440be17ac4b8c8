import Domain

extension Plan {
  /// Every need of the plan's data is of the kinds, the days, and the cluster or authority it says it was
  /// made for.
  ///
  /// That it was made for all of them the data cannot say.
  func checkScope(_ snapshot: Snapshot) throws(PlanDifference) {
    for open in snapshot.needs {
      let need = open.need
      guard let outside = reasonOutside(need, at: snapshot.places[open.place]) else { continue }
      throw PlanDifference("the plan's scope", "need \(need.reference) \(outside)")
    }
  }

  /// Why a need is none of those the plan says it was made for; nil where it is one.
  private func reasonOutside(_ need: Need, at place: Place) -> String? {
    if !kinds.contains(need.kind) {
      return "is a \(need.kind.rawValue), which the plan says it was not made for"
    }
    if let from, need.window.to < from {
      return "ends on \(need.window.to.spoken), before the plan's first day, \(from.spoken)"
    }
    if let to, need.window.from > to {
      return "starts on \(need.window.from.spoken), after the plan's last day, \(to.spoken)"
    }
    guard let within, !place.isWithin(within) else { return nil }
    return "is at \(place.name), which is not in \"\(within)\" by the plan's data"
  }
}

extension Place {
  /// Whether it is in `LA:NAME` or in a cluster of that name.
  fileprivate func isWithin(_ scope: String) -> Bool {
    let authority = "LA:"
    guard scope.hasPrefix(authority) else { return clusters.contains(scope) }
    return authorityName == String(scope.dropFirst(authority.count))
  }
}
