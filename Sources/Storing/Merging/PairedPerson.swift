import Domain

/// Somebody as they are shown beside another who may be the same.
public struct PairedPerson: Hashable, Sendable {
  public var number: PersonNumber
  public var name: String
  public var trn: String?
  public var home: String?
  public var homeName: String?
}
