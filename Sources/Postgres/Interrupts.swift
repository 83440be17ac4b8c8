import CPostgres
import Glibc

/// What the signal handler and the sessions share: plain memory, because a handler may touch no more.
enum Interrupts {
  struct State {
    /// The signal that arrived; 0 while none has.
    var signal: Int32 = 0
    /// What cancels the running statement; nil while there is nothing to cancel.
    var cancel: OpaquePointer?
    var complaint: UnsafeMutablePointer<CChar>
    /// What the program says when a signal ends it where it stands; nil before anything is to be said.
    var farewell: UnsafeMutablePointer<CChar>?
  }

  /// Room for what PQcancel has to say, which nobody reads.
  private static let complaintLength = 256

  nonisolated(unsafe) static let state: UnsafeMutablePointer<State> = {
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    let complaint = UnsafeMutablePointer<CChar>.allocate(capacity: complaintLength)
    state.initialize(to: State(complaint: complaint))
    return state
  }()

  /// Catches SIGINT and SIGTERM once each; a second one ends the program as if it had not been caught.
  /// Whoever started the program may have left them blocked.
  static func listen() {
    _ = state
    var both = sigset_t()
    sigemptyset(&both)
    sigaddset(&both, SIGINT)
    sigaddset(&both, SIGTERM)
    pthread_sigmask(SIG_UNBLOCK, &both, nil)
    catchBoth(once: true) { signal in
      let state = Interrupts.state
      state.pointee.signal = signal
      if let cancel = state.pointee.cancel {
        // libpq documents PQcancel as safe in a signal handler.
        _ = PQcancel(cancel, state.pointee.complaint, 256)
      }
    }
  }

  /// Lets either signal end the program where it stands.
  static func endProgram(saying farewell: String) {
    free(state.pointee.farewell)
    state.pointee.farewell = strdup(farewell + "\n")
    catchBoth(once: false) { signal in
      if let farewell = Interrupts.state.pointee.farewell {
        _ = write(STDERR_FILENO, farewell, strlen(farewell))
      }
      _exit(128 + signal)
    }
  }

  private static func catchBoth(once: Bool, _ handler: @escaping @convention(c) (CInt) -> Void) {
    for signal in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = handler
      if once { action.sa_flags = CInt(bitPattern: UInt32(SA_RESETHAND)) }
      sigaction(signal, &action, nil)
    }
  }

  /// As if no signal had arrived; for tests.
  static func forget() { state.pointee.signal = 0 }
}

extension Connection {
  /// The signal that asked this program to stop, nil while none has. 130 and 143 are the caller's.
  public static var interruptedBy: Int32? {
    let signal = Interrupts.state.pointee.signal
    return signal == 0 ? nil : signal
  }

  /// From here on SIGINT and SIGTERM cancel what this session is doing.
  ///
  /// The call under way, or else the next one, throws `.interrupted`, and an open transaction rolls
  /// back. A second signal ends the program at once. One session at a time can be cancelled: the last
  /// one that asked.
  public func cancelOnInterrupt() {
    listensForInterrupts = true
    keepCancelReady()
    Interrupts.listen()
  }

  /// From here on SIGINT and SIGTERM end the program at once, with 128 and the signal's number: for long work of its
  /// own, while no transaction is open and the server is asked nothing that would have to be taken back.
  ///
  /// - Throws: `.interrupted` when a signal arrived already.
  public static func endOnInterrupt(saying farewell: String) throws(PostgresError) {
    Interrupts.endProgram(saying: farewell)
    if let signal = interruptedBy { throw .interrupted(signal: signal) }
  }

  /// Ends what `endOnInterrupt` began.
  public static func cancelOnInterruptAgain() { Interrupts.listen() }

  /// Cancels are never freed once the handler may have seen them: some hundred bytes a session.
  func keepCancelReady() {
    Interrupts.state.pointee.cancel = PQgetCancel(session)
  }

  func forgetCancel() {
    if listensForInterrupts { Interrupts.state.pointee.cancel = nil }
  }

  /// The signal, when this session listens for it.
  var ownInterrupt: Int32? { listensForInterrupts ? Self.interruptedBy : nil }

  func stopIfInterrupted() throws(PostgresError) {
    if let signal = ownInterrupt { throw .interrupted(signal: signal) }
  }
}
