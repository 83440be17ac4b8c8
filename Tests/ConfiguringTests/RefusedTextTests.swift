import Configuring
import Testing

@Suite struct `A text is refused` {
  @Test(arguments: names + yaml + connection)
  func `with its place, its line and what to try`(given: RefusedFile) {
    #expect(complaint(given.file, given.text) == given.says)
  }

  static let names = [
    RefusedFile(
      "phases", "adjacent: [[Primary, Secundary]]",
      """
      /own/phases.yaml, line 1: "Secundary" is not a known phase
        Try: Secondary
      """),
    RefusedFile(
      "phases", "adjacent: [[Primary, infant]]",
      """
      /own/phases.yaml, line 1: "Primary" is paired with itself in adjacent
      """),
    RefusedFile(
      "specialisms", "related: [[Maths, Numerology]]",
      """
      /own/specialisms.yaml, line 1: "Numerology" is not a known specialism
        Try: Maths
      """),
    RefusedFile(
      "specialisms", "related: [[Maths]]",
      """
      /own/specialisms.yaml, line 1: each of related is a pair of names
        Try: - [first, second]
      """),
    RefusedFile(
      "norms", "readiness-for-secondment: [Soon]",
      """
      /own/norms.yaml, line 1: "Soon" is not a known readiness
        Try: one of Ready now, 1-2 years, 3-5 years, Not yet
      """),
    RefusedFile(
      "specialisms", "groups:\n  Ours:\n    - Send liaison: [SEN]",
      """
      /own/specialisms.yaml, line 3: "SEN" stands for both "Special educational needs" and "Send liaison"
        Try: take it away from one of them
      """),
    RefusedFile(
      "roles", "roles: [sle]",
      """
      /own/roles.yaml, line 1: "sle" stands for both "SLE" and "sle"
        Try: take it away from one of them
      """),
    RefusedFile(
      "roles", "roles: [{SLE: leader}]",
      """
      /own/roles.yaml, line 1: the other spellings of "SLE" is a list, not "leader"
        Try: [first, second]
      """),
    RefusedFile(
      "roles", "roles: [\"a; b\"]",
      """
      /own/roles.yaml, line 1: a designation is 1 to 100 characters without a semicolon, not "a; b"
      """),
    RefusedFile(
      "roles", "roles: [[SLE]]",
      """
      /own/roles.yaml, line 1: a designation is a name or a name with its other spellings, not a list
        Try: - Name: [other spelling, another]
      """),
    RefusedFile(
      "specialisms", "groups: [Latin]",
      """
      /own/specialisms.yaml, line 1: groups is a mapping of groups, not a list
      """),
  ]

  static let yaml = [
    RefusedFile(
      "weights", "weights: &all\n  distance: 5",
      """
      /own/weights.yaml, line 1: YAML anchors (&) and aliases (*) are not accepted here
        Try: write the value out, or put it in quotes if it begins with & or *
      """),
    RefusedFile(
      "weights", "a: &a [x]\nb: [*a, *a]",
      """
      /own/weights.yaml, line 1: YAML anchors (&) and aliases (*) are not accepted here
        Try: write the value out, or put it in quotes if it begins with & or *
      """),
    RefusedFile(
      "weights", "weights: *nothing",
      """
      /own/weights.yaml, line 1: YAML anchors (&) and aliases (*) are not accepted here
        Try: write the value out, or put it in quotes if it begins with & or *
      """),
    RefusedFile(
      "weights", "weights:\n  distance: 5\n  load: 5\n  distance: 6",
      """
      /own/weights.yaml, line 2: the key "distance" stands twice
        Try: keep one of them
      """),
    RefusedFile(
      "weights", "weights:\n  distance: [5\nload: 6",
      """
      /own/weights.yaml, line 3: this is not YAML as talent reads it: did not find expected ',' or ']'
        Try: check the indentation, colons and quotes around this line
      """),
    RefusedFile(
      "weights", "weights: {distance: 5}\n---\nweights: {}",
      """
      /own/weights.yaml, line 2: this is not YAML as talent reads it: but found another document
        Try: check the indentation, colons and quotes around this line
      """),
    RefusedFile(
      "weights", "weights:\n\tdistance: 5",
      """
      /own/weights.yaml, line 2: this is not YAML as talent reads it: found character that cannot start any token
        Try: check the indentation, colons and quotes around this line
      """),
    RefusedFile(
      "weights", "\n\nweights: \u{7}",
      """
      /own/weights.yaml, line 3: the file holds a character no text file should
        Try: save it as plain text in UTF-8
      """),
    RefusedFile(
      "weights", "weights: [[[[[[[[[[1]]]]]]]]]]",
      """
      /own/weights.yaml, line 1: nested more than 8 deep, which no key needs
      """),
    RefusedFile(
      "weights", "? [a, b]\n: 1",
      """
      /own/weights.yaml, line 1: a key must be a single word
      """),
    RefusedFile(
      "weights", "distance\u{1B}[2J: 1",
      """
      /own/weights.yaml, line 1: the file holds a character no text file should
        Try: save it as plain text in UTF-8
      """),
  ]

  static let connection = [
    RefusedFile(
      "connection", "conninfo: \"host=db password=hunter2\"",
      """
      /own/connection.yaml, line 1: conninfo holds a password
        Try: keep it in ~/.pgpass, never here
      """),
    RefusedFile(
      "connection", "conninfo: postgresql://talent:hunter2@db/talent",
      """
      /own/connection.yaml, line 1: conninfo holds a password
        Try: keep it in ~/.pgpass, never here
      """),
  ]

  @Test func `over a megabyte`() {
    #expect(
      complaint("weights", String(repeating: "# filler\n", count: 120_000))
        == "/own/weights.yaml: the file is over 1 MB, too big for a config file")
  }

  @Test(.timeLimit(.minutes(1))) func `with aliases that unfold without end, even as a key`() {
    var bomb = "a0: &a0 [x, x]\n"
    for level in 1...60 {
      bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    let says = """
      /own/weights.yaml, line 17: YAML anchors (&) and aliases (*) are not accepted here
        Try: write the value out, or put it in quotes if it begins with & or *
      """
    #expect(complaint("weights", bomb + "? *a60\n: 1\n") == says)
    #expect(complaint("weights", "q: 'it''s\nr: \"'\"\n" + bomb).contains("anchors"))
  }

  @Test func `nested a thousand deep and more`() {
    let flow = String(repeating: "[", count: 200_000)
    let block = String(repeating: "- ", count: 200_000)
    #expect(complaint("weights", flow) != "")
    #expect(complaint("weights", block) != "")
  }
}
