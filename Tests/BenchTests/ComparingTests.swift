import Testing

@testable import bench

/// Choices are checked by the rules of the file, and contenders by what they print and write.
struct ComparingTests {
  private static func made(_ words: String...) throws -> StoredInstance {
    let sizes = ["--people", "60", "--needs", "90", "--edges", "6", "out"]
    let generate = try Generate.parse(words + sizes)
    return words[0] == "dense" ? .dense(generate.matrix()) : .deployment(generate.deployment())
  }

  @Test(arguments: ["tight", "loose", "unit", "balanced", "chain", "dense"])
  func `what the solver chose is allowed and costs what it said`(shape: String) throws {
    let stored = try Self.made(shape)
    let solved = try Solved(stored)
    let check = MarksCheck(stored, solved.marks)
    #expect(check.complaint == nil)
    #expect(check.objective == solved.objective)
  }

  @Test func `a deployment that breaks a limit is refused`() {
    let instance = DeploymentInstance(
      release: [1, 2], home: [0, 0, 1], cap: [1, 1, 1], demand: [1, 2], penalty: [50, 20],
      rowStart: [0, 3, 6], candidate: [0, 1, 2, 0, 1, 2], cost: [7, 9, 1, 1, 1, 1])
    func said(_ marks: [Int64]) -> String? {
      MarksCheck(.deployment(instance), marks).complaint
    }
    #expect(said([0, 5]) == nil)
    #expect(MarksCheck(.deployment(instance), [0, 5]).objective == 7 + 1 + 20)
    #expect(said([6]) == "an edge does not exist")
    #expect(said([0, 0]) == "an edge is chosen twice")
    #expect(said([0, 2]) == "a need is given too many")
    #expect(said([2, 5]) == "a candidate is chosen too often")
    #expect(said([0, 4]) == "a home releases too many")
  }

  @Test func `an assignment that is none is refused`() {
    let pairs = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2)].map {
      SparseAssignment.Pair(row: Int32($0.0), column: Int32($0.1), cost: 5)
    }
    let stored = StoredInstance.assignment(SparseAssignment(rows: 3, columns: 3, pairs: pairs))
    func said(_ marks: [Int64]) -> String? { MarksCheck(stored, marks).complaint }
    #expect(said([1, 0, 2]) == nil)
    #expect(said([1, 0]) == "a row has no column, or one that does not exist")
    #expect(said([1, 0, 3]) == "a row has no column, or one that does not exist")
    #expect(said([1, 1, 2]) == "a column is given twice")
    #expect(said([1, -1, 2]) == "2 pairs are made of 3")
    #expect(said([2, 0, 1]) == "row 0 and column 2 are no pair")
  }

  @Test func `a flow that breaks a bound is refused`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("p min 3 2\nn 1 2\nn 3 -2\na 1 2 1 2 5\na 2 3 0 2 5\n")
    let stored = try StoredInstance(contentsOf: path)
    #expect(MarksCheck(stored, [2, 2]).objective == 20)
    #expect(MarksCheck(stored, [2, 3]).complaint == "an arc carries 3")
    #expect(MarksCheck(stored, [0, 2]).complaint == "an arc carries 0")
    #expect(MarksCheck(stored, [2, 1]).complaint == "a node keeps or lacks something")
    #expect(MarksCheck(stored, [2]).complaint == "not every arc has a flow")
  }

  @Test func `a matching file is checked against its instance`() throws {
    let scratch = try Scratch()
    try DenseInstance(rows: 2, columns: 2, cost: [4, 1, 1, 9]).write(to: scratch.path("m"))
    try writeMarks([1, 0], to: scratch.path("good"))
    try writeMarks([1, 1], to: scratch.path("bad"))
    #expect(try Check.check(scratch.path("m"), scratch.path("good")).objective == 2)
    #expect(
      try Check.check(scratch.path("m"), scratch.path("bad")).complaint
        == "a column is given twice")
  }

  @Test func `contenders that fail, stall or lie are told apart`() throws {
    let scratch = try Scratch()
    let path = scratch.path("m")
    try DenseInstance(rows: 2, columns: 2, cost: [4, 1, 1, 9]).write(to: path)
    let line = #"{"objective":2,"status":"OPTIMAL","solve_s":0.5,"solve_cpu_s":0.25}"#
    let script = scratch.path("liar")
    let marks = #"\001\0\0\0\0\0\0\0\001\0\0\0\0\0\0\0"#
    try writeScript("printf '\(marks)' > \"$2\"; echo '\(line)'", to: script)
    let honest = scratch.path("honest")
    try writeScript("echo '\(line)'", to: honest)
    let checker = scratch.path("checker")
    try writeScript("echo 'not allowed: a column is given twice'", to: checker)
    let contenders = [
      "honest=sh \(honest)", "liar=sh \(script) {i} {o}", "failing=false", "stalled=sleep 60",
    ].compactMap { Contender(argument: $0) }
    let comparison = try Comparison(
      path, contenders, rounds: 2, limitSeconds: 1, scratch: scratch.folder.path,
      checker: ["sh", checker])
    #expect(
      comparison.results.map(\.failure) == [
        nil, "not allowed: a column is given twice", "failed, exit code 1", "over 1 s",
      ])
    #expect(comparison.isInDispute)
    let rows = ComparisonTable.rows(comparison).split(separator: "\n")
    #expect(rows.count == 4)
    #expect(rows[0].hasPrefix("| m | honest | 2 | 0.5000 | 0.2500 |"))
    #expect(rows[3].hasPrefix("| m | stalled | over 1 s |  |"))
  }

  private func writeScript(_ text: String, to path: String) throws {
    var file = try WrittenFile(path)
    file.put(Array(text.utf8))
    try file.finish()
  }
}
