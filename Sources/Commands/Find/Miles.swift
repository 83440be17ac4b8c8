/// Road miles from straight lines on the National Grid, by the policy's road factor.
enum Miles {
  private static let metresInMile = 1_609.344

  static func straightMetres(ofRoadMiles miles: Double, roadFactorPercent: Int) -> Int32 {
    Int32(min(miles * metresInMile * 100 / Double(roadFactorPercent), 2_000_000))
  }

  /// In tenths, rounded to the nearest.
  static func tenths(ofStraightMetres metres: Int, roadFactorPercent: Int) -> Int {
    Int((Double(metres * roadFactorPercent) / 100 / metresInMile * 10).rounded())
  }

  /// `3.4`.
  static func spoken(tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
}
