import Domain

@testable import Resembling

/// A made-up pool of which it is known who is whom: some people are in it twice, the second time as
/// somebody else typed them. Nobody in it exists.
///
/// Nobody shares both name and school with another: such two no list could tell apart. Surnames made of
/// syllables lie closer together than real ones do, so those a slip from another are left out.
struct LabelledPool {
  private(set) var people: [Somebody] = []
  /// Pairs of numbers that are one person, the lower first.
  private(set) var same: Set<[Int32]> = []
  private var random: UInt64
  private var families: [String] = []

  init(people count: Int, twice: Int, seed: UInt64) {
    random = seed
    var families: Set<String> = []
    while families.count < count / 12 {
      let name = pick(Self.beginnings) + pick(Self.middles) + pick(Self.endings)
      if !families.contains(where: { slips($0, name, atMost: 1) != nil }) { families.insert(name) }
    }
    self.families = families.sorted().map(\.capitalizedWord)
    var taken: Set<[String?]> = []
    while people.count < count {
      let person = original(Int32(people.count + 1))
      if taken.insert([person.name, person.place]).inserted { people.append(person) }
    }
    // Siblings at one school and namesakes at two: not the same, whatever they share.
    for at in 0..<(count / 50) {
      people[at * 40].name = people[at * 40 + 1].name
      people[at * 40 + 2].name =
        pick(Self.given) + " " + (people[at * 40 + 3].name.split(separator: " ").last ?? "")
      if people[at * 40 + 2].name == people[at * 40 + 3].name { continue }
      people[at * 40 + 2].place = people[at * 40 + 3].place
    }
    for at in 0..<twice {
      let first = people[at * (count / twice)]
      let second = typedAgain(first, as: Int32(count + 1 + at))
      people.append(second)
      same.insert([first.number.number, second.number.number])
    }
    for at in people.indices { people[at].folded = people[at].name.foldedName }
  }

  private mutating func original(_ number: Int32) -> Somebody {
    // The first names of the lists are the commonest, as in life.
    let given = Self.given[min(below(Self.given.count), below(Self.given.count))]
    let family = families[min(below(families.count), below(families.count))]
    return Somebody(
      number: PersonNumber(number), name: "\(given) \(family)", folded: "",
      trn: below(10) < 8 ? String(1_000_000 + Int(number) * 7_919 % 8_999_999) : nil,
      place: String(100_000 + below(200)), role: pick(Self.roles),
      programmes: below(10) < 4 ? [pick(Self.programmes)] : [])
  }

  /// The same person on another list: half without the TRN, names mistyped, cut short or changed over.
  private mutating func typedAgain(_ person: Somebody, as number: Int32) -> Somebody {
    var again = person
    again.number = PersonNumber(number)
    var words = person.name.split(separator: " ").map(String.init)
    switch below(10) {
    case 0, 1: words[1] = slipped(words[1])
    case 2: words[0] = slipped(words[0])
    case 3: words[0] = String(words[0].prefix(1))
    case 4: words.swapAt(0, 1)
    case 5: words = words.map { accented($0) }
    case 6: words[1] += "-" + pick(families)
    case 7: words.insert("Mrs", at: 0)
    default: break
    }
    again.name = words.joined(separator: " ")
    if below(2) == 0 {
      again.trn = nil
    } else if below(10) == 0 {
      again.trn = again.trn.map { slippedDigits($0) }
    }
    if below(10) == 0 { again.place = String(100_000 + below(200)) }
    if below(5) == 0 { again.role = pick(Self.roles) }
    if below(3) == 0 { again.programmes = [] }
    return again
  }

  /// A letter lost, doubled, changed or swapped with the next.
  private mutating func slipped(_ word: String) -> String {
    var letters = Array(word)
    let at = 1 + below(max(1, letters.count - 2))
    guard at + 1 < letters.count else { return word }
    switch below(4) {
    case 0: letters.remove(at: at)
    case 1: letters.insert(letters[at], at: at)
    case 2: letters[at] = pick(Array("aeionrst"))
    default: letters.swapAt(at, at + 1)
    }
    return String(letters)
  }

  private mutating func slippedDigits(_ trn: String) -> String {
    var digits = Array(trn)
    digits.swapAt(2, 3)
    return String(digits)
  }

  private func accented(_ word: String) -> String {
    String(word.map { ["a": "â", "e": "é", "i": "î", "o": "ô", "u": "û"][$0] ?? $0 })
  }

  private mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  private mutating func below(_ limit: Int) -> Int {
    random &+= 0x9E37_79B9_7F4A_7C15
    var mixed = random
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(limit))
  }

  private static let beginnings = [
    "bra", "cor", "dun", "el", "fen", "gar", "hol", "ing", "ken", "lan", "mar", "nor", "pen", "rad",
    "sel", "tre", "ul", "wen", "yar", "thor",
  ]
  private static let middles = [
    "", "d", "k", "l", "m", "n", "st", "th", "v", "w", "ri", "er", "ing",
  ]
  private static let endings = [
    "ton", "ley", "by", "worth", "ham", "wick", "gate", "croft", "den", "er", "son", "mere", "low",
  ]
  private static let given = [
    "Ann", "Tom", "Sarah", "Mark", "Emma", "Paul", "Ruth", "Alan", "Joanne", "Peter", "Helen",
    "Simon", "Maria", "Colin", "Priya", "Owen", "Nadia", "Felix", "Grace", "Idris", "Bronwen",
    "Kwame", "Leila", "Magnus", "Orla", "Tariq", "Una", "Viktor", "Wendy", "Yusuf",
  ]
  private static let roles = [
    "Teacher", "Teacher", "Middle leader", "Middle leader", "Assistant headteacher",
    "Deputy headteacher", "Headteacher", "Business manager",
  ]
  private static let programmes = ["NPQSL", "NPQH", "NPQLT", "NPQEL", "Leadership Pathways"]
}

extension String {
  /// As the database folds a name.
  fileprivate var foldedName: String {
    String(
      lowercased().map {
        ["â": "a", "é": "e", "î": "i", "ô": "o", "û": "u"][$0] ?? $0
      })
  }
}
