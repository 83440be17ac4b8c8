import Domain

extension JointModel {
  /// What scoring says of the people of a plan, so that points come with their lines.
  public struct Lines: Sendable {
    /// The lines of a need, by an index into the snapshot's needs, for a person.
    let placement: @Sendable (_ need: Int, _ person: Int) -> [ScoreLine]
    /// The lines of a post for a person, before the price of a cover.
    let cover: @Sendable (_ post: OpenedPost, _ person: Int) -> [ScoreLine]

    public init(
      placement: @escaping @Sendable (_ need: Int, _ person: Int) -> [ScoreLine],
      cover: @escaping @Sendable (_ post: OpenedPost, _ person: Int) -> [ScoreLine]
    ) {
      self.placement = placement
      self.cover = cover
    }
  }

  /// What chosen parts propose, need by need in the snapshot's order and then by person: each placement with its
  /// supervisor and its covers down the chain.
  ///
  /// Supervisors of several newcomers of one alliance at one need are given out in order, the lesser to the
  /// lesser. Parts that nothing asked for propose nothing.
  public func proposals(of chosen: [Int], _ lines: Lines) -> [Proposal] {
    var providers: [Int32: [Int]] = [:]
    for part in chosen.sorted() where parts[part].provides >= 0 {
      providers[parts[part].provides, default: []].append(part)
    }
    let placed = chosen.filter { parts[$0].kind == .placement }
      .sorted { (parts[$0].need, parts[$0].person) < (parts[$1].need, parts[$1].person) }
    let helped = placed.map { helpers(of: $0, &providers) }
    let (size, count) = (Self.placementsAtATime, placed.count)
    return inParallel((count + size - 1) / size) { run in
      (run * size..<min(count, (run + 1) * size)).map {
        proposal(ofPart: placed[$0], helped[$0], lines)
      }
    }.flatMap { $0 }
  }

  private static let placementsAtATime = 256

  /// A supervisor, or covers down the chain, taken from those chosen.
  private func helpers(of part: Int, _ providers: inout [Int32: [Int]]) -> [Int] {
    var helpers: [Int] = []
    var asks = parts[part].asks
    // A chain is no longer than the norm, and a supervisor asks for nobody.
    while asks >= 0, let next = providers[asks]?.first, helpers.count <= norms.longestCoverChain {
      providers[asks]?.removeFirst()
      helpers.append(next)
      asks = parts[next].asks
    }
    return helpers
  }

  private func proposal(ofPart part: Int, _ helpers: [Int], _ lines: Lines) -> Proposal {
    let (need, person) = (Int(parts[part].need), Int(parts[part].person))
    var all = lines.placement(need, person)
    if let line = standing[Int(parts[part].of)], !line.isPinned {
      all.append(
        ScoreLine(.stays, points: norms.priceOfChange, because: "Published in plan \(line.plan)"))
    }
    let supervisor = helpers.first { parts[$0].kind == .supervising }
    return Proposal(
      need: snapshot.needs[need].need.reference, person: snapshot.people[person].number,
      points: all.reduce(0) { $0 + $1.points }, lines: all,
      supervision: supervisor.map { supervision(ofPart: $0) },
      covers: helpers.filter { parts[$0].kind == .cover }.map { cover(ofPart: $0, lines) })
  }

  private func supervision(ofPart part: Int) -> Supervision {
    let (record, person) = (parts[part], snapshot.people[Int(parts[part].person)])
    return Supervision(
      person: person.number, role: person.designations[Int(record.with)].role,
      halfDays: findings.firsts[Int(record.of)].halfDays)
  }

  private func cover(ofPart part: Int, _ lines: Lines) -> Cover {
    let record = parts[part]
    let (person, whose) = (Int(record.person), snapshot.people[Int(record.of)])
    let post = post(ofCover: record)
    var all = lines.cover(post, person)
    let earned = all.reduce(0) { $0 + $1.points }
    let price = norms.valueOfCover(points: earned) - earned
    if price != 0 {
      all.append(
        ScoreLine(.cover, points: price, because: "Fills the post only while its holder is away"))
    }
    return Cover(
      person: snapshot.people[person].number, insteadOf: whose.number, post: post.role,
      place: snapshot.places[post.place].key, way: way(ofCover: record), points: earned + price,
      lines: all)
  }
}
