#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a thread is to do, without a type parameter, as C wants it.
final class Runnable {
  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    if let context = $0 { Unmanaged<Runnable>.fromOpaque(context).takeRetainedValue().body() }
    return nil
  }

  private let body: @Sendable () -> Void

  private init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  /// A thread that runs `body`, to be joined; nil when the system has none to spare.
  static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Runnable(body))
    guard pthread_create(&thread, nil, main, context.toOpaque()) == 0 else {
      context.release()
      return nil
    }
    return thread
  }
}
