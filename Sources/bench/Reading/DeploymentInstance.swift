/// A deployment instance in the benchmark's binary layout `DEPLOY1`, little-endian.
///
/// Minimise the costs of the chosen edges plus `penalty` for each unit of demand left unfilled; an
/// edge is chosen at most once, a candidate at most `cap` times, a home at most `release` times.
struct DeploymentInstance: Hashable {
  var release: [Int32]
  var home: [Int32]
  var cap: [Int32]
  var demand: [Int32]
  var penalty: [Int32]
  /// Edges of need `n` are `rowStart[n]..<rowStart[n + 1]`.
  var rowStart: [Int]
  var candidate: [Int32]
  var cost: [Int32]

  static let magic = Array("DEPLOY1\0".utf8)
}

extension DeploymentInstance {
  init(_ file: inout StoredFile) throws(InstanceError) {
    _ = try file.take(8, as: UInt8.self)
    let counts = try file.take(4, as: UInt32.self).map { Int($0) }
    let edges = try file.take(1, as: UInt64.self)[0]
    guard UInt64(counts.reduce(0, +)) + min(edges, 1 << 40) <= InstanceLimit.nodesAndArcs else {
      throw file.failure(
        "promises more homes, candidates, needs and edges than \(InstanceLimit.nodesAndArcs)",
        "give fewer edges to each need")
    }
    release = try file.take(counts[0])
    home = try file.take(counts[1])
    cap = try file.take(counts[1])
    demand = try file.take(counts[2])
    penalty = try file.take(counts[2])
    rowStart = try file.take(counts[2] + 1, as: UInt64.self).map { Int(clamping: $0) }
    candidate = try file.take(Int(edges))
    cost = try file.take(Int(edges))
    try file.end()
    if let trouble { throw file.failure(trouble, "generate it again: the file is damaged") }
    if let repeated {
      throw file.failure(
        repeated, "give each candidate once at a need, at the lesser of its costs")
    }
  }

  /// What keeps the arrays from describing an instance; nil when nothing does.
  private var trouble: String? {
    if rowStart[0] != 0 || rowStart[demand.count] != candidate.count
      || zip(rowStart, rowStart.dropFirst()).contains(where: { $0 > $1 })
    {
      return "the beginnings of its rows do not rise from 0 to the number of edges"
    }
    if let index = Self.firstOutside(0..<Int32(home.count), candidate) {
      return "edge \(index) names candidate \(candidate[index]) of \(home.count)"
    }
    if let index = Self.firstOutside(0..<Int32(release.count), home) {
      return "candidate \(index) has home \(home[index]) of \(release.count)"
    }
    for (name, numbers) in [
      ("release", release), ("capacity", cap), ("demand", demand), ("penalty", penalty),
      ("cost", cost),
    ] {
      if let index = Self.firstOutside(0..<Int32.max, numbers) {
        return "\(name) \(index) is \(numbers[index]), and must be from 0 to \(Int32.max - 1)"
      }
    }
    return nil
  }

  /// Two edges of one need that name the same candidate; nil when there are none.
  private var repeated: String? {
    var edgeOf = [Int](repeating: -1, count: home.count)
    for need in demand.indices {
      for edge in rowStart[need]..<rowStart[need + 1] {
        let earlier = edgeOf[Int(candidate[edge])]
        if earlier >= rowStart[need] {
          return
            "edges \(earlier) and \(edge), both of need \(need), name candidate \(candidate[edge])"
        }
        edgeOf[Int(candidate[edge])] = edge
      }
    }
    return nil
  }

  private static func firstOutside(_ range: Range<Int32>, _ numbers: [Int32]) -> Int? {
    numbers.firstIndex { !range.contains($0) }
  }
}
