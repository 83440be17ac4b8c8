/// What one long step says about itself on standard error while it runs.
///
/// Holds no clock: the caller says how much is done and how long it took.
public struct Progress: Hashable, Sendable {
  /// Takes the cursor to the start of the line and clears it: print it before each new line of
  /// progress and once after the last, and only on a terminal.
  public static let erase = "\r\u{1B}[K"

  /// The file or step.
  public let subject: String
  public let noun: String
  public let plural: String?
  /// How much there is to do; nil when that is not known before the end.
  public let total: Int?

  public init(_ subject: String, noun: String, plural: String? = nil, total: Int? = nil) {
    self.subject = subject
    self.noun = noun
    self.plural = plural
    self.total = total
  }

  /// `designations.csv  412,000 rows  98,000 rows/s`, without a line end.
  ///
  /// The rate is rounded to two digits, so that it stands still long enough to be read, and is left
  /// out of the first half second, when it means nothing.
  ///
  /// - Parameter width: display columns of the terminal; nil means no limit. A long subject gives
  ///   way before the figures do.
  public func line(done: Int, elapsed: Duration, width: Int? = nil) -> String {
    let figures = [amount(done), rate(done, elapsed)].compactMap { $0 }.joined(separator: "  ")
    guard let width else { return "\(shown(subject))  \(figures)" }
    let room = max(8, width - displayWidth(figures) - 2)
    return shown("\(shown(subject, limit: room))  \(figures)", limit: width)
  }

  private func amount(_ done: Int) -> String {
    guard let total, total > 0 else { return Phrase.count(done, noun, plural: plural) }
    let percent = Int(Double(min(max(done, 0), total)) / Double(total) * 100)
    let whole = Phrase.count(total, noun, plural: plural)
    return "\(Phrase.number(done)) of \(whole) (\(percent)%)"
  }

  private func rate(_ done: Int, _ elapsed: Duration) -> String? {
    let milliseconds = elapsed.wholeMilliseconds
    guard milliseconds >= 500, done > 0 else { return nil }
    let perSecond = Double(done) * 1000 / Double(milliseconds)
    guard perSecond >= 1 else { return nil }
    return Phrase.count(roundedToTwoDigits(Int(min(perSecond, 1e15))), noun, plural: plural) + "/s"
  }

  private func roundedToTwoDigits(_ value: Int) -> Int {
    var unit = 1
    while value / unit >= 100 { unit *= 10 }
    return (value / unit + (value % unit * 2 >= unit && unit > 1 ? 1 : 0)) * unit
  }
}
