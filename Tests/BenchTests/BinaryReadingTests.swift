import Testing

@testable import bench

/// The binary forms, written and read back, whole and damaged.
struct BinaryReadingTests {
  /// Two people of one school that lets one go at a time, and two needs.
  private static let deployment = DeploymentInstance(
    release: [1], home: [0, 0], cap: [1, 2], demand: [1, 1], penalty: [50, 20],
    rowStart: [0, 2, 3], candidate: [0, 1, 1], cost: [7, 9, 1])

  @Test func `a deployment is what was written`() throws {
    let scratch = try Scratch()
    try Self.deployment.write(to: scratch.path("a"))
    guard case .deployment(let read) = try StoredInstance(contentsOf: scratch.path("a")) else {
      Issue.record("recognised as something else")
      return
    }
    #expect(read == Self.deployment)
    let solved = try Solved(.deployment(read))
    #expect(solved.objective == 7 + 20)
    #expect(solved.marks == [0])
  }

  @Test func `a dense matrix is what was written`() throws {
    let scratch = try Scratch()
    let matrix = DenseInstance(rows: 2, columns: 2, cost: [4, 1, 1, 9])
    try matrix.write(to: scratch.path("a"))
    guard case .dense(let read) = try StoredInstance(contentsOf: scratch.path("a")) else {
      Issue.record("recognised as something else")
      return
    }
    #expect(read == matrix)
    #expect(try Solved(.dense(read)).marks == [1, 0])
    let dearest = try StoredInstance(contentsOf: scratch.path("a"), maximising: true)
    #expect(try Solved(dearest).objective == 13)
  }

  @Test func `a file cut short anywhere is refused`() throws {
    let scratch = try Scratch()
    try Self.deployment.write(to: scratch.path("a"))
    var file = try StoredFile(scratch.path("a"))
    let bytes: [UInt8] = try file.take(file.remaining)
    for length in 8..<bytes.count {
      let said = try refusal(Array(bytes.prefix(length)))
      #expect(said.hasPrefix("FILE: ends before the numbers"), "\(length) bytes: \(said)")
    }
  }

  @Test func `a file that goes on after its end is refused`() throws {
    let scratch = try Scratch()
    try Self.deployment.write(to: scratch.path("a"))
    try DenseInstance(rows: 2, columns: 2, cost: [4, 1, 1, 9]).write(to: scratch.path("b"))
    for name in ["a", "b"] {
      var file = try StoredFile(scratch.path(name))
      let bytes: [UInt8] = try file.take(file.remaining)
      let said = try refusal(bytes + [0, 1, 2])
      #expect(
        said == """
          FILE: goes on for 3 bytes after the numbers its header promises
            Try: take the rest out, copy it again, or correct the header
          """)
    }
  }

  @Test func `a candidate named twice at a need is refused with both places`() throws {
    var damaged = Self.deployment
    damaged.candidate[1] = 0
    #expect(
      try refusalOf(damaged) == """
        FILE: edges 0 and 1, both of need 0, name candidate 0
          Try: give each candidate once at a need, at the lesser of its costs
        """)
  }

  @Test func `a header that promises the moon is a sentence`() throws {
    let header = DeploymentInstance.magic + [UInt8](repeating: 0xff, count: 24)
    #expect(try refusal(header).contains("promises more homes, candidates, needs and edges"))
    let dense = DenseInstance.magic + [UInt8](repeating: 0xff, count: 8)
    #expect(try refusal(dense).contains("promises 4294967295 x 4294967295 costs"))
  }

  @Test func `a number that points nowhere is refused`() throws {
    var damaged = Self.deployment
    damaged.candidate[1] = 9
    #expect(try refusalOf(damaged).contains("edge 1 names candidate 9 of 2"))
    damaged = Self.deployment
    damaged.home[0] = 9
    #expect(try refusalOf(damaged).contains("candidate 0 has home 9 of 1"))
  }

  @Test func `negative numbers and broken rows are refused`() throws {
    var damaged = Self.deployment
    damaged.cost[2] = -1
    #expect(try refusalOf(damaged).contains("cost 2 is -1"))
    damaged = Self.deployment
    damaged.rowStart = [0, 3, 2]
    #expect(try refusalOf(damaged).contains("beginnings of its rows"))
  }

  @Test func `what is packed, missing or a directory is refused by name`() throws {
    #expect(try refusal([0x1f, 0x8b, 8, 0]) == "FILE: is packed\n  Try: unpack it first: gunzip")
    let scratch = try Scratch()
    for (path, said) in [
      (scratch.path("none"), "there is no such file"),
      (scratch.folder.path, "is not a file but a directory or a pipe"),
    ] {
      #expect(throws: InstanceError.self) { try StoredInstance(contentsOf: path) }
      do { _ = try StoredInstance(contentsOf: path) } catch { #expect(error.problem == said) }
    }
  }

  private func refusalOf(_ instance: DeploymentInstance) throws -> String {
    let scratch = try Scratch()
    try instance.write(to: scratch.path("a"))
    var file = try StoredFile(scratch.path("a"))
    return try refusal(file.take(file.remaining))
  }
}
