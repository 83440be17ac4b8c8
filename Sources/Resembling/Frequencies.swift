/// How common each name, place, post and programme is in the pool.
struct Frequencies {
  private let count: Double
  private var words: [String: Int] = [:]
  private var places: [String: Int] = [:]
  private var roles: [String: Int] = [:]
  private var programmes: [String: Int] = [:]

  init(_ people: [Compared]) {
    count = Double(max(1, people.count))
    for person in people {
      for word in Set(person.words + [person.given, person.family]) { words[word, default: 0] += 1 }
      if let place = person.person.place { places[place, default: 0] += 1 }
      if let role = person.person.role { roles[role, default: 0] += 1 }
      for programme in Set(person.person.programmes) { programmes[programme, default: 0] += 1 }
    }
  }

  /// What agreeing on something says, in tenths of bits, when one person's records agree on it so often.
  /// The two that agree are themselves counted: one of them is left out.
  private func agreement(_ number: Int?, often: Double, atMost most: Int) -> Int {
    let share = Double(max(1, (number ?? 1) - 1)) / count
    return max(0, min(most, tenthBits(often / share)))
  }

  /// No name tells more than one in a thousand: a small pool does not know how common names are.
  func name(_ word: String) -> Int { agreement(words[word], often: 0.9, atMost: 100) }
  func place(_ place: String) -> Int { agreement(places[place], often: 0.75, atMost: 120) }
  func role(_ role: String) -> Int { agreement(roles[role], often: 0.8, atMost: 40) }
  func programme(_ name: String) -> Int { agreement(programmes[name], often: 0.6, atMost: 30) }
}
