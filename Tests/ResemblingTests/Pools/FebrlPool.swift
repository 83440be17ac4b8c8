/// Pools as Febrl's generator makes them (Christen 2005, doi:10.1007/11430919_2; its probabilities for given
/// name, surname, suburb and postcode, state and social security number), kept as a name, a TRN, a place and
/// a post. Modifications that fall on what is not kept (streets, birth and telephone) change nothing here.
struct FebrlPool {
  /// At most so many changes of a record, and of one field of it.
  var mostOfRecord: Int
  var mostOfField: Int
  /// How many records a person may have beside the first.
  var mostAgain = 1
  /// Whether records of one TRN are one record, as in a database that keeps TRNs apart: who is typed again
  /// with the same TRN is typed without.
  var isEachTRNOnce = false

  private static let names = EnglishNames()
  private static let states = ["NSW", "VIC", "QLD", "WA", "SA", "TAS", "ACT", "NT"]

  /// So many originals, and again as many typed again.
  func pool(_ originals: Int, seed: UInt64) -> KnownPool {
    var pool = KnownPool(seed: seed)
    var drafts: [Draft] = []
    for number in 0..<originals {
      drafts.append(original(number, of: originals, &pool.random))
      pool.add(drafts[number], of: number)
    }
    // Few of many records, most of two.
    var left = originals
    for number in drafts.indices {
      for _
        in 0..<min(left, mostAgain == 1 ? 1 : pool.random.below(2 + pool.random.below(mostAgain)))
      {
        pool.add(again(drafts[number], of: originals, &pool.random), of: number)
        left -= 1
      }
    }
    return pool
  }

  private func original(_ number: Int, of count: Int, _ random: inout SeededRandom) -> Draft {
    let isWoman = random.chance(50)
    return Draft(
      isWoman: isWoman, given: random.chance(2) ? "" : Self.names.given(ofWoman: isWoman, &random),
      family: Self.names.family(&random), trn: String(1_000_000 + random.below(9_000_000)),
      place: suburb(of: count, &random),
      role: Self.states[random.position(in: [32, 25, 20, 10, 8, 2, 2, 1])])
  }

  private func suburb(of count: Int, _ random: inout SeededRandom) -> String {
    let suburbs = max(40, count / 4)
    return "suburb \(min(random.below(suburbs), random.below(suburbs)))"
  }

  private func again(_ first: Draft, of count: Int, _ random: inout SeededRandom) -> Draft {
    var again = first
    var changes = [Int](repeating: 0, count: 6)
    // Given name, surname, place, state, number, and all that is not kept.
    for _ in 0..<(1 + random.below(mostOfRecord)) {
      let field = random.position(in: [10, 15, 15, 5, 5, 60])
      if changes[field] < mostOfField { changes[field] += 1 }
    }
    if random.chance(2), changes[0] + changes[1] > 0 { swap(&again.given, &again.family) }
    for _ in 0..<changes[0] {
      again.given = typed(again.given, Self.names.given(ofWoman: first.isWoman, &random), &random)
    }
    for _ in 0..<changes[1] {
      again.family = typed(again.family, Self.names.family(&random), &random)
    }
    if changes[2] > 0 {
      again.place =
        random.chance(5)
        ? nil : random.chance(8) ? suburb(of: count, &random) : "slip \(random.below(1 << 40))"
    }
    if changes[3] > 0 { again.role = random.chance(20) ? nil : "slip \(random.below(40))" }
    for _ in 0..<changes[4] {
      again.trn =
        random.chance(10)
        ? String(1_000_000 + random.below(9_000_000)) : again.trn.map { Typing.slip($0, &random) }
    }
    if isEachTRNOnce, again.trn == first.trn { again.trn = nil }
    return again
  }

  /// A value changed once.
  private func typed(_ word: String, _ another: String, _ random: inout SeededRandom) -> String {
    switch random.below(100) {
    case ..<25: Typing.misheard(word, &random)
    case ..<32: Typing.misread(word, &random)
    case ..<92: Typing.slip(word, &random)
    case ..<94: word.count > 4 ? word.prefix(3) + " " + word.dropFirst(3) : word
    case ..<97: ""
    default: another
    }
  }
}
