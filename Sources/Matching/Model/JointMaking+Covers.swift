import Domain

extension JointMaking {
  /// Parts of covers that plans are kept to; beyond it, fewer people are considered for each post.
  static let mostCovers = 1 << 21

  /// The covers of every post that a placement opens, and of those they open in turn.
  mutating func addCovers(_ chains: CoverChains) {
    let opened = openedPosts()
    let (partsBefore, rowsBefore) = (parts.count, rows.count)
    coversConsidered = policy.joint.coversConsidered
    while !addCovers(opened, chains) {
      coversConsidered /= 2
      parts.removeLast(parts.count - partsBefore)
      rows.removeLast(rows.count - rowsBefore)
      problem.rowCapacity.removeLast(problem.rowCapacity.count - rowsBefore)
    }
  }

  private struct Opened {
    var need: Int
    /// Placements, by their place among the parts.
    var parts: [Int] = []
  }

  /// Placements that open a post, need by need.
  private func openedPosts() -> [Opened] {
    var opened: [Opened] = []
    for (index, part) in parts.enumerated() where part.kind == .placement {
      guard findings.pairPost[Int(part.of)] >= 0 else { continue }
      if opened.last?.need != Int(part.need) { opened.append(Opened(need: Int(part.need))) }
      opened[opened.count - 1].parts.append(index)
    }
    return opened
  }

  /// False when there would be too many while fewer could be considered.
  private mutating func addCovers(_ opened: [Opened], _ chains: CoverChains) -> Bool {
    let before = parts.count
    for opened in opened {
      var unrolled = UnrolledChains(need: opened.need)
      for part in opened.parts {
        parts[part].asks = unrolled.open(
          whose: parts[part].person, post: findings.pairPost[Int(parts[part].of)], level: 1, &self)
      }
      unrolled.cover(chains, &self)
      if parts.count - before > Self.mostCovers && coversConsidered > 1 { return false }
    }
    return true
  }
}

/// The posts that one need opens down its chains, breadth first.
private struct UnrolledChains {
  let need: Int
  private var queue: [Open] = []
  /// Rows by person and level: somebody's post is opened once there, however many covers open it.
  private var known: [Int64: Int32] = [:]

  private struct Open {
    var row: Int32
    var whose: Int32
    var post: Int32
    var level: UInt8
  }

  init(need: Int) { self.need = need }

  mutating func open(
    whose person: Int32, post: Int32, level: UInt8, _ making: inout JointMaking
  ) -> Int32 {
    let key = Int64(person) << 8 | Int64(level)
    if let row = known[key] { return row }
    let row = making.openRow(.cover(need: Int32(need), insteadOf: person, level: level))
    known[key] = row
    queue.append(Open(row: row, whose: person, post: post, level: level))
    return row
  }

  mutating func cover(_ chains: CoverChains, _ making: inout JointMaking) {
    var next = 0
    while next < queue.count {
      let open = queue[next]
      next += 1
      let covers = chains.covers(
        of: open.post, need: need, level: Int(open.level), upTo: making.coversConsidered)
      for cover in covers {
        var part = PartRecord(
          kind: .cover, need: Int32(need), person: cover.person, of: open.whose, with: cover.with)
        part.level = open.level
        part.isExchange = cover.isExchange
        part.value = Int32(
          clamping: making.policy.joint.valueOfCover(points: Int(cover.points)))
        part.provides = open.row
        if cover.opens >= 0 {
          part.asks = self.open(
            whose: cover.person, post: cover.opens, level: open.level + 1, &making)
        }
        making.parts.append(part)
      }
    }
  }
}
