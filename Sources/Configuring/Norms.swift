import Domain

/// The few norms a question is answered with.
public struct Norms: Hashable, Sendable {
  /// Days a year of a designation that names none.
  public var halfDaysAYear: HalfDays
  /// Miles looked around when nobody says how far.
  public var travelMiles: Int
  /// Road metres per 100 straight-line metres.
  public var roadFactorPercent: Int
}

extension Configuration {
  /// The norms of `norms.yaml` alone, for commands that answer at once; `policy()` reads every file.
  public func norms() throws(ConfigurationError) -> Norms {
    let file = ConfigFile.norms
    let fields = try entry(of: file).fields(in: file.rawValue, allowed: file.keys)
    return Norms(
      halfDaysAYear: try fields.required("days-a-year").halfDays("days-a-year", upToDays: 365),
      travelMiles: try fields.required("travel-miles").whole("travel-miles", in: 0...1_000),
      roadFactorPercent: try fields.required("road-factor-percent")
        .whole("road-factor-percent", in: 100...500))
  }
}
