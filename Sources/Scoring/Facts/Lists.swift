/// Many short lists laid end to end, being written; list `i` is `items[range(i)]`.
struct Lists<Item: Sendable>: Sendable {
  private(set) var start: [Int32] = [0]
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
