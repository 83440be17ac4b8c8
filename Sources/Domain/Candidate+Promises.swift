extension Candidate {
  /// Half-days promised in the school year that begins on a day, supervising included.
  ///
  /// A commitment counts when it spends a designation of this role, when it names none, and when no role is
  /// asked about: what is not known counts against the days left.
  public func promisedHalfDays(in schoolYear: Day, as role: String?) -> Int32 {
    commitments.reduce(0) { sum, commitment in
      guard commitment.kind == .deployment, commitment.window.from.schoolYearStart == schoolYear,
        role == nil || commitment.role == nil || commitment.role == role
      else { return sum }
      return sum + commitment.halfDays.count
    }
  }

  /// Half-days promised to supervising in the school year that begins on a day.
  public func promisedToSupervising(in schoolYear: Day) -> Int32 {
    commitments.reduce(0) { sum, commitment in
      commitment.isSupervising && commitment.window.from.schoolYearStart == schoolYear
        ? sum + commitment.halfDays.count : sum
    }
  }
}
