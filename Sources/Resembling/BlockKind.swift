/// What people of one block have in common.
enum BlockKind {
  case place, placeAndBeginning, placeAndWord
  case word, wordAndBeginning, wordAndSound, sounds
  /// All digits of a TRN but the one so many bits from the end.
  case otherDigits(Int)
  /// A TRN with two neighbours either way round.
  case swappedDigits(Int)

  static let all: [BlockKind] =
    [.place, .placeAndBeginning, .placeAndWord, .word, .wordAndBeginning, .wordAndSound, .sounds]
    + stride(from: 0, to: 64, by: 8).map { .otherDigits($0) }
    + stride(from: 0, to: 56, by: 8).map { .swappedDigits($0) }

  /// The keys of somebody's blocks of this kind. They are whole: equal only for the same things.
  func eachKey(of person: Compared, in pool: Pool, _ add: (UInt64) -> Void) {
    let words = pool.words(of: person)
    switch self {
    case .place: if let place = person.place { add(UInt64(place)) }
    case .placeAndBeginning:
      guard let place = person.place else { return }
      for word in words { add(both(place, pool.names[word].beginning)) }
    case .placeAndWord:
      guard let place = person.place else { return }
      for word in words { add(both(place, word)) }
    case .word: for word in words { add(UInt64(word)) }
    // In any order: a forename and surname that changed places meet all the same.
    case .wordAndBeginning: eachTwo(words) { add(both($0, pool.names[$1].beginning)) }
    case .wordAndSound: eachTwo(words) { add(both($0, pool.names[$1].sound)) }
    case .sounds:
      eachTwo(words) {
        let (a, b) = (pool.names[$0].sound, pool.names[$1].sound)
        if a <= b { add(both(a, b)) }
      }
    case .otherDigits(let shift): if let key = person.trn.without(digitAt: shift) { add(key) }
    case .swappedDigits(let shift): if let key = person.trn.lesserSwapped(at: shift) { add(key) }
    }
  }
}

private func both(_ a: Int32, _ b: Int32) -> UInt64 { UInt64(a) << 32 | UInt64(b) }

/// Every word with every other, both ways round.
private func eachTwo(_ words: ArraySlice<Int32>, _ body: (Int32, Int32) -> Void) {
  for i in words.indices {
    for j in words.indices where i != j { body(words[i], words[j]) }
  }
}
