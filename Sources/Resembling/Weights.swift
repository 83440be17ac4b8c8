/// What agreeing on each name, place, post and programme of a pool says: the rarer, the more.
struct Weights {
  /// By the numbers of the pool's lists, in tenths of bits.
  let names, places, roles, programmes: [Int16]

  init(_ pool: Pool) {
    let count = Double(max(1, pool.people.count))
    // What it says when one person's records agree on it so often. The two that agree are themselves
    // counted: one of them is left out.
    func weights(_ list: WordList, often: Double, atMost most: Int) -> [Int16] {
      list.counts.map { number in
        let share = Double(max(1, number - 1)) / count
        return Int16(max(0, min(most, tenthBits(often / share))))
      }
    }
    // No name tells more than one in a thousand: a small pool does not know how common names are.
    names = weights(pool.names.list, often: 0.9, atMost: 100)
    places = weights(pool.places, often: 0.75, atMost: 120)
    roles = weights(pool.roles, often: 0.8, atMost: 40)
    programmes = weights(pool.programmes, often: 0.6, atMost: 30)
  }

  func name(_ word: Int32) -> Int { Int(names[Int(word)]) }
  func place(_ place: Int32) -> Int { Int(places[Int(place)]) }
  func role(_ role: Int32) -> Int { Int(roles[Int(role)]) }
  func programme(_ programme: Int32) -> Int { Int(programmes[Int(programme)]) }
}
