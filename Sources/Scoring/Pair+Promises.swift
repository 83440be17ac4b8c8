extension Pair {
  /// Half-days a year of the used designation, else the policy's default.
  var halfDaysAYear: Int32 {
    designation?.halfDaysAYear ?? facts.defaultHalfDaysAYear
  }

  /// Half-days promised already in the school year the window starts in.
  ///
  /// A commitment counts when it spends the used designation, when it names none, and when no
  /// designation is used: what is not known counts against the days left.
  var promisedHalfDays: Int32 {
    let role = designation?.role
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
  var busiestSecondedFTE: Int32 {
    let commitments = facts.people.commitments
    let range = commitments.range(row)
    var most: Int32 = 0
    // The sum can only rise on the first day of some commitment, or on the window's own.
    for first in range where isSecondmentInWindow(commitments.items[first]) {
      let day = max(commitments.items[first].from, need.from)
      var sum: Int32 = 0
      for index in range where isSecondmentInWindow(commitments.items[index]) {
        let commitment = commitments.items[index]
        if commitment.from <= day && day <= commitment.to { sum += commitment.fte }
      }
      most = max(most, sum)
    }
    return most
  }

  private func isSecondmentInWindow(_ commitment: CommitmentFacts) -> Bool {
    !commitment.isDeployment && commitment.from <= need.to && need.from <= commitment.to
  }

  /// The first part of the year in which the need's share passes what the home lets go; nil when none.
  var overfullShare: TermCalendar.Share? {
    guard need.isDeployment, let home else { return nil }
    for index in facts.needs.shares.range(needIndex) {
      let share = facts.needs.shares.items[index]
      let promised = facts.places.promised(place: Int(person.home), part: Int(share.part))
      if share.halfDays + promised > home.halfDaysPerHalfTerm { return share }
    }
    return nil
  }
}
