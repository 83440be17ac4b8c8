struct LineWriter {
  var text = ""

  mutating func line(_ fields: String?...) {
    for (position, field) in fields.enumerated() {
      if position > 0 { text += "\t" }
      guard let field else { continue }
      if field.utf8.contains(where: { $0 == 9 || $0 == 10 || $0 == 13 || $0 == 92 }) {
        for scalar in field.unicodeScalars {
          switch scalar {
          case "\t": text += "\\t"
          case "\n": text += "\\n"
          case "\r": text += "\\r"
          case "\\": text += "\\\\"
          default: text.unicodeScalars.append(scalar)
          }
        }
      } else {
        text += field
      }
    }
    text += "\n"
  }

  mutating func write(_ place: Place) {
    line(
      "place", place.key.urn?.description, place.key.settingReference, place.name,
      place.authorityName, place.phase, number(place.pupils), number(place.freeMealsPermille),
      place.rural.map { $0 ? "rural" : "urban" }, number(place.location?.easting),
      number(place.location?.northing))
    for cluster in place.clusters { line("cluster", cluster) }
    if let release = place.release {
      line(
        "release", number(release.halfDaysPerHalfTerm.count), number(release.outAtOnce),
        release.coverNeeded ? "cover" : nil)
    }
    for commitment in place.running { write(commitment, as: "out") }
  }

  mutating func write(_ commitment: Commitment, as record: String) {
    line(
      record, commitment.kind.rawValue, commitment.window.from.iso, commitment.window.to.iso,
      number(commitment.halfDays.count), number(commitment.fte.hundredths), commitment.role)
  }

  mutating func write(_ person: Candidate) {
    line(
      "person", number(person.number.number), person.trn?.description, person.name,
      person.home.map { String($0) }, person.role, person.aspiration, number(person.travelMiles),
      person.availableFrom?.iso, person.availableUntil?.iso, person.vettedOn?.iso,
      person.prohibited ? "prohibited" : nil,
      person.holdsCriticalPost.map { $0 ? "critical post" : "post" }, number(person.impactCount),
      number(person.impactSum))
    for entry in person.readiness {
      line("readiness", entry.post, entry.level, entry.judgedOn?.iso)
    }
    for strength in person.strengths { line("strength", strength) }
    for behaviour in person.behaviours { line("behaviour", behaviour) }
    for step in person.openSteps { line("step", step) }
    for designation in person.designations { write(designation) }
    for place in person.conflicts { line("conflict", String(place)) }
    for place in person.hiddenFrom { line("hidden", String(place)) }
    for need in person.declinedNeeds { line("declined", need) }
    for commitment in person.commitments { write(commitment, as: "promised") }
    for place in person.workedAt { line("worked", String(place)) }
  }

  mutating func write(_ designation: Designation) {
    line(
      "designation", designation.role, designation.since.iso, designation.until?.iso,
      designation.alliance, number(designation.halfDaysAYear?.count),
      number(designation.travelMiles), number(designation.completed),
      designation.supervises ? "supervises" : nil)
    for held in designation.specialisms {
      line("specialism", held.name, held.verifiedOn?.iso, held.expiresOn?.iso)
    }
    for phase in designation.phases { line("phase", phase) }
  }

  mutating func write(_ open: OpenNeed) {
    let need = open.need
    line(
      "need", need.reference, String(open.place), number(open.open), need.kind.rawValue, need.role,
      need.specialism, need.phase, number(need.halfDays?.count), number(need.fte?.hundredths),
      need.window.from.iso, need.window.to.iso, need.priority.rawValue, number(need.people),
      need.askedBy, need.askedOn?.iso)
    for behaviour in need.behaviours { line("wanted", behaviour) }
  }

  private func number(_ value: Int32?) -> String? { value.map { String($0) } }
}
