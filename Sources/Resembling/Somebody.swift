import Domain

/// What somebody is compared by. Never a protected characteristic, nor anything that stands for one.
public struct Somebody: Hashable, Sendable {
  public var number: PersonNumber
  public var name: String
  /// The name in small letters without accents.
  public var folded: String
  public var trn: String?
  /// The home's key.
  public var place: String?
  public var role: String?
  public var programmes: [String]

  public init(
    number: PersonNumber, name: String, folded: String, trn: String? = nil, place: String? = nil,
    role: String? = nil, programmes: [String] = []
  ) {
    self.number = number
    self.name = name
    self.folded = folded
    self.trn = trn
    self.place = place
    self.role = role
    self.programmes = programmes
  }
}
