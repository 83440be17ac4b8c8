import Domain
import Storing

/// A person's own row as named values, the same in a page, a comparison and a change.
struct ProfileField: Sendable {
  let label: String
  let value: @Sendable (PersonRecord) -> String?

  static let editable: [ProfileField] = [
    .init("name") { $0.name }, .init("family name") { $0.familyName },
    .init("given name") { $0.givenName }, .init("TRN") { $0.trn?.description },
    .init("home") { $0.home?.description }, .init("post") { $0.role },
    .init("aspires to") { $0.aspiration },
    .init("strengths") { joined($0.strengths) }, .init("behaviours") { joined($0.behaviours) },
    .init("travels") { $0.travelMiles.map { "up to \($0) miles" } },
    .init("days a year") { $0.halfDaysAYear.map { FoundPage.days($0) } },
    .init("performance") { $0.performance.map { "\($0) of 3" } },
    .init("potential") { $0.potential.map { "\($0) of 3" } },
    .init("available from") { $0.availableFrom?.spoken },
    .init("available until") { $0.availableUntil?.spoken },
    .init("vetting confirmed") { $0.vettedOn?.spoken }, .init("confirmed by") { $0.vettedBy },
    .init("prohibition") { $0.prohibited ? "recorded" : nil }, .init("notes") { $0.notes },
  ]

  private init(_ label: String, _ value: @escaping @Sendable (PersonRecord) -> String?) {
    self.label = label
    self.value = value
  }

  private static func joined(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: ", ")
  }
}

extension ProfileField {
  /// What differs, field by field.
  static func changes(
    from before: PersonProfile, to after: PersonProfile
  ) -> [(field: String, from: String?, to: String?)] {
    var changes: [(field: String, from: String?, to: String?)] = []
    func compare(_ field: String, _ from: String?, _ to: String?) {
      if from != to { changes.append((field, from, to)) }
    }
    for field in editable {
      compare(field.label, field.value(before.record), field.value(after.record))
    }
    for readiness in after.readiness {
      let earlier = before.readiness.first { $0.post == readiness.post }
      compare("readiness for \(readiness.post)", earlier.map(spoken), spoken(readiness))
    }
    for programme in after.programmes where !before.programmes.contains(programme) {
      compare("programme", nil, programme)
    }
    for step in after.steps {
      let earlier = before.steps.first { $0.what == step.what }
      compare("career step '\(step.what)'", earlier.map(spoken), spoken(step))
    }
    for barrier in after.barriers where !before.barriers.contains(barrier) {
      compare("hidden from", nil, barrier.placeName ?? barrier.place.description)
    }
    return changes
  }

  static func spoken(_ readiness: Readiness) -> String {
    "\(readiness.level), \(readiness.judgedOn.map { "judged \($0.spoken)" } ?? "no date of judging")"
  }

  static func spoken(_ step: PersonProfile.Step) -> String {
    if let done = step.doneOn {
      return "done \(done.spoken)" + (step.outcome.map { ": \($0)" } ?? "")
    }
    return step.due.map { "due \($0.spoken)" } ?? "no due date"
  }
}
