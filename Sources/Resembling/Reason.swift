/// Something two people agree or differ on, with what it weighs in tenths of bits.
public struct Reason: Hashable, Sendable {
  public let says: String
  public let points: Int
}
