import Testing

@testable import bench

/// DIMACS minimum-cost flows.
struct FlowReadingTests {
  @Test func `two sources and two sinks are served at least cost`() throws {
    let solved = try Solved(
      text: """
        c two depots, two shops
        p min 4 4
        n 1 4
        n 2 2
        n 3 -3
        n 4 -3
        a 1 3 0 4 2
        a 1 4 0 4 3
        a 2 3 0 4 1
        a 2 4 0 4 5
        """)
    // Node 2 sends both units to 3; node 1 the third there and three to 4.
    #expect(solved.objective == 2 * 1 + 1 * 2 + 3 * 3)
    #expect(solved.marks == [1, 3, 2, 0])
  }

  @Test func `a lower bound is carried and paid for`() throws {
    let text = "p min 3 3\nn 1 3\nn 3 -3\na 1 2 1 3 5\na 2 3 1 3 5\na 1 3 0 3 1\n"
    let solved = try Solved(text: text)
    #expect(solved.objective == 1 * 10 + 2 * 1)
    #expect(solved.marks == [1, 1, 2])
  }

  @Test func `a capacity below the lower bound means no limit`() throws {
    let solved = try Solved(text: "p min 2 2\nn 1 5\nn 2 -5\na 1 2 0 -1 2\na 1 2 0 2 1\n")
    #expect(solved.objective == 2 * 1 + 3 * 2)
  }

  @Test func `a capacity beyond 32 bits is enough for every supply`() throws {
    let solved = try Solved(text: "p min 2 1\nn 1 5\nn 2 -5\na 1 2 0 99999999999 2\n")
    #expect(solved.objective == 10)
  }

  @Test func `a negative circle is followed as far as it goes`() throws {
    let text = "p min 3 3\na 1 2 0 7 -3\na 2 3 0 9 1\na 3 1 0 -1 1\n"
    #expect(try Solved(text: text).objective == -7)
  }

  @Test func `costs that fall without end are said to`() throws {
    let solved = try Solved(text: "p min 2 2\na 1 2 0 -1 -3\na 2 1 0 -1 1\n")
    #expect(solved.status == "UNBOUNDED")
    #expect(solved.objective == nil)
  }

  @Test func `what no flow can carry is infeasible`() throws {
    let solved = try Solved(text: "p min 2 1\nn 1 2\nn 2 -2\na 1 2 0 1 0\n")
    #expect(solved.status == "INFEASIBLE")
  }

  @Test(arguments: ["\r\n", "\r", "\n\n"])
  func `line ends of every kind are read`(end: String) throws {
    let lines = ["c x", "p min 2 1", "n 1 2", "n 2 -2", "a 1 2 0 2 4"]
    #expect(try Solved(text: lines.joined(separator: end)).objective == 8)
  }

  @Test(arguments: [
    (
      "p min 2 1\nn 1 1\nn 2 -1\na 1 3 0 1 1\n",
      "FILE, line 4: names node 3 of 2\n  Try: correct it, or the number of nodes on the p line"
    ),
    (
      "c\n\np min 2 1\nn 1 1\nn 1 1\n",
      "FILE, line 5: names node 1 again\n  Try: give each node one n line"
    ),
    (
      "p min 2 2\nn 1 1\nn 2 -1\na 1 2 0 1 1\n",
      """
      FILE: promises 2 arcs on its p line and holds 1
        Try: see whether the file was cut short, or correct the p line
      """
    ),
    (
      "p min 2 1\nn 1 3\nn 2 -1\na 1 2 0 1 1\n",
      """
      FILE: its supplies add up to 2 instead of 0
        Try: add a node that takes what is left over, with arcs of cost 0 to it
      """
    ),
    (
      "p min 2 1\na 1 2 0 1\n",
      "FILE, line 2: has no cost\n  Try: complete the line, or take it out"
    ),
    (
      "p min 2 1\na 1 2 0 1 1.5\n",
      """
      FILE, line 2: "1.5" is not a whole number
        Try: give whole numbers; multiply decimals by a power of ten first
      """
    ),
    (
      "p min 2 1\na 1 2 0 1 3000000000\n",
      """
      FILE, line 2: its cost, 3000000000, is not from -2147483647 to 2147483647
        Try: correct it, or count in larger units
      """
    ),
    (
      "p min 2 1\na 1 2 0 1 1 9\n",
      """
      FILE, line 2: goes on with "9" after its last number
        Try: take the rest of the line out
      """
    ),
    (
      "p min 2 1\ne 1 2\n",
      """
      FILE, line 2: begins with "e"
        Try: lines of this form begin with c, n or a; there is one p line, the first
      """
    ),
    (
      "c x\nn 1 1\np min 2 1\n",
      """
      FILE, line 2: begins with "n" before any p line
        Try: put the p line first: p min NODES ARCS, or p asn NODES ARCS
      """
    ),
    (
      "a 1 2 0 1 1\np asn 2 1\n",
      """
      FILE, line 1: begins with "a" before any p line
        Try: put the p line first: p min NODES ARCS, or p asn NODES ARCS
      """
    ),
    (
      "p max 2 1\n",
      """
      FILE, line 1: a problem of kind "max"
        Try: give a `p min` or a `p asn` file; no other kind is read
      """
    ),
    (
      "p min 900000000 900000000\n",
      """
      FILE, line 1: promises more nodes and arcs than 268435455
        Try: give a smaller instance
      """
    ),
  ])
  func `a malformed flow is refused with its line and a remedy`(
    text: String, said: String
  ) throws {
    #expect(try refusal(text) == said)
  }

  @Test func `a flow is not maximised`() throws {
    #expect(try refusal("p min 0 0\n", maximising: true).contains("only assignments"))
  }
}
