/// What an organisation decides about planning people together: supervising, cover, stability, fair load.
public struct JointNorms: Hashable, Sendable {
  /// Of a first deployment's days, what supervising it takes in hundredths, rounded up to half-days; 0...100.
  public var supervisingPercent = 20
  /// What a supervisor may spend on supervising in a school year.
  public var supervisingHalfDaysAYear = HalfDays(days: 5)
  /// Posts covered one after another for one secondment, at most; 0...5.
  public var longestCoverChain = 3
  /// People considered for covering a post: those with the most points; 1...1,000.
  public var coversConsidered = 20
  /// Points lost for each person who fills a post only to cover it, or all they would win where that is more:
  /// a cover never wins points by itself; 0...100,000.
  public var priceOfCover = 900
  /// Points lost for each published line that a new plan does not keep; 0...100,000.
  public var priceOfChange = 100
  /// Of the days a person has for a year, what plans may spend at most in hundredths; 1...100.
  public var mostPercentOfDays = 100
  /// Of the days that needs ask for per person who could be asked, what one person is given at most, in
  /// hundredths, unless it is a single placement; 100...100,000.
  public var mostPercentOfAverage = 1_000

  public init() {}

  /// What supervising a first deployment of so many half-days takes.
  public func supervising(_ halfDays: HalfDays) -> HalfDays {
    HalfDays(max(1, Int32(clamping: (Int(halfDays.count) * supervisingPercent + 99) / 100)))
  }
}

extension Policy {
  /// Posts covered one after another for one secondment, at most; 0 when posts need not be covered.
  public var coverChain: Int { rulesOff[.cover] == nil ? joint.longestCoverChain : 0 }
}
