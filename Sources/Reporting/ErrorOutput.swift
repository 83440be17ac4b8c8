#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs something that writes to standard error by itself, and lets nothing of it through.
func withoutErrorOutput<Result>(_ body: () -> Result) -> Result {
  let kept = dup(STDERR_FILENO)
  let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
  if kept >= 0, nowhere >= 0 { dup2(nowhere, STDERR_FILENO) }
  defer {
    if kept >= 0 { dup2(kept, STDERR_FILENO) }
    close(kept)
    close(nowhere)
  }
  return body()
}
