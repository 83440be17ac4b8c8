import Domain

/// Somebody of the pool as they are compared with others.
public struct ComparedPerson: Hashable, Sendable {
  public var number: PersonNumber
  public var name: String
  /// In small letters, without accents.
  public var folded: String
  public var trn: String?
  public var home: String?
  public var role: String?
  public var programmes: [String]
}
