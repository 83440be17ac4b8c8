/// Which names are neighbours of which, by number.
struct Matrix: Sendable {
  private let count: Int
  private let cells: Flat<Bool>

  /// The neighbours a policy lists, for the names that have a number.
  init(_ neighbours: [String: Set<String>], _ names: NameTable, in arena: Arena) {
    count = names.count
    var cells = Array(repeating: false, count: count * count)
    for (name, others) in neighbours {
      let row = Int(names.number(name))
      for column in others.map({ Int(names.number($0)) }) where row >= 0 && column >= 0 {
        cells[row * count + column] = true
      }
    }
    self.cells = arena.flat(cells)
  }

  /// Whether the policy lists `other` among the neighbours of `asked`.
  func joins(_ asked: Int32, _ other: Int32) -> Bool {
    asked >= 0 && other >= 0 && cells[Int(asked) * count + Int(other)]
  }
}
