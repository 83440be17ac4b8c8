/// A 64-bit hash that is the same in every run, on every machine: FNV-1a with a final mix.
///
/// Settles equal points by keys that do not depend on the order of loading or of the alphabet.
public func stableHash(_ text: String) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  // splitmix64's finaliser: neighbouring keys end far apart.
  hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
  hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
  return hash ^ (hash >> 31)
}
