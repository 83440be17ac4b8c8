/// Pools made like `RLdata500` and `RLdata10000` of the package RecordLinkage (Sariyar and Borg 2010): names
/// of the commonest alone, one in ten typed again with a single mistake. Neither number, place nor post.
func namesAlonePool(_ count: Int, seed: UInt64) -> KnownPool {
  let names = EnglishNames(onlyCommon: true)
  var pool = KnownPool(seed: seed)
  var drafts: [Draft] = []
  for number in 0..<(count * 9 / 10) {
    let isWoman = pool.random.chance(50)
    var draft = Draft(
      isWoman: isWoman, given: names.given(ofWoman: isWoman, &pool.random),
      family: names.family(&pool.random))
    if pool.random.chance(10) { draft.middle = names.given(ofWoman: isWoman, &pool.random) }
    drafts.append(draft)
    pool.add(draft, of: number)
  }
  for at in 0..<(count / 10) {
    var again = drafts[at * 9]
    func typed(_ word: String, _ random: inout SeededRandom) -> String {
      random.chance(30) ? Typing.misheard(word, &random) : Typing.slip(word, &random)
    }
    // A third of the mistakes are in the date of birth, which is not kept.
    switch pool.random.below(6) {
    case 0, 1: again.given = typed(again.given, &pool.random)
    case 2, 3: again.family = typed(again.family, &pool.random)
    default: break
    }
    pool.add(again, of: at * 9)
  }
  return pool
}

/// Pools like two years of a register of voters (North Carolina's, as linked by Christen 2014): middle names
/// and initials, Jr and Sr, women of another surname, short forms, people moved house. No number, no post.
func votersPool(_ count: Int, seed: UInt64) -> KnownPool {
  let names = EnglishNames()
  var pool = KnownPool(seed: seed)
  var drafts: [Draft] = []
  for _ in 0..<count {
    let isWoman = pool.random.chance(52)
    let draft = Draft(
      isWoman: isWoman, given: names.given(ofWoman: isWoman, &pool.random),
      middle: pool.random.chance(85) ? names.given(ofWoman: isWoman, &pool.random) : "",
      family: names.family(&pool.random), suffix: !isWoman && pool.random.chance(6) ? "Jr" : "",
      place: "zip \(pool.random.below(max(20, count / 8)))")
    drafts.append(draft)
  }
  for number in drafts.indices.dropFirst() {
    var other = drafts[number - 1]
    join(&drafts[number], to: &other, names, &pool.random)
    drafts[number - 1] = other
  }
  for (number, draft) in drafts.enumerated() { pool.add(draft, of: number) }
  for at in 0..<(count / 4) {
    let draft = drafts[at * 4]
    pool.add(nextYear(draft, names, zips: max(20, count / 8), &pool.random), of: at * 4)
  }
  return pool
}

/// Every fourth lives with the one before: husband and wife, or father and son of one name.
private func join(
  _ draft: inout Draft, to other: inout Draft, _ names: EnglishNames, _ random: inout SeededRandom
) {
  guard random.chance(25), !other.livesWithTheNext else { return }
  draft.livesWithTheNext = true
  (draft.family, draft.place) = (other.family, other.place)
  if !draft.isWoman, !other.isWoman, random.chance(30) {
    (draft.given, draft.middle) = (other.given, other.middle)
    (draft.suffix, other.suffix) = ("Jr", "Sr")
    (draft.hasNamesakeAtHome, other.hasNamesakeAtHome) = (true, true)
  }
  while draft.given == other.given, !draft.hasNamesakeAtHome {
    draft.given = names.given(ofWoman: draft.isWoman, &random)
  }
}

