/// Every word of the pool's names, once, with all that it is compared by.
struct NameWords {
  struct Word {
    /// By what it is one block with others: how it sounds, its first two letters, its first.
    let sound, beginning, initial: Int32
    let letters: Int
    /// Which letters it has, a bit each.
    let letterSet: UInt32
    /// The names it is short for or has short forms with.
    let circles: Diminutives.Circles

    /// Whether two words can be so few slips apart by the letters they have: a slip changes at most two.
    func isNear(_ other: Word, atMost slips: Int) -> Bool {
      abs(letters - other.letters) <= slips
        && (letterSet ^ other.letterSet).nonzeroBitCount <= 2 * slips
    }

    func isShort(with other: Word) -> Bool { (circles & other.circles) != .zero }
  }

  private(set) var list = WordList()
  private(set) var words: [Word] = []
  private var sounds = WordList()
  private var beginnings = WordList()
  private var initials = WordList()

  subscript(number: Int32) -> Word { words[Int(number)] }
  /// How many people have the word.
  func count(of number: Int32) -> Int { Int(list.counts[Int(number)]) }
  func text(_ number: Int32) -> String { list.texts[Int(number)] }

  mutating func number(of text: String) -> Int32 {
    let number = list.number(of: text)
    if number == words.count {
      words.append(
        Word(
          sound: sounds.number(of: Resembling.sound(text)),
          beginning: beginnings.number(of: String(text.prefix(2))),
          initial: initials.number(of: String(text.prefix(1))), letters: text.count,
          letterSet: text.utf8.reduce(0) { $0 | 1 << UInt32($1 & 31) },
          circles: Diminutives.circles(of: text)))
    }
    return number
  }

  /// Each of a person's words counts once.
  mutating func count(_ numbers: some Sequence<Int32>) {
    for number in Set(numbers) { list.count(number) }
  }
}
