import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What `body` gives for 0, 1, ... `count - 1`, in this order, worked out on several cores.
///
/// The threads take the next number as they become free, so nothing but the time depends on how many
/// there are. Each number should be worth a tenth of a millisecond or more.
public func inParallel<Value: Sendable>(
  _ count: Int, threads: Int = usableCores, _ body: @Sendable (Int) -> Value
) -> [Value] {
  let helpers = min(threads, count) - 1
  guard helpers > 0 else { return (0..<count).map(body) }
  return withoutActuallyEscaping(body) { body in
    let work = SharedWork(count, body)
    let started = (0..<helpers).compactMap { _ in Runnable.start(work.run) }
    work.run()
    for thread in started { pthread_join(thread, nil) }
    return work.taken()
  }
}

/// Cores this process may use, 1 or more, and no more than 16.
public let usableCores = max(1, min(16, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

/// Numbers to be worked on, handed out one at a time, and a place for each result.
private final class SharedWork<Value: Sendable>: @unchecked Sendable {
  private let count: Int
  private let body: @Sendable (Int) -> Value
  private let results: UnsafeMutableBufferPointer<Value?>
  private let next = Atomic<Int>(0)

  init(_ count: Int, _ body: @escaping @Sendable (Int) -> Value) {
    self.count = count
    self.body = body
    results = .allocate(capacity: count)
    results.initialize(repeating: nil)
  }

  deinit {
    results.deinitialize()
    results.deallocate()
  }

  func run() {
    while true {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      results[number] = body(number)
    }
  }

  func taken() -> [Value] { results.compactMap { $0 } }
}
