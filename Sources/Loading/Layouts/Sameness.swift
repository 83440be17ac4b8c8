import Domain

extension Sameness {
  /// The same person: by TRN, by a settled number, else by name and home as typed.
  ///
  /// Somebody settled as new is never compared.
  static func person(
    _ claim: @escaping @Sendable (Draft) -> PersonClaim,
    also: (@Sendable (Draft) -> (key: UInt64, words: String))? = nil
  ) -> Sameness {
    Sameness(
      key: { draft in
        personKey(claim(draft)).map { key in
          also.map { stableHash("", seed: key ^ $0(draft).key) } ?? key
        }
      },
      named: { draft in
        personWords(claim(draft)) + (also.map { " as " + $0(draft).words } ?? "")
      },
      hint:
        "Try: keep the row that is right; for two people without a TRN write new under Person in both"
    )
  }

  /// The same text: a reference, or several joined.
  static func text(hint: String, _ named: @escaping @Sendable (Draft) -> String) -> Sameness {
    Sameness(key: { stableHash(named($0), seed: 0) }, named: named, hint: hint)
  }
}

private func personKey(_ claim: PersonClaim) -> UInt64? {
  if let trn = claim.trn { return 1 << 40 | (UInt64(trn.description) ?? 0) }
  switch claim.settledAs {
  case .new: return nil
  case .person(let number): return 2 << 40 | UInt64(number.number)
  case nil:
    let home = claim.home.map(\.description) ?? ""
    return stableHash(claim.name, seed: stableHash(home, seed: 3)) | 1 << 63
  }
}

private func personWords(_ claim: PersonClaim) -> String {
  if let trn = claim.trn { return "the TRN \(trn)" }
  if case .person(let number) = claim.settledAs { return "\(number)" }
  return "\(quoted(claim.name)) of \(shown(claim.home.map(\.description) ?? "nowhere"))"
}
