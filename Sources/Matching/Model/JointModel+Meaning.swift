import Domain

/// What the parts, rows and limits of a joint plan's problem mean; people, needs and places are indexes into the
/// snapshot.
public enum JointMeaning {
  public enum Part: Hashable, Sendable {
    /// The person fills a place of the need, spending a designation (an index into theirs; nil when none).
    case placement(need: Int, person: Int, designation: Int?)
    /// The person supervises a first deployment at the need by somebody of the alliance.
    case supervising(
      need: Int, person: Int, alliance: String, designation: Int, halfDays: HalfDays)
    /// The person covers somebody's post while the need's placement lasts.
    case cover(
      need: Int, person: Int, insteadOf: Int, post: OpenedPost, way: Cover.Way, level: Int)

    public var person: Int {
      switch self {
      case .placement(_, let person, _), .supervising(_, let person, _, _, _),
        .cover(_, let person, _, _, _, _):
        person
      }
    }

    public var need: Int {
      switch self {
      case .placement(let need, _, _), .supervising(let need, _, _, _, _),
        .cover(let need, _, _, _, _, _):
        need
      }
    }
  }

  public enum Row: Hashable, Sendable {
    /// Places the need asks for.
    case need(Int)
    /// Supervisors of the alliance's first deployments at the need.
    case supervisors(need: Int, alliance: String)
    /// Cover of somebody's post while the need's placement lasts.
    case cover(need: Int, insteadOf: Int, level: Int)
  }

  public enum Limit: Hashable, Sendable {
    /// Half-days left in the school year that begins on a day; of a role, nil where none is used.
    case days(person: Int, role: String?, schoolYear: Day)
    /// Half-days left for supervising in that school year.
    case supervising(person: Int, schoolYear: Day)
    case fairLoad(person: Int)
    /// Full time, on the days of a span.
    case time(person: Int, DaySpan)
    /// One thing at a time for a need.
    case oneThing(person: Int, need: Int)
    /// Half-days a home lets go in a part of the calendar.
    case homeDays(place: Int, part: Int)
    /// People out of a home at once in a part of the calendar.
    case peopleOut(place: Int, part: Int)
  }
}

extension JointModel {
  public func meaning(ofPart part: Int) -> JointMeaning.Part {
    let record = parts[part]
    let (need, person) = (Int(record.need), Int(record.person))
    switch record.kind {
    case .placement:
      let used = Int(findings.pairDesignation[Int(record.of)])
      return .placement(need: need, person: person, designation: used < 0 ? nil : used)
    case .supervising:
      let first = findings.firsts[Int(record.of)]
      return .supervising(
        need: need, person: person, alliance: first.alliance, designation: Int(record.with),
        halfDays: first.halfDays)
    case .cover:
      return .cover(
        need: need, person: person, insteadOf: Int(record.of), post: post(ofCover: record),
        way: way(ofCover: record), level: Int(record.level))
    }
  }

  func way(ofCover record: PartRecord) -> Cover.Way {
    if record.isExchange { return .exchanges }
    return record.with >= 0 && findings.covers[Int(record.with)].stepsUp ? .stepsUp : .moves
  }

  /// The post somebody leaves for the need of a cover.
  func post(ofCover record: PartRecord) -> OpenedPost {
    let (need, whose) = (snapshot.needs[Int(record.need)].need, snapshot.people[Int(record.of)])
    return OpenedPost(
      place: whose.home ?? 0, role: whose.role ?? "", window: need.window,
      fte: need.fte ?? FTE(hundredths: 100))
  }

  public func meaning(ofRow row: Int) -> JointMeaning.Row {
    switch rows[row] {
    case .need(let need): return .need(Int(need))
    case .supervising(let index):
      let first = findings.firsts[Int(index)]
      return .supervisors(need: Int(first.need), alliance: first.alliance)
    case .cover(let need, let insteadOf, let level):
      return .cover(need: Int(need), insteadOf: Int(insteadOf), level: Int(level))
    }
  }

  public func meaning(ofLimit limit: Int) -> JointMeaning.Limit {
    let record = limits[limit]
    let whose = Int(record.whose)
    switch record.kind {
    case .days:
      let role = record.of < 0 ? nil : snapshot.people[whose].designations[Int(record.of)].role
      return .days(person: whose, role: role, schoolYear: Day(number: record.until))
    case .allowance: return .supervising(person: whose, schoolYear: Day(number: record.until))
    case .load: return .fairLoad(person: whose)
    case .time:
      let (from, to) = (Day(number: record.of), Day(number: record.until))
      return .time(person: whose, DaySpan(from: from, to: to) ?? DaySpan(day: from))
    case .oneThing: return .oneThing(person: whose, need: Int(record.of))
    case .homeDays: return .homeDays(place: whose, part: Int(record.of))
    case .peopleOut: return .peopleOut(place: whose, part: Int(record.of))
    }
  }

  /// The row of a need's places.
  public func row(ofNeed need: Int) -> Int { need }
}
