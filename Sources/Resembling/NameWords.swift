/// Every word of the pool's names, once, with all that it is compared by.
struct NameWords {
  struct Word {
    /// By what it is one block with others: how it sounds, its first two letters, its first.
    let sound, beginning, initial: Int32
    let letters: Int
  }

  private(set) var list = WordList()
  private(set) var words: [Word] = []
  private var sounds = WordList()
  private var beginnings = WordList()
  private var initials = WordList()

  subscript(number: Int32) -> Word { words[Int(number)] }
  func text(_ number: Int32) -> String { list.texts[Int(number)] }

  mutating func number(of text: String) -> Int32 {
    let number = list.number(of: text)
    if number == words.count {
      words.append(
        Word(
          sound: sounds.number(of: Resembling.sound(text)),
          beginning: beginnings.number(of: String(text.prefix(2))),
          initial: initials.number(of: String(text.prefix(1))), letters: text.count))
    }
    return number
  }

  /// Each of a person's words counts once.
  mutating func count(_ numbers: some Sequence<Int32>) {
    for number in Set(numbers) { list.count(number) }
  }
}
