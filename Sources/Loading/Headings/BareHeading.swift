/// A heading folded and without its decoration: `School_URN*`, `SCHOOL-URN:` and `School URN (required)` are
/// all `schoolurn`.
func bareHeading(_ heading: some StringProtocol) -> String {
  var bare = ""
  for scalar in withoutRemarks(heading.lowercased()).unicodeScalars
  where !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
    && !decoration.contains(scalar)
  {
    bare.unicodeScalars.append(scalar)
  }
  return bare
}

/// Without brackets that say how to fill the column in; what others say is part of the heading's name.
private func withoutRemarks(_ heading: String) -> String {
  var kept = ""
  var rest = heading[...]
  while let open = rest.firstIndex(where: { "([".contains($0) }),
    let close = rest[open...].firstIndex(where: { ")]".contains($0) })
  {
    let after = rest.index(after: close)
    kept += rest[..<open]
    if !isRemark(rest[rest.index(after: open)..<close]) { kept += rest[open..<after] }
    rest = rest[after...]
  }
  return kept + rest
}

private func isRemark(_ inside: Substring) -> Bool {
  if DateRemark.isOne(inside) { return true }
  let words = headingWords(inside)
  return words.contains { remarks.contains($0) }
    && words.allSatisfy { remarks.contains($0) || $0.allSatisfy(\.isNumber) }
}

/// Its words in small letters, without the marks between them.
func headingWords(_ text: some StringProtocol) -> [String] {
  text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
}

/// What stands in each of its brackets, closed or not.
func bracketed(_ heading: String) -> [Substring] {
  heading.split { "([".contains($0) }.dropFirst().map { $0.prefix { !")]".contains($0) } }
}

private let decoration: Set<Unicode.Scalar> = [
  "*", "#", ":", ".", "_", "-", "\u{2013}", "?", "!", ",", "(", ")", "[", "]", "\u{2020}",
  "\u{2021}",
]

/// Words of a remark that says how to fill a column in.
let remarks: Set<String> = [
  "required", "mandatory", "compulsory", "essential", "optional", "if", "known", "any",
  "applicable", "please", "complete", "select", "choose", "list", "dropdown", "drop", "down",
  "text", "digit", "digits", "character", "characters", "format", "dd", "mm", "yy", "yyyy", "y",
  "n", "yes", "no", "see", "note", "notes", "guidance",
]
