/// Words as they are mistyped, misread and misheard.
struct Typing {
  /// A letter or digit more, less, another or two swapped: where it was meant to be is more often the middle
  /// than the beginning, and another is more often a neighbour's (dsgen).
  static func slip(_ word: String, _ random: inout SeededRandom) -> String {
    var letters = Array(word)
    guard letters.count > 1 else { return word }
    let at = (random.below(letters.count) + random.below(letters.count) + 1) / 2
    let isDigit = letters[at].isNumber
    switch isDigit ? 40 + random.below(60) : random.below(100) {
    case ..<20: letters.insert(random.pick(alphabet), at: at)
    case ..<40: letters.remove(at: at)
    case ..<85:
      letters[at] = isDigit ? another(digit: letters[at], &random) : near(letters[at], &random)
    default:
      if at + 1 < letters.count { letters.swapAt(at, at + 1) } else { letters.swapAt(at - 1, at) }
    }
    return String(letters).capitalizedWord
  }

  /// As it sounds: the first of these that the word has, written another way.
  static func misheard(_ word: String, _ random: inout SeededRandom) -> String {
    changed(word, sounds, &random)
  }

  /// As a scanner reads it.
  static func misread(_ word: String, _ random: inout SeededRandom) -> String {
    changed(word, shapes, &random)
  }

  private static func changed(
    _ word: String, _ pairs: [(String, String)], _ random: inout SeededRandom
  ) -> String {
    let lower = word.lowercased()
    let start = random.below(pairs.count)
    for at in pairs.indices {
      let (one, other) = pairs[(start + at) % pairs.count]
      if let range = lower.range(of: one) {
        return lower.replacingCharacters(in: range, with: other).capitalizedWord
      }
    }
    return slip(word, &random)
  }

  private static func near(_ letter: Character, _ random: inout SeededRandom) -> Character {
    let lower = Character(letter.lowercased())
    for row in ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map(Array.init) where random.chance(70) {
      if let at = row.firstIndex(of: lower) { return row[at == 0 ? 1 : at - 1] }
    }
    return random.pick(alphabet)
  }

  private static func another(digit: Character, _ random: inout SeededRandom) -> Character {
    random.pick(Array("0123456789").filter { $0 != digit })
  }

  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz")

  private static let sounds = [
    ("ph", "f"), ("ck", "k"), ("gh", "g"), ("th", "t"), ("ee", "ea"), ("ea", "ee"), ("ie", "y"),
    ("y", "i"),
    ("ll", "l"), ("ss", "s"), ("tt", "t"), ("nn", "n"), ("mm", "m"), ("c", "k"), ("k", "c"),
    ("z", "s"),
    ("ai", "ay"), ("ou", "ow"), ("oo", "u"), ("er", "ar"), ("or", "er"), ("son", "sen"),
    ("l", "ll"),
    ("n", "nn"), ("t", "tt"), ("e", "a"), ("a", "e"), ("i", "y"), ("o", "u"),
  ]
  private static let shapes = [
    ("m", "rn"), ("rn", "m"), ("cl", "d"), ("d", "cl"), ("h", "li"), ("w", "vv"), ("u", "v"),
    ("v", "u"),
    ("l", "i"), ("i", "l"), ("e", "c"), ("g", "q"), ("o", "q"), ("n", "h"),
  ]
}

extension String {
  var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
