import Domain

/// A person's time, day by day: secondments add up to full time at most, and one that is full time leaves no day
/// for a deployment.
///
/// A secondment takes its hundredths of full time 64 times, a deployment or supervising takes 1, and each day has
/// 64 times the hundredths that are free: deployments fit beside anything less than full time, and 64 of them
/// are more than anybody has at once. A deployment promised already takes 1 as well. Days between the same first
/// and last days of parts are alike.
extension OwnLimits {
  private static let perHundredth: Int32 = 64

  /// From the first day of some parts to their last.
  private struct Window {
    var from: Int32
    var to: Int32
  }

  /// Days that are alike.
  private struct Stretch {
    var from: Int32
    var to: Int32
    /// Indexes of the windows that hold them, ascending.
    var windows: [Int]
    var capacity: Int32

    /// Whether keeping to the other keeps to this one.
    func isImplied(by other: Stretch) -> Bool {
      guard other.capacity <= capacity, windows.count <= other.windows.count else { return false }
      var next = other.windows.startIndex
      for window in windows {
        while next < other.windows.endIndex && other.windows[next] < window { next += 1 }
        guard next < other.windows.endIndex, other.windows[next] == window else { return false }
        next += 1
      }
      return true
    }
  }

  mutating func addTime(_ candidate: Candidate) {
    guard range.contains(where: { !need($0).isDeployment }) else { return }
    let windows = windows()
    var kept: [Stretch] = []
    for stretch in stretches(windows, candidate.commitments) {
      if kept.contains(where: { stretch.isImplied(by: $0) }) { continue }
      kept.removeAll { $0.isImplied(by: stretch) }
      kept.append(stretch)
    }
    for stretch in kept {
      let uses = range.filter { need($0).isRunning(on: stretch.from) }
        .map { (part: $0, amount: timeTaken(need($0))) }
      add(
        LimitRecord(
          kind: .time, whose: person, of: stretch.from, until: stretch.to,
          capacity: stretch.capacity), uses)
    }
  }

  private func timeTaken(_ need: NeedRecord) -> Int32 {
    need.isDeployment ? 1 : need.fte * Self.perHundredth
  }

  private func windows() -> [Window] {
    var windows: [Window] = []
    for part in range.sorted(by: { (need($0).from, need($0).to) < (need($1).from, need($1).to) }) {
      let need = need(part)
      if windows.last?.from == need.from && windows.last?.to == need.to { continue }
      windows.append(Window(from: need.from, to: need.to))
    }
    return windows
  }

  private func stretches(_ windows: [Window], _ promised: [Commitment]) -> [Stretch] {
    var days = windows.flatMap { [$0.from, $0.to + 1] }
    for commitment in promised {
      days += [commitment.window.from.number, commitment.window.to.number + 1]
    }
    days.sort()
    let starts = days.indices.filter { $0 == 0 || days[$0] != days[$0 - 1] }.map { days[$0] }
    return zip(starts, starts.dropFirst()).compactMap { from, next in
      let held = windows.indices.filter { windows[$0].from <= from && from <= windows[$0].to }
      if held.isEmpty { return nil }
      return Stretch(
        from: from, to: next - 1, windows: held,
        capacity: capacity(on: Day(number: from), beside: promised))
    }
  }

  private func capacity(on day: Day, beside promised: [Commitment]) -> Int32 {
    let running = promised.filter { $0.window.contains(day) }
    let seconded = running.filter { $0.kind == .secondment }.reduce(0) { $0 + $1.fte.hundredths }
    let deployed: Int32 = running.contains(where: \.keepsDays) ? 1 : 0
    return max(0, (100 - seconded) * Self.perHundredth - deployed)
  }
}
