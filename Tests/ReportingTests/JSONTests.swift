import Foundation
import Testing

@testable import Reporting

@Suite struct JSONWritingTests {
  private let plan: JSON = [
    "plan": 7, "proven": true, "gap": 0.0, "note": nil, "days": 1.5, "none": [], "empty": [:],
    "proposals": [["need": "N-1", "points": -3], ["need": "N-2", "points": 12]],
  ]

  @Test func `compact text keeps the order`() {
    #expect(
      plan.text(pretty: false)
        == #"{"plan":7,"proven":true,"gap":0.0,"note":null,"days":1.5,"none":[],"empty":{},"#
        + #""proposals":[{"need":"N-1","points":-3},{"need":"N-2","points":12}]}"#)
  }

  @Test func `pretty text is indented by two spaces`() {
    let value: JSON = ["plan": 7, "none": [], "empty": [:], "needs": ["a", ["b": false]]]
    #expect(
      value.text(pretty: true) == """
        {
          "plan": 7,
          "none": [],
          "empty": {},
          "needs": [
            "a",
            {
              "b": false
            }
          ]
        }
        """)
  }

  @Test(arguments: [
    ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t\u{8}\u{0}", #""\n\r\t\u0008\u0000""#),
    ("\u{1B}[0m\u{7F}\u{9B}", #""\u001B[0m\u007F\u009B""#),
    ("\u{2028}\u{2029}\u{202E}\u{2066}", #""\u2028\u2029\u202E\u2066""#),
    ("O’Brien £5 Siân 李 👩🏽‍🏫", "\"O’Brien £5 Siân 李 👩🏽‍🏫\""), ("\r\n", #""\r\n""#),
    ("<b>&amp;", "\"<b>&amp;\""), ("", "\"\""), ("e\u{301}", "\"e\u{301}\""),
  ])
  func `strings are escaped where they must be and nowhere else`(text: String, expected: String) {
    #expect(bytes(JSON.string(text).text(pretty: false)) == bytes(expected))
  }

  @Test(arguments: [
    (0.0, "0.0"), (-0.0, "-0.0"), (1.0, "1.0"), (0.1, "0.1"), (1e20, "1e+20"), (1e-7, "1e-07"),
    (.infinity, "null"), (.nan, "null"),
  ])
  func `numbers read back as themselves`(value: Double, expected: String) {
    #expect(JSON.number(value).text(pretty: false) == expected)
    if value.isFinite { #expect(Double(expected) == value) }
  }

  @Test func `the largest integers are exact`() {
    #expect(JSON.int(.max).text(pretty: false) == "9223372036854775807")
    #expect(JSON.int(.min).text(pretty: false) == "-9223372036854775808")
  }

  @Test func `writing appends`() {
    var line = bytes("x")
    JSON.bool(true).write(into: &line)
    JSON.null.write(into: &line)
    #expect(line == bytes("xtruenull"))
  }

  @Test func `another parser reads what was written`() throws {
    var generator = SeededGenerator(state: 26)
    let names = HostileNames.all + (0..<2_000).map { _ in generator.text(length: 8) }
    let value = JSON.object([("names", .array(names.map { .string($0) })), ("\u{1B}\"", 1)])
    for pretty in [false, true] {
      let data = Data(value.text(pretty: pretty).utf8)
      let read = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      let strings = try #require(read["names"] as? [String])
      #expect(strings.map(bytes) == names.map(bytes))
      #expect(read["\u{1B}\""] as? Int == 1)
      #expect(data.allSatisfy { $0 >= 0x20 || $0 == 0x0A } && !data.contains(0x7F))
    }
  }
}

@Suite struct JSONPickingTests {
  private let plan: JSON = [
    "plan": 7, "gap": 0.0, "by": nil,
    "proposals": [
      ["need": "N-1", "person": ["name": "Ann", "trn": "0012345"], "why": nil],
      ["need": "N-2", "person": nil, "extra": 1],
    ],
  ]

  @Test func `fields come in the order asked for`() throws {
    #expect(try plan.picking(["gap", "plan"]) == ["gap": 0.0, "plan": 7])
    #expect(try plan.picking([]) == plan)
    #expect(try plan.picking(["plan", "plan"]) == ["plan": 7])
  }

  @Test func `paths reach into arrays and objects`() throws {
    #expect(
      try plan.picking(["proposals.person.name", "plan", "proposals.need"])
        == [
          "proposals": [
            ["person": ["name": "Ann"], "need": "N-1"], ["person": nil, "need": "N-2"],
          ], "plan": 7,
        ])
    #expect(try plan.picking(["by.name"]) == ["by": nil])
  }

  @Test func `a whole field wins over its parts`() throws {
    let whole: JSON = [
      "proposals": [["person": ["name": "Ann", "trn": "0012345"]], ["person": nil]]
    ]
    #expect(try plan.picking(["proposals.person.name", "proposals.person"]) == whole)
    #expect(try plan.picking(["proposals.person", "proposals.person.name"]) == whole)
  }

  @Test func `an element without a field that another has gets null`() throws {
    let picked = try plan.picking(["proposals.extra"])
    #expect(picked == ["proposals": [["extra": nil], ["extra": 1]]])
    #expect(try JSON.array([["a": 1], ["b": 2]]).picking(["b"]) == [["b": nil], ["b": 2]])
    #expect(try JSON.array([]).picking(["anything"]) == [])
  }

  @Test(arguments: [
    ("plam", "plan"), ("PLAN", "plan"), ("proposals.nede", "proposals.need"),
    ("proposals.person.nmae", "proposals.person.name"), ("proposals.", "proposals.why"), ("", "by"),
  ])
  func `an unknown field names the nearest`(field: String, nearest: String) {
    let error = #expect(throws: UnknownField.self) { try plan.picking([field]) }
    #expect(error?.nearest == nearest)
  }

  @Test func `the error reads as two sentences`() {
    let error = #expect(throws: UnknownField.self) { try plan.picking(["pl\u{1B}am"]) }
    #expect(
      error?.description == """
        there is no field "pl\\u{1B}am"; the nearest is "plan"
          Try: plan, gap, by or proposals
        """)
    let deeper = #expect(throws: UnknownField.self) { try plan.picking(["plan.number"]) }
    #expect(
      deeper?.description == "there is no field \"plan.number\", and none inside what it names")
  }
}
