import Testing

/// A file of an organisation's own, and all that reading it says.
struct RefusedFile: Sendable, CustomTestStringConvertible {
  var file: String
  var text: String
  var says: String
  var testDescription: String { says }

  init(_ file: String, _ text: String, _ says: String) {
    self.file = file
    self.text = text
    self.says = says
  }
}
