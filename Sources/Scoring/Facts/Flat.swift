/// An array that is only read, in memory that an `Arena` owns.
///
/// Reading an array that lies in a class counts an owner more and one less each time: judging a pair
/// reads some thirty of them, and on two cores both would fight over the counts. Every index is
/// checked as an array's is.
struct Flat<Item: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let items: UnsafeBufferPointer<Item>

  fileprivate init(_ items: UnsafeBufferPointer<Item>) { self.items = items }

  var count: Int { items.count }
  var indices: Range<Int> { items.indices }

  subscript(index: Int) -> Item {
    @inline(__always) get {
      precondition(index >= 0 && index < items.count)
      return items[index]
    }
  }
}

/// Owns the memory of the `Flat`s beside it and frees it when it goes.
final class Arena {
  private var blocks: [UnsafeMutableRawBufferPointer] = []

  deinit { for block in blocks { block.deallocate() } }

  func flat<Item: BitwiseCopyable & Sendable>(_ items: [Item]) -> Flat<Item> {
    let block = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, items.count * MemoryLayout<Item>.stride),
      alignment: max(16, MemoryLayout<Item>.alignment))
    blocks.append(block)
    let (_, bound) = block.initializeMemory(as: Item.self, from: items)
    return Flat(UnsafeBufferPointer(bound))
  }
}
