/// Many short lists laid end to end; list `i` is `items[range(i)]`.
struct Lists<Item: Sendable>: Sendable {
  private var start: [Int32] = [0]
  private(set) var items: [Item] = []

  /// Puts an item at the end of the list being written.
  mutating func add(_ item: Item) { items.append(item) }

  /// Replaces an item of the list being written.
  mutating func replace(at index: Int, with item: Item) { items[index] = item }

  /// The list being written is complete; the next one begins.
  mutating func close() { start.append(Int32(items.count)) }

  /// The list being written so far.
  var open: Range<Int> { Int(start[start.count - 1])..<items.count }

  func range(_ list: Int) -> Range<Int> { Int(start[list])..<Int(start[list + 1]) }
}

extension Lists where Item: Equatable {
  func list(_ list: Int, holds item: Item) -> Bool {
    for index in range(list) where items[index] == item { return true }
    return false
  }
}
