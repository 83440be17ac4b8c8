/// What two people's records agree and differ on, weighed.
struct PairScore {
  private(set) var points = 0
  private var reasons: [(says: String, points: Int)] = []

  init(_ a: Compared, _ b: Compared, _ frequencies: Frequencies) {
    addNames(a, b, frequencies)
    addTRNs(a.trn, b.trn)
    addPlace(a, b, frequencies)
    addRest(a, b, frequencies)
  }

  func lines() -> [Resemblance.Line] {
    reasons.map { Resemblance.Line(says: $0.says, points: $0.points) }
  }

  private mutating func add(_ says: @autoclosure () -> String, _ points: Int) {
    self.points += points
    reasons.append((says(), points))
  }

  /// Straight or swapped, whichever agrees more.
  private mutating func addNames(_ a: Compared, _ b: Compared, _ frequencies: Frequencies) {
    let straight = NameAgreement(a, b, isSwapped: false, frequencies)
    let swapped = NameAgreement(a, b, isSwapped: true, frequencies)
    let best = swapped.points > straight.points ? swapped : straight
    if a.words != b.words, a.words.count > 1, a.words.sorted() == b.words.sorted(),
      best.points < 0 || a.words.count > 2
    {
      let rarest = a.words.map { frequencies.name($0) }.sorted(by: >).prefix(2).reduce(0, +)
      return add("The same names in another order", rarest - 30)
    }
    for reason in best.reasons { add(reason.says, reason.points) }
    if a.person.folded == b.person.folded, a.person.name != b.person.name {
      add("Written with other accents or capitals", 0)
    }
  }

  private mutating func addTRNs(_ a: UInt64, _ b: UInt64) {
    if a == 0 || b == 0 { return }
    if a == b {
      add("The same TRN", 220)
    } else if Compared.differ(a, b) {
      add("Two different TRNs", -130)
    } else {
      add("TRNs one slip apart", 120)
    }
  }

  private mutating func addPlace(_ a: Compared, _ b: Compared, _ frequencies: Frequencies) {
    guard let mine = a.person.place, let theirs = b.person.place else { return }
    if mine == theirs {
      add("The same school or setting", frequencies.place(mine))
    } else {
      add("Different schools", -20)
    }
  }

  private mutating func addRest(_ a: Compared, _ b: Compared, _ frequencies: Frequencies) {
    if let mine = a.person.role, let theirs = b.person.role {
      if mine == theirs {
        add("The same post", frequencies.role(mine))
      } else {
        add("Different posts", -10)
      }
    }
    let shared = a.person.programmes.filter(b.person.programmes.contains)
    if let rarest = shared.map({ frequencies.programme($0) }).max(), rarest > 0 {
      add("A programme in common", rarest)
    }
  }
}

/// How two names agree, word by word, read straight or with forename and surname changed over.
private struct NameAgreement {
  private(set) var points = 0
  private(set) var reasons: [(says: String, points: Int)] = []

  init(_ a: Compared, _ b: Compared, isSwapped: Bool, _ frequencies: Frequencies) {
    if isSwapped { guard !a.family.isEmpty, !b.family.isEmpty else { points = Int.min; return } }
    let (given, family) = isSwapped ? (b.family, b.given) : (b.given, b.family)
    if isSwapped { add("Forename and surname changed over", -30) }
    // A record with one word may have lost either.
    if a.family.isEmpty || b.family.isEmpty {
      let lone = a.family.isEmpty ? a.given : b.given
      let others = a.family.isEmpty ? b.words : a.words
      let best = others.map { WordAgreement(lone, $0, frequencies) }.max { $0.points < $1.points }
      if let best { add("The one name known: \(best.says)", best.points) }
      return
    }
    let first = WordAgreement(a.given, given, frequencies)
    add("Forename: \(first.says)", first.points)
    let last = WordAgreement(a.family, family, frequencies)
    if !isSwapped, let part = sharedPart(a, b, frequencies), part > last.points {
      add("A part of the surname is the same", part)
    } else {
      add("Surname: \(last.says)", last.points)
    }
  }

  private mutating func add(_ says: String, _ points: Int) {
    self.points += points
    reasons.append((says, points))
  }

  /// `Harris-Lewis` and `Harris`.
  private func sharedPart(_ a: Compared, _ b: Compared, _ frequencies: Frequencies) -> Int? {
    guard a.family != b.family, a.familyWords.count + b.familyWords.count > 2 else { return nil }
    let shared = a.familyWords.filter { b.familyWords.contains($0) && $0.count > 2 }
    return shared.map { frequencies.name($0) - 25 }.max()
  }
}

/// How two words of names agree.
struct WordAgreement {
  let says: String
  let points: Int

  init(_ a: String, _ b: String, _ frequencies: Frequencies) {
    let most = max(a.count, b.count)
    let weight = min(frequencies.name(a), frequencies.name(b))
    if a == b {
      (says, points) = ("the same", frequencies.name(a))
    } else if a.count == 1 || b.count == 1 {
      (says, points) =
        a.first == b.first ? ("an initial that fits", 15) : ("another initial", -50)
    } else if let count = slips(a, b, atMost: most > 6 ? 2 : 1), most > 3 {
      let isSure = count == 1 && most > 4
      (says, points) =
        count == 1
        ? ("one slip apart", max(10, weight - (isSure ? 25 : 40)))
        : ("two slips apart", max(0, weight - 50))
    } else if min(a.count, b.count) >= 3, a.hasPrefix(b) || b.hasPrefix(a) {
      (says, points) = ("one is the beginning of the other", 20)
    } else if Compared.sound(a) == Compared.sound(b), most > 3 {
      (says, points) = ("sounds alike", 5)
    } else {
      (says, points) = ("another", -45)
    }
  }
}
