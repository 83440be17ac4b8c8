/// Whom a row speaks of, when the people are stored already: by number or by TRN.
public struct PersonMention: Hashable, Sendable {
  public var number: PersonNumber?
  public var trn: TRN?
  /// The name beside the number: checked against who is stored, never looked up by.
  public var name: String?

  public init(number: PersonNumber? = nil, trn: TRN? = nil, name: String? = nil) {
    self.number = number
    self.trn = trn
    self.name = name
  }
}
