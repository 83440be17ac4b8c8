import Domain

/// A rule that a plan breaks: where, and one plain sentence.
public struct BrokenRule: Hashable, Sendable, CustomStringConvertible {
  public enum Place: Hashable, Sendable {
    case need(String)
    case proposal(need: String, person: PersonNumber)
    case person(PersonNumber)
    case home(PlaceKey)
  }

  public var place: Place
  public var sentence: String

  public init(_ place: Place, _ sentence: String) {
    self.place = place
    self.sentence = sentence
  }

  public var description: String {
    switch place {
    case .need(let reference): "need \(reference): \(sentence)"
    case .proposal(let need, let person): "need \(need), \(person): \(sentence)"
    case .person(let person): "\(person): \(sentence)"
    case .home(let key): "home \(key): \(sentence)"
    }
  }
}
