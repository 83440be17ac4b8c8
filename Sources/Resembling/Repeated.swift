extension Array where Element: Equatable {
  /// Of equal elements next to one another only the first stays.
  mutating func leaveOutRepeated() {
    var kept = 0
    for at in indices where at == 0 || self[at] != self[kept - 1] {
      self[kept] = self[at]
      kept += 1
    }
    removeLast(count - kept)
  }
}
