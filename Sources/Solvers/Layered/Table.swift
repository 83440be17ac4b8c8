/// A fixed number of plain values, indexed without checks in release builds.
///
/// The searches spend their time in loops over tables they share; arrays held by a class or passed
/// through a structure cost twice as much there. Bounds are asserted, so that every test in a debug
/// build checks each access.
struct Table<Element: BitwiseCopyable>: ~Copyable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating value: Element, count: Int) {
    self.count = count
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: count)
  }

  /// - Parameter count: elements, each to be set before it is read.
  init(unfilled count: Int) {
    self.count = count
    base = .allocate(capacity: max(1, count))
  }

  /// - Parameter value: the element at each index, asked for once, in order.
  init(count: Int, _ value: (Int) -> Element) {
    self.count = count
    base = .allocate(capacity: max(1, count))
    for index in 0..<count { (base + index).initialize(to: value(index)) }
  }

  deinit { base.deallocate() }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
    nonmutating _modify {
      assert(index >= 0 && index < count)
      yield &base[index]
    }
  }

  @inline(__always)
  subscript(_ index: Int32) -> Element {
    get { self[Int(index)] }
    nonmutating set { self[Int(index)] = newValue }
    nonmutating _modify { yield &self[Int(index)] }
  }
}
