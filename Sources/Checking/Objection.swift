/// The first thing found wrong with a claimed solution.
public struct Objection: Error, Hashable, Sendable {
  public var place: Whereabouts
  /// One plain sentence.
  public var sentence: String

  public init(_ place: Whereabouts, _ sentence: String) {
    self.place = place
    self.sentence = sentence
  }
}
