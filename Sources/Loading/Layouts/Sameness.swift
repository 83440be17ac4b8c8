import Domain

extension Sameness {
  /// The same text: several joined.
  static func text(hint: String, _ named: @escaping @Sendable (Draft) -> String) -> Sameness {
    Sameness(key: { stableHash(named($0), seed: 0) }, named: named, hint: hint)
  }

  /// The same reference.
  static func reference(
    of things: String, _ reference: @escaping @Sendable (Draft) -> String
  ) -> Sameness {
    Sameness(
      key: { stableHash(reference($0), seed: 0) },
      named: { "the reference \(quoted(reference($0)))" },
      hint: "Try: give each \(things) its own reference")
  }

  /// One person and one thing said of them.
  static func ofPerson(
    _ person: @escaping @Sendable (Draft) -> PersonMention,
    _ what: @escaping @Sendable (Draft) -> String,
    named: @escaping @Sendable (Draft) -> String
  ) -> Sameness {
    Sameness(
      key: { draft in
        mentionKey(person(draft)).map { stableHash(what(draft), seed: $0) }
      },
      named: { "\(named($0)) of \(mentionWords(person($0)))" },
      hint: "Try: keep the row that is right")
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

/// The TRN decides, else the number.
private func mentionKey(_ person: PersonMention) -> UInt64? {
  if let trn = person.trn { return 1 << 40 | (UInt64(trn.description) ?? 0) }
  return person.number.map { 2 << 40 | UInt64($0.number) }
}

private func mentionWords(_ person: PersonMention) -> String {
  person.trn.map { "the TRN \($0)" } ?? person.number?.description ?? "nobody"
}

let personHint =
  "Try: keep the row that is right; for two people without a TRN write new under Person in both"
