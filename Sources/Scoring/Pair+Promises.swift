import Domain

extension Pair {
  /// Half-days a year of the used designation, else the policy's default.
  var halfDaysAYear: Int32 {
    designation?.halfDaysAYear ?? facts.defaultHalfDaysAYear
  }

  /// Of those, what plans may spend.
  var spendableHalfDays: Int32 { spendable(halfDaysAYear) }

  func spendable(_ halfDays: Int32) -> Int32 {
    let percent = facts.mostPercentOfDays
    return percent == 100 ? halfDays : Int32(Int(halfDays) * Int(percent) / 100)
  }

  /// Half-days promised already in the school year the window starts in.
  ///
  /// A commitment counts when it spends the used designation, when it names none, and when no
  /// designation is used: what is not known counts against the days left.
  var promisedHalfDays: Int32 { promisedHalfDays(as: designation?.role) }

  func promisedHalfDays(as role: Int32?) -> Int32 {
    var sum: Int32 = 0
    for index in facts.people.commitments.range(row) {
      let commitment = facts.people.commitments.items[index]
      guard commitment.isDeployment, commitment.schoolYear == need.schoolYear else { continue }
      if role == nil || commitment.role == NameTable.blank || commitment.role == role {
        sum += commitment.halfDays
      }
    }
    return sum
  }

  /// The most of full time that secondments already promised take on any one day of the window, in
  /// hundredths.
  var busiestSecondedFTE: Int32 { busiestSecondedFTE(from: need.from, to: need.to) }

  /// The same for other days.
  private func busiestSecondedFTE(from: Int32, to: Int32) -> Int32 {
    let commitments = facts.people.commitments
    let range = commitments.range(row)
    var most: Int32 = 0
    // The sum can only rise on the first day of some commitment, or on the first of all.
    for first in range where commitments.items[first].isSecondment(from: from, to: to) {
      let day = max(commitments.items[first].from, from)
      var sum: Int32 = 0
      for index in range where commitments.items[index].isSecondment(from: day, to: day) {
        sum += commitments.items[index].fte
      }
      most = max(most, sum)
    }
    return most
  }

  /// A deployment already promised, on a day of which this secondment and those already promised would take all the
  /// person's time; nil when there is none.
  var crowdedDeployment: CommitmentFacts? {
    guard !need.isDeployment else { return nil }
    let commitments = facts.people.commitments
    for index in commitments.range(row) where commitments.items[index].keepsDays {
      let promised = commitments.items[index]
      let (from, to) = (max(promised.from, need.from), min(promised.to, need.to))
      guard from <= to else { continue }
      if busiestSecondedFTE(from: from, to: to) + need.fte >= 100 { return promised }
    }
    return nil
  }

  /// Half-days promised to supervising in the school year the window starts in.
  var promisedToSupervising: Int32 {
    var sum: Int32 = 0
    for index in facts.people.commitments.range(row) {
      let commitment = facts.people.commitments.items[index]
      if commitment.isSupervising && commitment.schoolYear == need.schoolYear {
        sum += commitment.halfDays
      }
    }
    return sum
  }

  /// Whether the home can let nobody more out in some part of the year that the window touches.
  var isCrowdedOut: Bool {
    guard home != nil else { return false }
    for index in facts.needs.touched.range(needIndex) {
      let part = Int(facts.needs.touched.items[index])
      if facts.places.peopleLeft(place: Int(person.home), part: part) <= 0 && !isOut(part) {
        return true
      }
    }
    return false
  }

  private func isOut(_ part: Int) -> Bool {
    let (place, number) = (facts.snapshot.places[Int(person.home)], candidate.number)
    return place.running.contains {
      $0.person == number && !$0.isSupervising
        && facts.calendar.parts(touchedBy: $0.window).contains(part)
    }
  }

  /// The first part of the year in which the need's share passes what the home lets go; nil when none.
  var overfullShare: TermCalendar.Share? {
    guard need.isDeployment, home != nil else { return nil }
    return overfull(facts.needs.shares.range(needIndex).lazy.map { facts.needs.shares.items[$0] })
  }

  /// The first of the shares of days that passes what the home lets go; nil when none does.
  @inline(__always)
  func overfull(_ shares: some Sequence<TermCalendar.Share>) -> TermCalendar.Share? {
    guard let home else { return nil }
    for share in shares {
      let promised = facts.places.promised(place: Int(person.home), part: Int(share.part))
      if share.halfDays + promised > home.halfDaysPerHalfTerm { return share }
    }
    return nil
  }
}
