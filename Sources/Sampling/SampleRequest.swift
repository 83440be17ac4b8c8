import Domain

/// How large a sample is, what it grows from, and the day it is made for.
public struct SampleRequest: Hashable, Sendable {
  /// Rows of the talent database.
  public var people: Int
  /// Rows of the designations sheet; most of these people are in the talent database too.
  public var designated: Int
  public var needs: Int
  public var seed: UInt64
  /// Judgements and designations lie before it, windows of needs after it.
  public var today: Day
  /// Whether the talent database has a column of evidenced behaviours.
  public var behaviours: Bool

  public init(
    people: Int, designated: Int, needs: Int, seed: UInt64, today: Day, behaviours: Bool = true
  ) {
    self.people = people
    self.designated = designated
    self.needs = needs
    self.seed = seed
    self.today = today
    self.behaviours = behaviours
  }

  /// People and designated together, and needs: teacher reference numbers have seven digits, and a
  /// school cannot hold more people than there are names.
  public enum Limit {
    public static let people = 2_000_000
    public static let needs = 1_000_000
    public static let peopleASchool = 1_000
  }

  func refuseUnlessPossible(schools: [School]) throws(SampleRefusal) {
    guard !schools.isEmpty else { throw SampleRefusal.noSchools }
    guard (0...Limit.people).contains(people), (0...Limit.people).contains(designated),
      people + designated <= Limit.people
    else { throw SampleRefusal.people(limit: Limit.people) }
    guard people + designated <= schools.count * Limit.peopleASchool else {
      throw SampleRefusal.crowded(limit: schools.count * Limit.peopleASchool)
    }
    guard (0...Limit.needs).contains(needs) else { throw SampleRefusal.needs(limit: Limit.needs) }
  }
}
