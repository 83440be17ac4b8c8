import Domain

extension JointMaking {
  /// A part for every pair that can be together with whoever it asks for.
  mutating func addPlacements(_ chains: CoverChains) {
    let newcomers = newcomers()
    for need in snapshot.needs.indices {
      let mustFill = snapshot.needs[need].need.priority == .mustFill
      let penalty = penalty(ofNeed: need)
      for pair in findings.pairStart[need]..<findings.pairStart[need + 1] {
        guard isPossible(pair, need: need, newcomers, chains) else {
          if let line = standing.removeValue(forKey: pair) { unkept.append(line) }
          continue
        }
        var part = PartRecord(
          kind: .placement, need: Int32(need), person: findings.pairPerson[pair], of: Int32(pair))
        let line = standing[pair]
        let stays = line.map { $0.isPinned ? 0 : policy.joint.priceOfChange } ?? 0
        part.value = Int32(clamping: Int(findings.pairPoints[pair]) + penalty + stays)
        part.mustFill = mustFill
        part.isPinned = line?.isPinned == true
        part.fills = Int32(need)
        parts.append(part)
      }
    }
  }

  /// How many pairs ask for each first's supervisor.
  func newcomers() -> [Int32] {
    var newcomers = [Int32](repeating: 0, count: findings.firsts.count)
    for first in findings.pairFirst where first >= 0 { newcomers[Int(first)] += 1 }
    return newcomers
  }

  private func isPossible(
    _ pair: Int, need: Int, _ newcomers: [Int32], _ chains: CoverChains
  ) -> Bool {
    let first = Int(findings.pairFirst[pair])
    if first >= 0 {
      let others = findings.supervisors(ofFirst: first).contains {
        $0.person != findings.pairPerson[pair]
      }
      if !others { return false }
    }
    let post = findings.pairPost[pair]
    return post < 0 || chains.canCover(post, need: need, level: 1)
  }

  /// For each first a row, and every supervisor as often as the need could ask for them.
  mutating func addSupervising() {
    var asking = [Int32](repeating: 0, count: findings.firsts.count)
    var row = [Int32](repeating: -1, count: findings.firsts.count)
    for part in parts.indices {
      let first = Int(findings.pairFirst[Int(parts[part].of)])
      guard first >= 0 else { continue }
      if row[first] < 0 { row[first] = openRow(.supervising(first: Int32(first))) }
      parts[part].asks = row[first]
      asking[first] += 1
    }
    for first in findings.firsts.indices where row[first] >= 0 {
      let need = findings.firsts[first].need
      let copies = min(snapshot.needs[Int(need)].open, asking[first])
      for supervisor in findings.supervisors(ofFirst: first) {
        var part = PartRecord(
          kind: .supervising, need: need, person: supervisor.person, of: Int32(first),
          with: supervisor.designation)
        part.provides = row[first]
        for _ in 0..<copies { parts.append(part) }
      }
    }
  }
}

extension JointNorms {
  /// What a cover is worth whose points as for a secondment are these: never above 0.
  func valueOfCover(points: Int) -> Int { min(0, points - priceOfCover) }
}
