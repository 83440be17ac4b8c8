import Domain

/// Something a stored plan proposes that its own data does not allow.
public enum JointClaimError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknownNeed(String)
  case unknownPerson(need: String, PersonNumber)
  /// The person cannot fill the need, or nobody could supervise or cover it.
  case cannotFill(need: String, PersonNumber)
  /// The person cannot supervise there, or not so often, or not under that role or for those days.
  case cannotSupervise(need: String, PersonNumber)
  /// The person cannot cover that post in that way.
  case cannotCover(need: String, PersonNumber, insteadOf: PersonNumber)
  /// The same person is proposed twice for a need.
  case proposedTwice(need: String, PersonNumber)

  public var description: String {
    switch self {
    case .unknownNeed(let need): "\(need) is not among the plan's needs"
    case .unknownPerson(let need, let person):
      "\(person), proposed for \(need), is not among the plan's people"
    case .cannotFill(let need, let person): "\(person) cannot fill \(need)"
    case .cannotSupervise(let need, let person):
      "\(person) cannot supervise a first deployment at \(need) as proposed"
    case .cannotCover(let need, let person, let whose):
      "\(person) cannot cover the post of \(whose) for \(need) as proposed"
    case .proposedTwice(let need, let person): "\(person) is proposed twice for \(need)"
    }
  }
}

extension JointModel {
  /// The parts that proposals claim, ascending: the way back from `proposals(of:_:)`.
  public func chosen(
    claimedBy proposals: [Proposal]
  ) -> Result<[Int], JointClaimError> {
    Result { () throws(JointClaimError) in
      var claims = Claims(self)
      for proposal in proposals { claims.chosen.formUnion(try claims.parts(of: proposal)) }
      return claims.chosen.sorted()
    }
  }

  /// What of another plan's proposals is in this model, for a search to begin from; it need not be possible.
  public func chosen(remainingOf proposals: [Proposal]) -> [Int] {
    var claims = Claims(self)
    for proposal in proposals {
      claims.chosen.formUnion(claims.remaining(of: proposal))
    }
    return claims.chosen.sorted()
  }
}

/// Proposals being turned into parts.
private struct Claims {
  private let model: JointModel
  private let needs: [String: Int]
  private let people: [PersonNumber: Int]
  var chosen: Set<Int> = []

  init(_ model: JointModel) {
    self.model = model
    needs = Dictionary(
      model.snapshot.needs.enumerated().map { ($1.need.reference, $0) },
      uniquingKeysWith: { first, _ in first })
    people = Dictionary(
      model.snapshot.people.enumerated().map { ($1.number, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The parts of a proposal that have not been chosen before.
  func parts(of proposal: Proposal) throws(JointClaimError) -> [Int] {
    guard let need = needs[proposal.need] else { throw .unknownNeed(proposal.need) }
    let person = try index(proposal.person, proposal.need)
    guard let part = model.part(need: need, person: person) else {
      throw .cannotFill(need: proposal.need, proposal.person)
    }
    if chosen.contains(part) { throw .proposedTwice(need: proposal.need, proposal.person) }
    var parts = [part]
    if let supervision = proposal.supervision {
      parts.append(try self.part(of: supervision, for: part, proposal.need))
    }
    for cover in proposal.covers {
      parts.append(try self.part(of: cover, for: parts[parts.count - 1], proposal.need))
    }
    return parts
  }

  /// The parts of a proposal that are there, without those that only went with one that is not.
  func remaining(of proposal: Proposal) -> [Int] {
    var fewer = proposal
    while true {
      if let parts = try? parts(of: fewer) { return parts }
      guard fewer.supervision != nil || !fewer.covers.isEmpty else { return [] }
      fewer.supervision = nil
      _ = fewer.covers.popLast()
    }
  }

  private func part(
    of supervision: Supervision, for part: Int, _ need: String
  ) throws(JointClaimError) -> Int {
    let person = try index(supervision.person, need)
    let found = provider(of: part, among: person) { record in
      let role = model.snapshot.people[person].designations[Int(record.with)].role
      return record.kind == .supervising && role == supervision.role
        && model.findings.firsts[Int(record.of)].halfDays == supervision.halfDays
    }
    guard let found else { throw .cannotSupervise(need: need, supervision.person) }
    return found
  }

  private func part(
    of cover: Cover, for asking: Int, _ need: String
  ) throws(JointClaimError) -> Int {
    let person = try index(cover.person, need)
    let found = provider(of: asking, among: person) { record in
      guard record.kind == .cover else { return false }
      let post = model.post(ofCover: record)
      return cover.insteadOf == model.snapshot.people[Int(record.of)].number
        && cover.post == post.role && cover.place == model.snapshot.places[post.place].key
        && cover.way == model.way(ofCover: record)
    }
    guard let found else {
      throw .cannotCover(need: need, cover.person, insteadOf: cover.insteadOf)
    }
    return found
  }

  /// A person's part that provides what another asks for and has not been chosen before.
  private func provider(
    of asking: Int, among person: Int, _ isRight: (PartRecord) -> Bool
  ) -> Int? {
    let row = model.parts[asking].asks
    guard row >= 0 else { return nil }
    return model.parts(ofPerson: person).first { part in
      model.parts[part].provides == row && !chosen.contains(part) && isRight(model.parts[part])
    }
  }

  private func index(
    _ person: PersonNumber, _ need: String
  ) throws(JointClaimError) -> Int {
    guard let index = people[person] else { throw .unknownPerson(need: need, person) }
    return index
  }
}
