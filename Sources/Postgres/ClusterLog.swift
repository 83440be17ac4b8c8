/// What PostgreSQL's programs wrote while one thing was tried.
struct ClusterLog {
  private let file: String
  private let lines: [Substring]

  init(file: String, from mark: Int) {
    self.file = file
    lines = (Files.tail(file, from: mark) ?? "").split(separator: "\n")
  }

  /// Whether any line says this.
  func says(_ words: String) -> Bool { lines.contains { contains(String($0), words) } }

  /// The failure with PostgreSQL's own last complaint, and what to try.
  func error(_ text: String) -> ClusterError {
    let marks = ["FATAL:", "PANIC:", "ERROR:", "error:"]
    let complaints = lines.filter { line in marks.contains { contains(String(line), $0) } }
    // What follows from a full disk hides it.
    let complaint = complaints.last { contains(String($0), Self.noSpace) } ?? complaints.last
    let reason = complaint.map { ": " + Self.afterMark(String($0), marks) } ?? ""
    return ClusterError(text + reason, hint: hint)
  }

  private var hint: String {
    if says(Self.noSpace) { return "free some space on the disk, then again" }
    if says("could not create shared memory") || says("Cannot allocate memory") {
      return "end programs that use much memory, then again"
    }
    if says("incompatible with server") {
      return "install the PostgreSQL version that made the data directory"
    }
    return "read \(file)"
  }

  private static let noSpace = "No space left on device"

  private static func afterMark(_ line: String, _ marks: [String]) -> String {
    let words = line.split(separator: " ")
    guard let index = words.firstIndex(where: { marks.contains(String($0)) }) else { return line }
    return words[(index + 1)...].joined(separator: " ")
  }
}
