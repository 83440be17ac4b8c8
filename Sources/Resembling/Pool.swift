import Domain

/// People to be compared with one another, packed: some eighty bytes each, and every word of their names,
/// place, post and programme once.
public struct Pool {
  private(set) var people: [Compared] = []
  private(set) var names = NameWords()
  private(set) var places = WordList()
  private(set) var roles = WordList()
  private(set) var programmes = WordList()
  /// Of each person in turn the words of the name, those of its last part, and the programmes.
  private var lists: [Int32] = []

  public init() { _ = names.number(of: "") }

  public init(_ people: [Somebody]) {
    self.init()
    for person in people { add(person) }
  }

  public mutating func add(_ person: Somebody) {
    let parts = NameParts(folded: person.folded)
    let words = parts.words.map { names.number(of: $0) }
    let familyWords = parts.familyWords.prefix(100).map { names.number(of: $0) }
    let shared = person.programmes.prefix(100).map { programmes.number(of: $0) }
    let compared = Compared(
      number: person.number, start: Int32(clamping: lists.count),
      given: names.number(of: parts.given), family: names.number(of: parts.family),
      middle: names.number(of: parts.middle), generation: names.number(of: parts.generation),
      title: names.number(of: parts.title),
      place: person.place.map { places.number(of: $0) },
      role: person.role.map { roles.number(of: $0) }, trn: PackedTRN(person.trn),
      nameHash: stableHash(person.name), foldedHash: stableHash(person.folded),
      wordCount: UInt8(words.count), familyCount: UInt8(familyWords.count),
      programmeCount: UInt8(shared.count))
    lists += words
    lists += familyWords
    lists += shared
    people.append(compared)
    names.count(words + [compared.given, compared.family])
    if let place = compared.place { places.count(place) }
    if let role = compared.role { roles.count(role) }
    for programme in Set(shared) { programmes.count(programme) }
  }

  func words(of person: Compared) -> ArraySlice<Int32> { list(person, 0, person.wordCount) }

  func familyWords(of person: Compared) -> ArraySlice<Int32> {
    list(person, Int(person.wordCount), person.familyCount)
  }

  func programmes(of person: Compared) -> ArraySlice<Int32> {
    list(person, Int(person.wordCount) + Int(person.familyCount), person.programmeCount)
  }

  private func list(_ person: Compared, _ skipped: Int, _ count: UInt8) -> ArraySlice<Int32> {
    let start = Int(person.start) + skipped
    return lists[start..<(start + Int(count))]
  }
}

/// Somebody of a pool: words, place, post and programmes are numbers in the pool's lists.
struct Compared {
  let number: PersonNumber
  /// Where the pool's lists of them begin.
  let start: Int32
  /// The first part of the name and the last; 0 for a name of one part.
  let given, family: Int32
  /// The second part of a name of three and more, `jr` or `sr`, and `mr` or `ms`; 0 for none.
  let middle, generation, title: Int32
  let place, role: Int32?
  let trn: PackedTRN
  /// To tell whether names are the same, as written and without accents.
  let nameHash, foldedHash: UInt64
  let wordCount, familyCount, programmeCount: UInt8
}
