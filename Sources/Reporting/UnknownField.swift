import Domain

/// A field was asked for that the result does not have.
public struct UnknownField: Error, Hashable, Sendable, CustomStringConvertible {
  /// As it was asked for, up to the name that is unknown.
  public let field: String
  /// Every field there is at that place, in order.
  public let known: [String]

  public init(field: String, known: [String]) {
    self.field = field
    self.known = known
  }

  /// The known field that takes the fewest edits to reach, capitals apart; the first of equals. Nil
  /// when there are no fields at that place.
  public var nearest: String? {
    let wanted = Array(field.lowercased().utf8.prefix(longestCompared))
    let distances = known.map { name in
      editDistance(wanted, Array(name.lowercased().utf8.prefix(longestCompared)))
    }
    return zip(known, distances).min { $0.1 < $1.1 }?.0
  }

  /// One sentence with the nearest field, and one that lists them all.
  public var description: String {
    let problem = "there is no field \"\(shown(field, limit: 40))\""
    guard let nearest else { return "\(problem), and none inside what it names" }
    return "\(problem); the nearest is \"\(nearest)\"\n  Try: \(Phrase.list(known, "or"))"
  }
}

/// Field names are short; what somebody pasted by mistake need not be.
private let longestCompared = 64
