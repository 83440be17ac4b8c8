#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A fixed sequence of random numbers (SplitMix64), so that every run tests the same cases.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}

/// The usual count, or the long one when `TALENT_SOAK` is set.
func rounds(_ usual: Int, soak: Int) -> Int { getenv("TALENT_SOAK") == nil ? usual : soak }
