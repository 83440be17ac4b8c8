import ArgumentParser
import Configuring
import Domain
import Storing

/// What can be said of a person by hand, as typed.
struct PersonFields: ParsableArguments {
  @Option(help: "Family name, kept apart.") var family: String?
  @Option(help: "Given name, kept apart.") var given: String?
  @Option(help: "Teacher reference number, seven digits.") var trn: String?
  @Option(help: "Home: a school's URN or a setting's reference.") var home: String?
  @Option(help: "Current post, such as 'Deputy headteacher' or DHT.") var role: String?
  @Option(help: "The post aspired to.") var aspiration: String?
  @Option(help: "A strength (a specialism nobody verified); may be repeated.") var strength:
    [String] = []
  @Option(help: "A behaviour evidenced; may be repeated.") var behaviour: [String] = []
  @Option(help: "Took part in this programme; may be repeated.") var programme: [String] = []
  @Option(help: "How far they travel, in road miles.") var travel: Int?
  @Option(name: [.long, .customLong("days-a-year")], help: "Days a year they can give.") var days:
    Double?
  @Option(help: "Performance, 1 to 3.") var performance: Int?
  @Option(help: "Potential, 1 to 3.") var potential: Int?
  @Option(help: "Notes.") var notes: String?
  @Option(help: "Not available before this day.") var availableFrom: String?
  @Option(help: "Not available after this day.") var availableUntil: String?
  @Option(help: "The day vetting was confirmed; goes with --vetted-by.") var vettedOn: String?
  @Option(help: "Who confirmed it.") var vettedBy: String?
  @Option(help: "Whether a prohibition is recorded: yes or no.") var prohibited: String?
  @Option(help: "Readiness for a post, as 'POST=LEVEL'; may be repeated.") var readiness: [String] =
    []
  @Option(help: "The day readiness was judged (default: today).") var judgedOn: String?
  @Option(help: "A next career step, in the person's words.") var step: String?
  @Option(help: "When that step is due.") var stepDue: String?
  @Option(help: "A place that must not see this person (their own wish); may be repeated.")
  var hideFrom: [String] = []

  init() {}

  mutating func validate() throws {
    if judgedOn != nil, readiness.isEmpty {
      throw ValidationError("--judged-on goes with --readiness")
    }
    if stepDue != nil, step == nil { throw ValidationError("--step-due goes with --step") }
  }
}

extension PersonFields {
  /// Writes what was given into a record; the rest stays.
  func apply(to record: inout PersonRecord, _ session: Session) throws {
    record.familyName = try family.map { try Typed.words($0, for: "--family") } ?? record.familyName
    record.givenName = try given.map { try Typed.words($0, for: "--given") } ?? record.givenName
    record.trn = try trn.map(typedTRN) ?? record.trn
    record.home = try home.map { try Typed.place($0, for: "--home") } ?? record.home
    record.role = try session.name(role, in: .rungs, for: "--role") ?? record.role
    record.aspiration =
      try session.name(aspiration, in: .rungs, for: "--aspiration") ?? record.aspiration
    add(try session.names(strength, in: .specialisms, for: "--strength"), to: &record.strengths)
    add(try session.names(behaviour, in: .behaviours, for: "--behaviour"), to: &record.behaviours)
    record.travelMiles =
      try travel.map { try Typed.whole($0, for: "--travel", in: 1...500) } ?? record.travelMiles
    record.halfDaysAYear =
      try days.map { try Typed.halfDays($0, for: "--days", in: 0...195) } ?? record.halfDaysAYear
    record.performance =
      try performance.map { try Typed.whole($0, for: "--performance", in: 1...3) }
      ?? record.performance
    record.potential =
      try potential.map { try Typed.whole($0, for: "--potential", in: 1...3) } ?? record.potential
    record.notes = try notes.map { try Typed.words($0, for: "--notes") } ?? record.notes
    try applyDates(to: &record)
  }

  private func applyDates(to record: inout PersonRecord) throws {
    record.availableFrom =
      try availableFrom.map { try Typed.day($0, for: "--available-from") } ?? record.availableFrom
    record.availableUntil =
      try availableUntil.map { try Typed.day($0, for: "--available-until") }
      ?? record.availableUntil
    if let from = record.availableFrom, let until = record.availableUntil {
      _ = try Typed.span(from: from, to: until)
    }
    record.vettedOn = try vettedOn.map { try Typed.day($0, for: "--vetted-on") } ?? record.vettedOn
    record.vettedBy =
      try vettedBy.map { try Typed.words($0, for: "--vetted-by") } ?? record.vettedBy
    guard (record.vettedOn == nil) == (record.vettedBy == nil) else {
      throw Failure(
        .refused,
        "a vetting confirmation says when and who confirmed it\n"
          + "  Try: --vetted-on DAY --vetted-by NAME")
    }
    if let on = record.vettedOn, on > (try Session.today()) {
      throw Failure(.refused, "--vetted-on is in the future\n  Try: the day it was confirmed")
    }
    record.prohibited =
      try prohibited.map { try Typed.yes($0, for: "--prohibited") } ?? record.prohibited
  }

  private func typedTRN(_ text: String) throws -> TRN {
    let digits = text.filter { !" -/".contains($0) }
    guard let trn = TRN(digits) else {
      throw Typed.refused(text, for: "--trn", "is not a TRN", "all seven digits, leading zeros too")
    }
    return trn
  }

  private func add(_ names: [String], to list: inout [String]) {
    for name in names where !list.contains(name) { list.append(name) }
  }

  /// What goes beside the person's own row.
  func additions(_ session: Session) throws -> PersonAdditions {
    var additions = PersonAdditions()
    let today = try Session.today()
    let judged = try judgedOn.map { try Typed.day($0, for: "--judged-on") } ?? today
    if judged > today {
      throw Failure(.refused, "--judged-on is in the future\n  Try: the day it was judged")
    }
    additions.readiness = try readiness.map { try typedReadiness($0, judgedOn: judged, session) }
    additions.programmes = try session.names(programme, in: .programmes, for: "--programme")
    additions.step = try step.map { try Typed.words($0, for: "--step", atMost: 400) }
    additions.stepDue = try stepDue.map { try Typed.day($0, for: "--step-due") }
    additions.hideFrom = try hideFrom.map { try Typed.place($0, for: "--hide-from") }
    return additions
  }

  private func typedReadiness(
    _ text: String, judgedOn day: Day, _ session: Session
  ) throws -> Readiness {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw Typed.refused(
        text, for: "--readiness", "names no post and level", "'Deputy headteacher=Ready now'")
    }
    return Readiness(
      post: try session.name(parts[0], in: .rungs, for: "--readiness"),
      level: try session.name(parts[1], in: .readiness, for: "--readiness"), judgedOn: day)
  }
}
