import Domain

extension Sameness {
  /// The same text: a reference, or several joined.
  static func text(hint: String, _ named: @escaping @Sendable (Draft) -> String) -> Sameness {
    Sameness(key: { stableHash(named($0), seed: 0) }, named: named, hint: hint)
  }
}

/// What tells people apart within one sheet: the TRN, a settled number, else name and home as typed.
/// Nil for somebody settled as new, who is never compared.
func personKey(_ claim: PersonClaim) -> UInt64? {
  if let trn = claim.trn { return 1 << 40 | (UInt64(trn.description) ?? 0) }
  switch claim.settledAs {
  case .new: return nil
  case .person(let number): return 2 << 40 | UInt64(number.number)
  case nil:
    let home = claim.home.map(\.description) ?? ""
    return stableHash(claim.name, seed: stableHash(home, seed: 3)) | 1 << 63
  }
}

/// The person in words: `the TRN 1234567`.
func personWords(_ claim: PersonClaim) -> String {
  if let trn = claim.trn { return "the TRN \(trn)" }
  if case .person(let number) = claim.settledAs { return "\(number)" }
  return "\(quoted(claim.name)) of \(shown(claim.home.map(\.description) ?? "nowhere"))"
}

let personHint =
  "Try: keep the row that is right; for two people without a TRN write new under Person in both"
