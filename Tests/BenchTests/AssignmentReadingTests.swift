import Testing

@testable import bench

/// Assignments: DIMACS, OR-Library, and plain lists in their dialects.
struct AssignmentReadingTests {
  /// Best 1 + 2 + 3, on the places (0, 1), (1, 0), (2, 2); worst 9 + 8 + 7.
  private static let matrix = [[4, 1, 9], [2, 8, 5], [7, 6, 3]]

  private static func lists(base: Int) -> String {
    matrix.indices.flatMap { row in
      matrix[row].indices.map { "\(row + base) \($0 + base) \(matrix[row][$0])\n" }
    }.joined()
  }

  static let dialects = [
    "3\n4 1 9\n2 8 5\n7 6 3\n",
    "3\n4 1\n9 2 8 5 7\n6 3",
    "3 3\n4 1 9 2\n8 5 7 6 3\n",
    "# costs\n3 3 9\n" + lists(base: 1),
    "3 3 9\n" + lists(base: 0),
    "%%MatrixMarket matrix coordinate integer general\n% made up\n3 3 9\n" + lists(base: 1),
    lists(base: 0),
    lists(base: 1),
    " 4\n" + lists(base: 1) + "4 4 0\n",
    lists(base: 1).replacing(" ", with: ","),
    lists(base: 1).replacing(" ", with: "\t").replacing("\n", with: ".00\r\n"),
    "\u{feff}" + lists(base: 1),
    // Of a pair listed twice the cheaper counts.
    "1 2 5\n" + lists(base: 1) + "2 1 6\n",
    "p asn 6 9\nn 1\nn 2\nn 3\n"
      + matrix.indices.flatMap { row in
        matrix[row].indices.map { "a \(row + 1) \($0 + 4) \(matrix[row][$0])\n" }
      }.joined(),
  ]

  @Test(arguments: dialects)
  func `every dialect says the same`(text: String) throws {
    let solved = try Solved(text: text)
    #expect(solved.objective == 6)
    #expect(Array(solved.marks.prefix(3)) == [1, 0, 2])
  }

  @Test func `rows of a matrix without any header`() throws {
    let solved = try Solved(text: "9 1 9 9\n1 9 9 9\n9 9 9 1\n9 9 2 9\n")
    #expect(solved.marks == [1, 0, 3, 2])
    #expect(solved.objective == 5)
  }

  @Test func `the dearest is found when asked for`() throws {
    #expect(try Solved(text: Self.dialects[0], maximising: true).objective == 24)
    #expect(try Solved(text: Self.dialects[0]).objective == 6)
  }

  @Test func `of a pair listed twice the dearer counts when maximising`() throws {
    #expect(try Solved(text: "1 1 5\n1 1 9\n1 1 7\n1 2 3\n", maximising: true).objective == 9)
  }

  @Test func `the shorter side is assigned in full`() throws {
    let wide = try Solved(text: "2 3\n5 1 9\n5 2 3\n")
    #expect(wide.marks == [1, 2])
    #expect(wide.objective == 4)
    let tall = try Solved(text: "3 2\n5 5\n1 2\n9 3\n")
    #expect(tall.marks == [-1, 0, 1])
    #expect(tall.objective == 4)
  }

  @Test func `pairs that are not listed may not be made`() throws {
    #expect(try Solved(text: "1 1 1\n1 2 5\n2 1 5\n").objective == 10)
    #expect(try Solved(text: "1 1 1\n2 1 5\n3 2 5\n").objective == 6)
    #expect(try Solved(text: "4\n1 1 1\n2 1 5\n3 2 5\n4 2 5\n").status == "INFEASIBLE")
  }

  @Test func `nothing to assign costs nothing`() throws {
    for text in ["0\n", "0 5\n", "%%MatrixMarket matrix coordinate integer\n0 3 0\n"] {
      #expect(try Solved(text: text).objective == 0)
    }
  }

  @Test func `negative costs are costs`() throws {
    #expect(try Solved(text: "2\n-5 0\n0 -7\n").objective == -12)
  }

