/// What a home has promised already in each part of the calendar, and what it can still let go.
public struct ReleaseLeft: Hashable, Sendable {
  /// Half-days promised, by part: deployments and supervising.
  public private(set) var promised: [Int32]
  /// Half-days it can still let go, by part; below 0 when more is promised than it lets go.
  public private(set) var halfDays: [Int32]
  /// Further people who can be out, by part; below 0 when more are out than it lets go.
  public private(set) var people: [Int32]
  /// People known to be out, by part: another placement of theirs takes no further place.
  private var out: [[PersonNumber]]

  public init(_ place: Place, _ policy: Policy, _ calendar: TermCalendar) {
    let release = policy.release(of: place)
    promised = Array(repeating: 0, count: calendar.parts)
    halfDays = promised
    people = Array(repeating: release.outAtOnce, count: calendar.parts)
    out = Array(repeating: [], count: calendar.parts)
    for commitment in place.running {
      if commitment.kind == .deployment {
        for share in calendar.shares(of: commitment.halfDays.count, over: commitment.window) {
          promised[Int(share.part)] += share.halfDays
        }
      }
      if !commitment.isSupervising { letOut(commitment, calendar) }
    }
    halfDays = promised.map { release.halfDaysPerHalfTerm.count - $0 }
  }

  /// A running placement of somebody unknown is one person more.
  private mutating func letOut(_ commitment: Commitment, _ calendar: TermCalendar) {
    for part in calendar.parts(touchedBy: commitment.window) {
      if let person = commitment.person {
        if out[part].contains(person) { continue }
        out[part].append(person)
      }
      people[part] -= 1
    }
  }

  public func isOut(_ person: PersonNumber, part: Int) -> Bool { out[part].contains(person) }
}