private func nextYear(
  _ draft: Draft, _ names: EnglishNames, zips: Int, _ random: inout SeededRandom
) -> Draft {
  var again = draft
  switch random.below(10) {
  case ..<4: again.middle = String(draft.middle.prefix(1))
  case 4: again.middle = ""
  default: break
  }
  if draft.isWoman, random.chance(12) {
    again.family = names.family(&random)
    if random.chance(40) { again.middle = draft.family }
  }
  if random.chance(8) {
    again.given = shortForms[draft.given].map { random.pick($0) } ?? draft.given
  }
  if random.chance(12) { again.place = "zip \(random.below(zips))" }
  // What tells a father from his son is not left out.
  if !draft.hasNamesakeAtHome, random.chance(50) { again.suffix = "" }
  if random.chance(6) { again.given = Typing.slip(again.given, &random) }
  if random.chance(6) { again.family = Typing.slip(again.family, &random) }
  return again
}

/// How some are called, written down apart from the list under test.
let shortForms: [String: [String]] = [
  "Elizabeth": ["Liz", "Beth", "Lizzie", "Betty", "Libby"], "Robert": ["Bob", "Rob", "Bobby"],
  "Katherine": ["Kate", "Kathy", "Katie", "Kath"], "Catherine": ["Cathy", "Kate", "Cath"],
  "William": ["Bill", "Will", "Billy"], "Richard": ["Dick", "Rick", "Rich"],
  "Margaret": ["Maggie", "Peggy", "Meg"], "James": ["Jim", "Jimmy", "Jamie"],
  "Michael": ["Mike", "Mick"], "David": ["Dave"], "Christopher": ["Chris", "Kit"],
  "Susan": ["Sue", "Susie"], "Jennifer": ["Jenny", "Jen"], "Deborah": ["Debbie", "Deb"],
  "Samantha": ["Sam"], "Samuel": ["Sam"], "Stephen": ["Steve"], "Steven": ["Steve"],
  "Andrew": ["Andy", "Drew"], "Anthony": ["Tony", "Ant"], "Alexander": ["Alex", "Sandy"],
  "Alexandra": ["Alex", "Sandra"], "Nicholas": ["Nick"], "Nicola": ["Nicky", "Nikki"],
  "Rebecca": ["Becky", "Becca"], "Victoria": ["Vicky", "Tori"],
  "Patricia": ["Pat", "Trish", "Tricia"],
  "Edward": ["Ted", "Ed", "Eddie"], "Charles": ["Charlie", "Chuck"], "Thomas": ["Tom"],
  "Joseph": ["Joe"], "Daniel": ["Dan", "Danny"], "Benjamin": ["Ben"], "Matthew": ["Matt"],
  "Jonathan": ["Jon"], "Geoffrey": ["Geoff"], "Gregory": ["Greg"], "Philip": ["Phil"],
  "Timothy": ["Tim"], "Peter": ["Pete"], "John": ["Jack", "Johnny"], "Amanda": ["Mandy"],
  "Abigail": ["Abby", "Gail"], "Jacqueline": ["Jackie"], "Theresa": ["Terry"],
  "Teresa": ["Tess", "Terry"],
  "Sarah": ["Sally", "Sadie"], "Helen": ["Nell"], "Eleanor": ["Ellie", "Nell"],
  "Josephine": ["Jo", "Josie"],
  "Joanne": ["Jo"], "Francesca": ["Fran"], "Frances": ["Fran", "Frankie"], "Penelope": ["Penny"],
  "Philippa": ["Pippa", "Pip"], "Georgina": ["Georgie", "Gina"],
  "Christine": ["Chris", "Tina", "Chrissie"],
  "Stephanie": ["Steph"], "Charlotte": ["Charlie", "Lottie"], "Natasha": ["Tasha"],
  "Natalie": ["Nat"],
  "Barbara": ["Babs"], "Judith": ["Judy"], "Rosemary": ["Rosie"], "Kenneth": ["Ken"],
  "Raymond": ["Ray"],
  "Leslie": ["Les"], "Douglas": ["Doug"], "Patrick": ["Paddy", "Pat"], "Gillian": ["Gill", "Jill"],
  "Suzanne": ["Sue", "Suzie"], "Caroline": ["Carrie", "Caz"], "Melanie": ["Mel"],
  "Mohammed": ["Mo"],
]
