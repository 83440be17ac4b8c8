/// Many short lists laid end to end, only read; list `i` is `items[range(i)]`. See `Flat`.
struct FlatLists<Item: BitwiseCopyable & Sendable>: Sendable {
  private let start: Flat<Int32>
  let items: Flat<Item>

  init(_ lists: Lists<Item>, in arena: Arena) {
    start = arena.flat(lists.start)
    items = arena.flat(lists.items)
  }

  @inline(__always)
  func range(_ list: Int) -> Range<Int> { Int(start[list])..<Int(start[list + 1]) }
}

extension FlatLists where Item: Equatable {
  @inline(__always)
  func list(_ list: Int, holds item: Item) -> Bool {
    for index in range(list) where items[index] == item { return true }
    return false
  }
}