  @Test(arguments: [
    (
      "3\n1 2 3\n4 5 6\n7 8\n",
      """
      FILE, line 1: promises 9 costs or lines of three, and 8 numbers follow
        Try: see whether the file was cut short, or give `row column cost` on each line
      """
    ),
    (
      "3\n1 2 3\n4 5 6\n",
      """
      FILE, line 3: is the last, and 3 x 3 takes 3 pairs at least
        Try: see whether the file was cut short; if not, put `rows columns pairs` on the first line
      """
    ),
    (
      "7 8 9",
      """
      FILE, line 1: is the last, and 7 x 8 takes 7 pairs at least
        Try: see whether the file was cut short; if not, put `rows columns pairs` on the first line
      """
    ),
    (
      "2 3\n1 2 3\n4 5\n",
      """
      FILE, line 1: promises 6 costs, and 5 numbers follow
        Try: see whether the file was cut short, or give `row column cost` on each line
      """
    ),
    (
      "4 4 3\n1 1 5\n2 2 5\n",
      """
      FILE, line 1: could be a header, but promises 3 pairs, and 2 follow
        Try: correct the header; if the line is a pair, put another before it
      """
    ),
    (
      "%%MatrixMarket matrix coordinate integer general\n2 2 2\n1 1 5\n0 2 5\n",
      """
      FILE, line 4: names a row or column outside 2 x 2, counted from 1
        Try: correct the line, or the numbers of rows and columns on the first
      """
    ),
    (
      "2 2 2\n0 1 5\n2 1 5\n",
      """
      FILE, line 3: names a row or column outside 2 x 2, counted from 0 because a 0 occurs
        Try: correct the line, or the numbers of rows and columns on the first
      """
    ),
    (
      "1 1 5\n# x\n1 2\n",
      """
      FILE, line 3: has 2 numbers where the first line has 3
        Try: give `row column cost` on each line; for a matrix with 3 columns put `rows 3` on the first
      """
    ),
    (
      "1 2 3 4\n1 2 3\n",
      """
      FILE, line 2: has 3 numbers where the first line has 4
        Try: give every row of the matrix as many, or put n alone on the first line
      """
    ),
    (
      "1 1 5\n-1 2 3\n",
      "FILE, line 2: names a row or column below 0\n  Try: count them from 0 or from 1"
    ),
    (
      "-3\n1 2 3\n4 5 6\n7 8 9\n",
      "FILE, line 1: gives a size below 0\n  Try: give the numbers of rows and columns there"
    ),
    (
      "1 1 99999999999999999999\n",
      """
      FILE, line 1: "99999999999999999999" is too large a number
        Try: give whole numbers; multiply decimals by a power of ten first
      """
    ),
    (
      "row,column,cost\n1,1,5\n",
      """
      FILE, line 1: "row" is not a whole number
        Try: give whole numbers; multiply decimals by a power of ten first
      """
    ),
    (
      "2000000000 2000000000 1\n2000000000 1 1\n",
      """
      FILE, line 1: speaks of 2000000000 rows and 2000000000 columns
        Try: number them without gaps
      """
    ),
    (
      "p asn 4 2\nn 1\nn 2\na 1 3 5\na 3 2 5\n",
      """
      FILE, line 5: goes from node 3 to 2, not from a node of an n line to another
        Try: name one side, and only that, on n lines
      """
    ),
    (
      "p asn 4 2\nn 1\na 1 3 5\nn 2\n",
      """
      FILE, line 4: names a node after the first arc
        Try: give all n lines before the a lines
      """
    ),
    (
      "c nothing\n\n",
      """
      FILE: holds nothing but blank lines and comments
        Try: see `bench solve --help` for the forms that are read
      """
    ),
    (
      "",
      """
      FILE: holds nothing but blank lines and comments
        Try: see `bench solve --help` for the forms that are read
      """
    ),
  ])
  func `a malformed list is refused with its line and a remedy`(
    text: String, said: String
  ) throws {
    #expect(try refusal(text) == said)
  }

  @Test func `control characters of a file do not reach the terminal`() throws {
    let said = try refusal("1 1 \u{1b}[31m5\n")
    #expect(!said.contains("\u{1b}"))
    #expect(said.contains("\"?[31m5\" is not a whole number"))
  }
}
