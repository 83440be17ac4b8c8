import Domain
import Postgres

/// Everything kept about one person, for a page.
public struct PersonProfile: Hashable, Sendable {
  public struct Step: Hashable, Sendable {
    public var what: String
    public var due: Day?
    public var doneOn: Day?
    public var outcome: String?

    /// Due before today and not done.
    public func isOverdue(on today: Day) -> Bool {
      doneOn == nil && due.map { $0 < today } ?? false
    }
  }

  public struct HeldPost: Hashable, Sendable {
    public var title: String
    public var place: PlaceKey
    public var placeName: String?
    public var vacantFrom: Day?
    public var why: String?
    public var critical: Bool
  }

  /// A place the person may not be sent to.
  public struct Barrier: Hashable, Sendable {
    /// The person's own wish not to be seen there; else a declared interest.
    public var isWish: Bool
    public var place: PlaceKey
    public var placeName: String?
    public var why: String
  }

  public var record: PersonRecord
  public var homeName: String?
  public var homePhase: String?
  public var authority: String?
  public var clusters: [String] = []
  public var readiness: [Readiness] = []
  public var designations: [Designation] = []
  public var programmes: [String] = []
  public var steps: [Step] = []
  public var posts: [HeldPost] = []
  public var barriers: [Barrier] = []
  public var placements: [PlacementRecord] = []
  /// First deployments of others that they supervise.
  public var supervises: [PlacementRecord] = []
  public var number: PersonNumber { record.number }
}

extension PersonProfile {
  public func designations(inForceOn day: Day) -> [Designation] {
    designations.filter { $0.since <= day && $0.until.map { $0 >= day } ?? true }
  }

  /// Half-days a designation has left in the school year of a day.
  public func halfDaysLeft(in designation: Designation, on day: Day, usually: HalfDays) -> HalfDays
  {
    func isOfTheYear(_ placement: PlacementRecord) -> Bool {
      placement.isActive && placement.window.from.schoolYearStart == day.schoolYearStart
    }
    let gone = placements.filter {
      $0.kind == .deployment && $0.role == designation.role && isOfTheYear($0)
    }
    let supervised = supervises.filter {
      $0.supervision?.role == designation.role && isOfTheYear($0)
    }
    let year = designation.halfDaysAYear ?? usually
    let left = gone.reduce(year) { $0 - $1.halfDays }
    return supervised.reduce(left) { $0 - ($1.supervision?.halfDays ?? HalfDays(0)) }
  }
}

extension Store {
  /// - Throws: `StoreError.notFound`.
  public func profile(_ reference: PersonReference) throws -> PersonProfile {
    let number = try person(reference)
    let one = PeopleNumbered(organisation: organisation, numbers: [number.number])
    guard var profile = try connection.first(ProfileRecord(of: one)) else {
      throw try missing(reference)
    }
    profile.clusters = try connection.query(ProfileClusters(of: one))
    profile.readiness = try connection.query(CandidateReadiness(of: one)).map(\.readiness)
    profile.designations = try designations(of: one)
    profile.programmes = try connection.query(ProfileProgrammes(of: one))
    profile.steps = try connection.query(ProfileSteps(of: one))
    profile.posts = try connection.query(ProfilePosts(of: one))
    profile.barriers = try connection.query(ProfileBarriers(of: one))
    profile.placements = try placements(person: number)
    profile.supervises = try placements(supervisor: number)
    return profile
  }

  private func designations(of one: PeopleNumbered) throws -> [Designation] {
    let specialisms = try connection.query(CandidateSpecialisms(of: one))
    return try connection.query(CandidateDesignations(of: one)).map { row in
      var designation = row.designation
      designation.specialisms = specialisms.filter { $0.designation == row.number }.map(\.held)
      return designation
    }
  }
}
