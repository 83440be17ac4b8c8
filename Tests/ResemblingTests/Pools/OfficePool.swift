/// A pool as offices type it: people of an authority on the sheets of two offices. Married names, double
/// ones, short forms, initials, names turned round, a maiden name in brackets, places left out.
func officesPool(_ count: Int, seed: UInt64) -> KnownPool {
  let names = EnglishNames()
  var pool = KnownPool(seed: seed)
  var drafts: [Draft] = []
  for number in 0..<count {
    let isWoman = names.isWoman(&pool.random)
    let draft = Draft(
      isWoman: isWoman, given: names.given(ofWoman: isWoman, &pool.random),
      middle: pool.random.chance(15) ? names.given(ofWoman: isWoman, &pool.random) : "",
      family: names.family(&pool.random),
      trn: pool.random.chance(80) ? String(1_000_000 + pool.random.below(9_000_000)) : nil,
      place: String(100_000 + pool.random.below(max(20, count / 10))),
      role: posts[pool.random.position(in: [50, 22, 10, 6, 7, 5])],
      programmes: pool.random.chance(40) ? [pool.random.pick(programmes)] : [])
    drafts.append(draft)
    // Sisters, brothers and couples work at one school, and were numbered together.
    if number % 2 > 0, pool.random.chance(6) {
      let other = drafts[number - 1]
      (drafts[number].family, drafts[number].place) = (other.family, other.place)
      while drafts[number].given == other.given {
        drafts[number].given = names.given(ofWoman: isWoman, &pool.random)
      }
      if pool.random.chance(30) {
        drafts[number].trn = other.trn.map { Typing.slip($0, &pool.random) }
        if drafts[number].trn == other.trn { drafts[number].trn = nil }
      }
    }
    pool.add(drafts[number], of: number)
  }
  for at in 0..<(count / 4) {
    pool.add(onAnotherSheet(drafts[at * 4], names, count, &pool.random), of: at * 4)
  }
  return pool
}

private func onAnotherSheet(
  _ draft: Draft, _ names: EnglishNames, _ count: Int, _ random: inout SeededRandom
) -> Draft {
  var again = draft
  again.middle = random.chance(50) ? "" : String(draft.middle.prefix(1))
  if draft.isWoman, random.chance(12) { marry(&again, names, &random) }
  switch random.below(100) {
  case ..<12: again.given = shortForms[draft.given].map { random.pick($0) } ?? draft.given
  case ..<20: again.given = String(draft.given.prefix(1))
  case ..<28: again.given = Typing.slip(draft.given, &random)
  case ..<30: again.given = Typing.misheard(draft.given, &random)
  case ..<33: again.given = ""
  default: break
  }
  switch random.below(100) {
  case ..<8: again.family = Typing.slip(again.family, &random)
  case ..<12: again.family = Typing.misheard(again.family, &random)
  case ..<15: again.family = Typing.slip(Typing.slip(again.family, &random), &random)
  case ..<23: again.isFamilyFirst = true
  default: break
  }
  // Nobody is twice in a database with one TRN.
  again.trn = random.chance(20) ? draft.trn.map { Typing.slip($0, &random) } : nil
  if again.trn == draft.trn { again.trn = nil }
  if random.chance(10) { again.place = nil }
  if random.chance(6) { again.place = String(100_000 + random.below(max(20, count / 10))) }
  if random.chance(20) { again.role = random.chance(50) ? nil : random.pick(posts) }
  if random.chance(50) { again.programmes = [] }
  return again
}

private func marry(_ again: inout Draft, _ names: EnglishNames, _ random: inout SeededRandom) {
  let (before, after) = (again.family, names.family(&random))
  switch random.below(4) {
  case 0: again.family = "\(before)-\(after)"
  case 1: (again.family, again.maiden) = (after, before)
  default: again.family = after
  }
}

private let posts = [
  "Teacher", "Middle leader", "Assistant headteacher", "Deputy headteacher", "Headteacher",
  "Business manager",
]
private let programmes = ["NPQSL", "NPQH", "NPQLT", "NPQEL", "Leadership Pathways"]
