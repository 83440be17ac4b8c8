/// Nodes by distance, nearest first; those at the distance in hand come back last in, first out.
///
/// Among equal distances going deep finds an end sooner than going wide, and costs no heap work.
struct NodeQueue {
  private var heap: [(distance: Price, node: Int32)] = []
  private var ready: [Int32] = []
  private var level: Price = 0

  mutating func removeAll() {
    heap.removeAll(keepingCapacity: true)
    ready.removeAll(keepingCapacity: true)
    level = 0
  }

  /// - Complexity: constant at the distance in hand, else logarithmic.
  mutating func push(_ node: Int32, at distance: Price) {
    if distance == level { return ready.append(node) }
    heap.append((distance, node))
    var index = heap.count - 1
    while index > 0 {
      let parent = (index - 1) >> 1
      if heap[parent].distance <= distance { break }
      heap.swapAt(index, parent)
      index = parent
    }
  }

  mutating func pop() -> (distance: Price, node: Int)? {
    if let node = ready.popLast() { return (level, Int(node)) }
    guard let nearest = heap.first else { return nil }
    level = nearest.distance
    let last = heap.removeLast()
    if !heap.isEmpty { sink(last) }
    return (level, Int(nearest.node))
  }

  /// Puts an entry in the place of the first, further down.
  private mutating func sink(_ entry: (distance: Price, node: Int32)) {
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].distance < heap[child].distance { child += 1 }
      if heap[child].distance >= entry.distance { break }
      heap[index] = heap[child]
      index = child
    }
    heap[index] = entry
  }
}
