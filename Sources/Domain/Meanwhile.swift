#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A value that is worked out on another core while this one does something else.
public final class Meanwhile<Value: Sendable>: @unchecked Sendable {
  private let body: @Sendable () -> Value
  private let place: UnsafeMutablePointer<Value?>
  private var thread: pthread_t?

  /// Starts at once. Without a thread to spare it waits until the value is wanted.
  public init(_ body: @escaping @Sendable () -> Value) {
    self.body = body
    place = .allocate(capacity: 1)
    place.initialize(to: nil)
    // The thread holds on to the place and not to self, so that letting go of self can join it.
    thread = Runnable.start { [body, place = Place(pointer: place)] in
      place.pointer.pointee = body()
    }
  }

  deinit {
    join()
    place.deinitialize(count: 1)
    place.deallocate()
  }

  /// Waits for it. Asked again, it is there; not to be asked by two threads at once.
  public func value() -> Value {
    join()
    if let value = place.pointee { return value }
    let value = body()
    place.pointee = value
    return value
  }

  private func join() {
    if let thread { pthread_join(thread, nil) }
    thread = nil
  }

  private struct Place: @unchecked Sendable { let pointer: UnsafeMutablePointer<Value?> }
}
