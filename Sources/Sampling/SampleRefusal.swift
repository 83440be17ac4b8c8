/// Why a sample cannot be made.
public enum SampleRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  case noSchools
  case people(limit: Int)
  case crowded(limit: Int)
  case needs(limit: Int)

  public var description: String {
    switch self {
    case .noSchools: "a sample needs at least one school"
    case .people(let limit): "people and designated together are 0 to \(limit)"
    case .crowded(let limit): "these schools hold at most \(limit) people"
    case .needs(let limit): "needs are 0 to \(limit)"
    }
  }
}
