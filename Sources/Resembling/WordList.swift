/// Texts that come again and again, each kept once, with how many people have it.
struct WordList {
  private(set) var texts: [String] = []
  private(set) var counts: [Int32] = []
  private var numbers: [String: Int32] = [:]

  /// The text's number; a new one is given the next.
  mutating func number(of text: String) -> Int32 {
    if let number = numbers[text] { return number }
    let next = Int32(clamping: texts.count)
    numbers[text] = next
    texts.append(text)
    counts.append(0)
    return next
  }

  mutating func count(_ number: Int32) { counts[Int(number)] += 1 }
}
