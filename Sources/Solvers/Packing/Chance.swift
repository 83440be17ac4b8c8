/// Numbers that look drawn by lot and are the same in every run (xorshift, Marsaglia 2003, doi:10.18637/jss.v008.i14).
struct Chance {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  init() {}

  init(seed: Int) { state ^= UInt64(seed) &* 0xBF58_476D_1CE4_E5B9 }

  /// - Parameter count: 1 or more.
  /// - Returns: 0 or more, below `count`.
  mutating func below(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state.multipliedFullWidth(by: UInt64(count)).high)
  }
}
