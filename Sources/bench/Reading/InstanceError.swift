/// Why a file is no instance that can be solved: where, what, and what to try.
struct InstanceError: Error, Hashable, CustomStringConvertible {
  var file: String
  /// Counted from 1; nil when the trouble is not in one line.
  var line: Int?
  var problem: String
  var remedy: String

  var description: String {
    let place = line.map { "\(file), line \($0)" } ?? file
    return "\(place): \(problem)\n  Try: \(remedy)"
  }
}
