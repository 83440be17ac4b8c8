import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Cores this process may use, 1 or more.
public let coresToSearchOn = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

/// Does part 0 and part 1 at once where there are two threads to do it, else one after the other.
///
/// What is done to the one must not touch what is done to the other: then the number of threads changes
/// nothing but the time.
func sideBySide(threads: Int, _ body: (Int) -> Void) {
  guard threads > 1 else {
    body(0)
    return body(1)
  }
  withoutActuallyEscaping(body) { body in
    let other = Other(body)
    let thread = other.start()
    body(0)
    if let thread { pthread_join(thread, nil) } else { body(1) }
  }
}

/// Does 0, 1, ... `count - 1`, each on whichever of the threads is free.
///
/// What is done to the one must not touch what is done to another.
func shareOut(_ count: Int, threads: Int, _ body: (Int) -> Void) {
  let next = Atomic<Int>(0)
  sideBySide(threads: count > 1 ? threads : 1) { _ in
    while true {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      body(number)
    }
  }
}

/// Part 1, in the form C starts threads with.
private final class Other {
  private let body: (Int) -> Void

  init(_ body: @escaping (Int) -> Void) { self.body = body }

  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    if let context = $0 { Unmanaged<Other>.fromOpaque(context).takeUnretainedValue().body(1) }
    return nil
  }

  /// A thread to be joined while this lives; nil when the system has none to spare.
  func start() -> pthread_t? {
    var thread = pthread_t()
    let context = Unmanaged.passUnretained(self).toOpaque()
    return pthread_create(&thread, nil, Self.main, context) == 0 ? thread : nil
  }
}
