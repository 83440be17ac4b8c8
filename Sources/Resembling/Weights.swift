/// What agreeing on each name, place, post and programme of a pool says: the rarer, the more.
struct Weights {
  /// By the numbers of the pool's lists, in tenths of bits.
  let names, places, roles, programmes: [Int16]

  init(_ pool: Pool) {
    let count = pool.people.count
    // What it says when one person's records agree on it so often. The two that agree are themselves
    // counted: one of them is left out.
    func weights(
      _ list: WordList, often: Double, atMost most: Int, outOf fewest: Int = 1
    ) -> [Int16] {
      list.counts.map { number in
        let share = Double(max(1, number - 1)) / Double(max(fewest, count))
        return Int16(max(0, min(most, tenthBits(often / share))))
      }
    }
    // A small pool does not know how common names are: none tells more than one in a thousand, and to be
    // one in ten people does not make a name common.
    names = weights(pool.names.list, often: 0.9, atMost: 100, outOf: 50)
    places = weights(pool.places, often: 0.75, atMost: 120)
    roles = weights(pool.roles, often: 0.8, atMost: 40)
    programmes = weights(pool.programmes, often: 0.6, atMost: 30)
  }

  func name(_ word: Int32) -> Int { Int(names[Int(word)]) }
  func place(_ place: Int32) -> Int { Int(places[Int(place)]) }
  func role(_ role: Int32) -> Int { Int(roles[Int(role)]) }
  func programme(_ programme: Int32) -> Int { Int(programmes[Int(programme)]) }
}
