import Domain
import Reporting
import Storing

extension ProfilePage {
  var json: JSON { .object(own + dated) }

  private var own: [(String, JSON)] {
    let record = profile.record
    return [
      ("number", .string(profile.number.description)), ("name", .string(record.name)),
      ("family_name", .optional(record.familyName)), ("given_name", .optional(record.givenName)),
      ("trn", .optional(record.trn?.description)), ("home", .optional(record.home?.description)),
      ("home_name", .optional(profile.homeName)), ("phase", .optional(profile.homePhase)),
      ("authority", .optional(profile.authority)), ("clusters", .strings(profile.clusters)),
      ("role", .optional(record.role)), ("aspiration", .optional(record.aspiration)),
      ("strengths", .strings(record.strengths)), ("behaviours", .strings(record.behaviours)),
      ("travel_miles", .optional(record.travelMiles)), ("days_a_year", .days(record.halfDaysAYear)),
      ("performance", .optional(record.performance)), ("potential", .optional(record.potential)),
      ("available_from", .day(record.availableFrom)),
      ("available_until", .day(record.availableUntil)),
      ("vetted_on", .day(record.vettedOn)), ("vetted_by", .optional(record.vettedBy)),
      ("prohibited", .bool(record.prohibited)), ("notes", .optional(record.notes)),
    ]
  }

  private var dated: [(String, JSON)] {
    [
      ("readiness", .array(profile.readiness.map { .readiness($0) })),
      ("designations", .array(profile.designations.map(json))),
      ("programmes", .strings(profile.programmes)),
      ("career_steps", .array(profile.steps.map(json))),
      ("posts", .array(profile.posts.map(json))),
      ("placements", .array(profile.placements.map { PlacementPage.json($0) })),
      ("supervises", .array(profile.supervises.map { PlacementPage.json($0) })),
      ("not_sent_to", .array(profile.barriers.map(json))),
    ]
  }

  private func json(_ designation: Designation) -> JSON {
    let isInForce = profile.designations(inForceOn: today).contains(designation)
    let left = profile.halfDaysLeft(in: designation, on: today, usually: usualHalfDays)
    return [
      "designation": .string(designation.role), "since": .day(designation.since),
      "until": .day(designation.until), "alliance": .optional(designation.alliance),
      "specialisms": .array(
        designation.specialisms.map {
          [
            "specialism": .string($0.name), "verified_on": .day($0.verifiedOn),
            "expires_on": .day($0.expiresOn),
          ]
        }),
      "phases": .strings(designation.phases), "completed": .int(Int(designation.completed)),
      "supervises": .bool(designation.supervises), "days_left": .days(isInForce ? left : nil),
    ]
  }

  private func json(_ step: PersonProfile.Step) -> JSON {
    [
      "what": .string(step.what), "due": .day(step.due), "done_on": .day(step.doneOn),
      "outcome": .optional(step.outcome), "overdue": .bool(step.isOverdue(on: today)),
    ]
  }

  private func json(_ post: PersonProfile.HeldPost) -> JSON {
    [
      "title": .string(post.title), "place": .string(post.place.description),
      "place_name": .optional(post.placeName), "vacant_from": .day(post.vacantFrom),
      "why": .optional(post.why), "critical": .bool(post.critical),
    ]
  }

  private func json(_ barrier: PersonProfile.Barrier) -> JSON {
    [
      "place": .string(barrier.place.description), "place_name": .optional(barrier.placeName),
      "kind": .string(barrier.isWish ? "hidden" : "conflict"), "why": .string(barrier.why),
    ]
  }
}
