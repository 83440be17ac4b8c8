import Domain

/// A plan with its hashes.
struct SealedPlan: Sendable {
  let plan: Plan
  let fingerprint: [UInt8]
  let seal: [UInt8]

  init(_ plan: Plan) {
    self.plan = plan
    fingerprint = plan.fingerprint
    seal = plan.seal
  }
}

extension Plan {
  /// SHA-256 of what it was made from.
  var fingerprint: [UInt8] {
    var hash = SHA256()
    for var text in [policy, snapshot] { text.withUTF8 { hash.add(UnsafeRawBufferPointer($0)) } }
    return hash.finished()
  }

  /// SHA-256 of what it says: of what is meant to be stored, and held against what is stored whenever
  /// the plan is read.
  var seal: [UInt8] { sha256(sealedText) }
}

extension Plan {
  /// What a plan says, as the database's function `plan_text` does: a line a proposal, then a score line,
  /// then an unfilled need, then a note; then a line for each who supervises, each who covers, and each score
  /// line of a cover; then the totals and the proof.
  var sealedText: [UInt8] {
    var out = SealedLines()
    out.line([
      "{\(kinds.map(\.rawValue).joined(separator: ","))}", within ?? "", from?.iso ?? "",
      to?.iso ?? "",
    ])
    let proposals = proposals.sorted {
      $0.need == $1.need ? $0.person < $1.person : $0.need.precedes($1.need)
    }
    for proposal in proposals {
      out.line([proposal.need, proposal.key, String(proposal.points)])
    }
    for proposal in proposals {
      for (position, line) in proposal.lines.enumerated() {
        out.line([
          proposal.need, proposal.key, String(position + 1), line.criterion.rawValue,
          String(line.points), line.because,
        ])
      }
    }
    for need in unfilled.sorted(by: { $0.need.precedes($1.need) }) {
      out.line([need.need, String(need.missing), need.because])
    }
    for (position, note) in notes.enumerated() { out.line([String(position + 1), note]) }
    out.supervision(of: proposals)
    out.covers(of: proposals)
    if !proof.isEmpty {
      out.line([
        "proof", String(objective), String(bound), String(mustFillUnfilled), String(mustFillBound),
        proof,
      ])
    }
    return out.bytes
  }
}

extension Proposal {
  fileprivate var key: String { String(person.number) }
}

/// Lines of fields, with tabs between fields and line ends between lines.
private struct SealedLines {
  private(set) var bytes: [UInt8] = []

  mutating func line(_ fields: [String]) {
    if !bytes.isEmpty { bytes.append(10) }
    for (position, field) in fields.enumerated() {
      if position > 0 { bytes.append(9) }
      bytes.append(contentsOf: field.utf8)
    }
  }

  mutating func supervision(of proposals: [Proposal]) {
    for proposal in proposals {
      guard let supervision = proposal.supervision else { continue }
      line([
        proposal.need, proposal.key, "supervised by", String(supervision.person.number),
        supervision.role, String(supervision.halfDays.count),
      ])
    }
  }

  mutating func covers(of proposals: [Proposal]) {
    for proposal in proposals {
      for (position, cover) in proposal.covers.enumerated() {
        line([
          proposal.need, proposal.key, String(position + 1), "covered by",
          String(cover.person.number), String(cover.insteadOf.number), cover.post,
          cover.place.urn?.description ?? "", cover.place.settingReference ?? "",
          cover.way.rawValue, String(cover.points),
        ])
      }
    }
    for proposal in proposals {
      for (position, cover) in proposal.covers.enumerated() {
        for (place, because) in cover.lines.enumerated() {
          line([
            proposal.need, proposal.key, String(position + 1), "covered because",
            String(place + 1), because.criterion.rawValue, String(because.points),
            because.because,
          ])
        }
      }
    }
  }
}

func sha256(_ bytes: [UInt8]) -> [UInt8] {
  var hash = SHA256()
  bytes.withUnsafeBytes { hash.add($0) }
  return hash.finished()
}
