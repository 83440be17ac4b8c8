/// Finds the nearest of many points in the plane: a k-d tree that lies in the order of its points
/// (Bentley 1975, doi:10.1145/361002.361007).
struct NearestIndex {
  /// A point's name and its squared distance; the smaller name first among equals.
  struct Found {
    var distance: Double
    var name: Int32

    static func < (one: Found, other: Found) -> Bool {
      (one.distance, one.name) < (other.distance, other.name)
    }
  }

  private static let leaf = 12
  private var points: [SIMD2<Double>]
  private var names: [Int32]

  init(_ places: [SIMD2<Double>], of names: [Int32]) {
    self.names = names
    points = names.map { places[Int($0)] }
    build(0..<names.count, axis: 0, places)
  }

  /// The `count` nearest, or all when there are fewer; in no order.
  func nearest(_ count: Int, to place: SIMD2<Double>) -> [Found] {
    var found: [Found] = []
    found.reserveCapacity(count)
    if count > 0 { search(0..<points.count, axis: 0, place, count, &found) }
    return found
  }

  /// The middle point of a range parts it by one coordinate; halves by the other, and so on.
  private mutating func build(_ range: Range<Int>, axis: Int, _ places: [SIMD2<Double>]) {
    guard range.count > Self.leaf else { return }
    names[range].sort { (places[Int($0)][axis], $0) < (places[Int($1)][axis], $1) }
    for index in range { points[index] = places[Int(names[index])] }
    let middle = (range.lowerBound + range.upperBound) / 2
    build(range.lowerBound..<middle, axis: 1 - axis, places)
    build(middle + 1..<range.upperBound, axis: 1 - axis, places)
  }

  private func search(
    _ range: Range<Int>, axis: Int, _ place: SIMD2<Double>, _ count: Int, _ found: inout [Found]
  ) {
    guard range.count > Self.leaf else {
      for index in range { offer(index, place, count, &found) }
      return
    }
    let middle = (range.lowerBound + range.upperBound) / 2
    let beyond = place[axis] - points[middle][axis]
    let low = range.lowerBound..<middle
    let high = middle + 1..<range.upperBound
    search(beyond < 0 ? low : high, axis: 1 - axis, place, count, &found)
    offer(middle, place, count, &found)
    if found.count < count || beyond * beyond <= found[0].distance {
      search(beyond < 0 ? high : low, axis: 1 - axis, place, count, &found)
    }
  }

  /// Keeps a heap with the farthest found on top.
  private func offer(
    _ index: Int, _ place: SIMD2<Double>, _ count: Int, _ found: inout [Found]
  ) {
    let offset = points[index] - place
    let one = Found(distance: (offset * offset).sum(), name: names[index])
    if found.count < count {
      found.append(one)
      var child = found.count - 1
      while child > 0, found[(child - 1) / 2] < found[child] {
        found.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    } else if one < found[0] {
      found[0] = one
      sink(&found)
    }
  }

  private func sink(_ found: inout [Found]) {
    var parent = 0
    while 2 * parent + 1 < found.count {
      var child = 2 * parent + 1
      if child + 1 < found.count, found[child] < found[child + 1] { child += 1 }
      guard found[parent] < found[child] else { return }
      found.swapAt(parent, child)
      parent = child
    }
  }
}
