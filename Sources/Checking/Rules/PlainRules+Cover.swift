import Domain

/// The post a secondment leaves is covered where the home school says so, and so on down the chain.
extension PlainRules {
  func covering(
    _ proposal: Proposal, _ asked: Asked, need: Int, leaving: Int
  ) -> (doings: [Doing], broken: [String]) {
    var doings: [Doing] = []
    var broken: [String] = []
    var opened = asked.kind == .secondment ? openedPost(by: leaving, asked) : nil
    for cover in proposal.covers {
      guard let post = opened else {
        broken.append("\(cover.person) covers a post that nobody has to cover")
        break
      }
      guard let person = people[cover.person] else {
        broken.append("The cover, \(cover.person), is not a person of the plan")
        break
      }
      broken += brokenCover(cover, person, of: post, for: asked)
      let stepsUp = snapshot.people[person].home == post.asked.place
      doings.append(
        Doing(
          what: .cover, person: person, need: need, kind: .secondment, window: asked.window,
          hundredths: asked.hundredths, isOut: !stepsUp))
      let isExchange = exchanges(person, asked)
      opened = stepsUp || isExchange ? nil : openedPost(by: person, asked)
    }
    if let opened {
      broken.append(
        "The post of \(opened.asked.role ?? "") that \(opened.holder) leaves is not covered")
    }
    if proposal.covers.count > policy.joint.longestCoverChain {
      broken.append("The chain of covers is longer than \(policy.joint.longestCoverChain)")
    }
    return (doings, broken)
  }

  private struct OpenedPost {
    var holder: PersonNumber
    var asked: Asked
  }

  /// The post somebody leaves and their home wants covered; nil when none is known or wanted.
  private func openedPost(by person: Int, _ secondment: Asked) -> OpenedPost? {
    let candidate = snapshot.people[person]
    guard isOn(.cover), let place = candidate.home, let role = candidate.role,
      release(of: snapshot.places[place]).coverNeeded
    else { return nil }
    return OpenedPost(
      holder: candidate.number,
      asked: Asked(snapshot, post: role, place: place, like: secondment))
  }

  /// Whether a person holds the very post the secondment fills.
  private func exchanges(_ person: Int, _ asked: Asked) -> Bool {
    snapshot.people[person].home == asked.place && snapshot.people[person].role == asked.role
  }

  private func brokenCover(
    _ cover: Cover, _ person: Int, of post: OpenedPost, for secondment: Asked
  ) -> [String] {
    let place = snapshot.places[post.asked.place]
    var broken: [String] = []
    if cover.insteadOf != post.holder || cover.post != post.asked.role || cover.place != place.key {
      broken.append(
        "\(cover.person) is said to cover another post than that of \(post.holder) at \(place.name)"
      )
    }
    var ways: [Cover.Way] = []
    if snapshot.people[person].home == post.asked.place { ways.append(.stepsUp) }
    if exchanges(person, secondment) { ways.append(.exchanges) }
    if ways.isEmpty { ways.append(.moves) }
    if !ways.contains(cover.way) {
      broken.append("\(cover.person) \(ways[0].rawValue), and the plan says \(cover.way.rawValue)")
    }
    return broken + barring(person, from: post.asked).map { "The cover, \(cover.person): \($0)" }
  }
}
