import Domain
import Reporting
import Storing

/// One person on a page: a heading, facts under their labels, then what is dated, line by line.
struct ProfilePage {
  let profile: PersonProfile
  let today: Day
  let usualHalfDays: HalfDays

  private static let labelWidth = 14

  /// Labels with what stands beside them; what is not known is left out.
  var facts: [(label: String, lines: [String])] {
    let record = profile.record
    return [
      ("TRN", record.trn.map { [$0.description] } ?? []),
      ("Home", home.map { [$0] } ?? []),
      ("Clusters", profile.clusters.isEmpty ? [] : [profile.clusters.joined(separator: ", ")]),
      ("Post", record.role.map { [$0] } ?? []),
      ("Aspires to", record.aspiration.map { [$0] } ?? []),
      ("Readiness", profile.readiness.map { "\($0.post): \(ProfileField.spoken($0))" }),
      ("Designations", profile.designations.map(designation)),
      (
        "Programmes", profile.programmes.isEmpty ? [] : [profile.programmes.joined(separator: ", ")]
      ),
      ("Strengths", record.strengths.isEmpty ? [] : [record.strengths.joined(separator: ", ")]),
      ("Behaviours", record.behaviours.isEmpty ? [] : [record.behaviours.joined(separator: ", ")]),
      ("Nine-box", nineBox.map { [$0] } ?? []),
      ("Available", [availability]),
      ("Travels", travels),
      ("Days a year", record.halfDaysAYear.map { [FoundPage.days($0)] } ?? []),
      ("Vetting", [vetting]),
      ("Career steps", profile.steps.map(step)),
      ("Posts held", profile.posts.map(post)),
      ("Placements", profile.placements.map(placement)),
      ("Supervises", profile.supervises.filter(\.isActive).map(supervised)),
      ("Not sent to", profile.barriers.map(barrier)),
      ("Notes", record.notes.map { [$0] } ?? []),
    ]
  }

  private var home: String? {
    guard let key = profile.record.home else { return nil }
    let about = [profile.homePhase, profile.authority].compactMap { $0 }.joined(separator: ", ")
    let name = profile.homeName.map { "\($0) (\(key))" } ?? key.description
    return about.isEmpty ? name : "\(name), \(about)"
  }

  private func designation(_ designation: Designation) -> String {
    var parts = ["\(designation.role) since \(designation.since.spoken)"]
    if let until = designation.until {
      parts[0] += until < today ? ", ended \(until.spoken)" : " until \(until.spoken)"
    }
    let isInForce = profile.designations(inForceOn: today).contains(designation)
    if !designation.specialisms.isEmpty {
      parts.append(
        designation.specialisms.map { $0.verifiedOn == nil ? "\($0.name) (not verified)" : $0.name }
          .joined(separator: ", "))
    }
    if isInForce {
      let left = profile.halfDaysLeft(in: designation, on: today, usually: usualHalfDays)
      parts.append("\(left.spoken) left this school year")
    }
    if designation.supervises { parts.append("supervises") }
    if let alliance = designation.alliance { parts.append(alliance) }
    parts.append(
      designation.completed == 0
        ? "no deployment completed"
        : "\(Phrase.count(Int(designation.completed), "deployment")) completed")
    return parts.joined(separator: "; ")
  }

  private var nineBox: String? {
    let record = profile.record
    guard record.performance != nil || record.potential != nil else { return nil }
    let say = { (value: Int32?) in value.map { "\($0) of 3" } ?? "not judged" }
    return "performance \(say(record.performance)), potential \(say(record.potential))"
  }

  private var availability: String {
    switch (profile.record.availableFrom, profile.record.availableUntil) {
    case (nil, nil): "no limit recorded"
    case (let from?, nil): "from \(from.spoken)"
    case (nil, let until?): "until \(until.spoken)"
    case (let from?, let until?): "\(from.spoken) to \(until.spoken)"
    }
  }

  /// The person's own limit, then those of designations in force that have one of their own.
  var travels: [String] {
    let own = profile.record.travelMiles.map { ["up to \(Phrase.count(Int($0), "mile"))"] } ?? []
    return own
      + profile.designations(inForceOn: today).compactMap { designation in
        designation.travelMiles.map {
          "as \(designation.role) up to \(Phrase.count(Int($0), "mile"))"
        }
      }
  }

  private var vetting: String {
    if profile.record.prohibited { return "a prohibition is recorded" }
    guard let on = profile.record.vettedOn else { return "nobody has confirmed it" }
    return "confirmed \(on.spoken) by \(profile.record.vettedBy ?? "somebody")"
  }

  private func step(_ step: PersonProfile.Step) -> String {
    let mark = step.isOverdue(on: today) ? "OVERDUE: " : ""
    return "\(mark)\(step.what), \(ProfileField.spoken(step))"
  }

  private func post(_ post: PersonProfile.HeldPost) -> String {
    var text = "\(post.title) at \(post.placeName ?? post.place.description)"
    if post.critical { text += ", critical" }
    if let from = post.vacantFrom {
      text += ", vacant from \(from.spoken)" + (post.why.map { " (\($0))" } ?? "")
    }
    return text
  }

  private func placement(_ placement: PlacementRecord) -> String {
    "\(placement.number): \(placement.need) at \(placement.placeName ?? placement.place.description), "
      + "\(PlacementPage.size(placement)), \(placement.window.spoken), \(placement.state)"
  }

  private func supervised(_ placement: PlacementRecord) -> String {
    "\(placement.person) \(placement.personName) in placement \(placement.number), \(placement.window.spoken)"
      + (placement.supervision.map { ": \($0.halfDays.spoken) as \($0.role)" } ?? "")
  }

  private func barrier(_ barrier: PersonProfile.Barrier) -> String {
    let place = barrier.placeName.map { "\($0) (\(barrier.place))" } ?? barrier.place.description
    return barrier.isWish ? "\(place): hidden, \(barrier.why)" : "\(place): \(barrier.why)"
  }
}

extension ProfilePage {
  func text(width: Int?) -> String {
    let style = Terminal.style
    var text = style.bold("\(profile.number)  \(shown(profile.record.name))") + "\n"
    for (label, lines) in facts where !lines.isEmpty {
      for (index, line) in lines.enumerated() {
        let paragraph = Paragraph(line, indent: Self.labelWidth + 2, hanging: Self.labelWidth + 2)
          .text(width: width)
        let title = index == 0 ? label : ""
        let padding = String(repeating: " ", count: Self.labelWidth - title.count)
        text += "  " + style.dim(title) + padding + paragraph.dropFirst(Self.labelWidth + 2)
      }
    }
    if text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  var table: Table {
    var table = Table([.init("Field"), .init("Value")], whenEmpty: "")
    table.add(["Number", profile.number.description])
    table.add(["Name", profile.record.name])
    for (label, lines) in facts { for line in lines { table.add([label, line]) } }
    return table
  }
}
