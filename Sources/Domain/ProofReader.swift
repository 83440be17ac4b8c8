/// Reads what `ProofWriter` wrote, from bytes that outlive it; see `JointProof.text`.
struct ProofReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var line = 1
  private var rows = 0
  private var decisions = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private var damaged: ProofError { ProofError(line: line) }

  mutating func proof() throws(ProofError) -> JointProof {
    try expect("talent proof\t1\n")
    var proof = JointProof(prices: [], strikes: [], leaves: [])
    while take("prices\t") { proof.prices.append(try prices(before: proof.prices.last?.row ?? [])) }
    while take("strikes\t") {
      try list { reader throws(ProofError) in proof.strikes.append(try reader.number()) }
    }
    while take("leaf\t") { proof.leaves.append(try leaf(after: proof.leaves.last?.decided ?? [])) }
    try expect("end\n")
    guard position == bytes.count else { throw damaged }
    return proof
  }

  private mutating func prices(before: [Int]) throws(ProofError) -> JointProof.Prices {
    let count = try number()
    rows += count
    guard rows <= JointProof.TextBound.rows else { throw damaged }
    try expect("\t")
    let mustFill = try price()
    try endLine()
    let row = try rows(count, before.count == count ? before : [])
    var prices = JointProof.Prices(row: row, mustFill: mustFill)
    var last: Int32 = 0
    while take("split\t") {
      try list { reader throws(ProofError) in
        last = try reader.step(from: last)
        prices.splitHomes.append(last)
      }
    }
    last = 0
    while take("limit\t") {
      try list { reader throws(ProofError) in
        last = try reader.step(from: last)
        try reader.expect(":")
        prices.limits.append(JointProof.LimitPrice(limit: last, price: try reader.price()))
      }
    }
    return prices
  }

  private mutating func rows(_ count: Int, _ before: [Int]) throws(ProofError) -> [Int] {
    var row: [Int] = []
    while row.count < count {
      try expect("row\t")
      try list { reader throws(ProofError) in
        let start = row.count
        if reader.take("*") {
          let same = try reader.number()
          guard same >= 1, same <= count - start else { throw reader.damaged }
          if before.isEmpty {
            row += repeatElement(0, count: same)
          } else {
            row += before[start..<start + same]
          }
        } else {
          let isLess = reader.take("-")
          let change = try reader.number()
          guard start < count else { throw reader.damaged }
          let price = (before.isEmpty ? 0 : before[start]) + (isLess ? -change : change)
          guard (0..<JointProblem.Bound.price).contains(price) else { throw reader.damaged }
          row.append(price)
        }
      }
    }
    return row
  }

  private mutating func leaf(
    after last: [JointProof.Decision]
  ) throws(ProofError) -> JointProof.Leaf {
    let prices = try number()
    try expect("\t")
    let shared = try number()
    guard shared <= last.count else { throw damaged }
    var decided = Array(last[..<shared])
    if take("\t") {
      repeat {
        let isChosen = take("+")
        if !isChosen { try expect("-") }
        let part = try step(from: 0)
        decided.append(JointProof.Decision(part: part, isChosen: isChosen))
      } while take(" ")
    }
    try endLine()
    decisions += decided.count
    guard decisions <= JointProof.TextBound.decisions else { throw damaged }
    return JointProof.Leaf(decided: decided, prices: prices)
  }
}

extension ProofReader {
  /// Entries up to the end of the line.
  private mutating func list(
    _ entry: (inout ProofReader) throws(ProofError) -> Void
  ) throws(ProofError) {
    repeat { try entry(&self) } while take(" ")
    try endLine()
  }

  /// Goes past a text if it is here.
  private mutating func take(_ text: StaticString) -> Bool {
    let isHere = text.withUTF8Buffer { expected in
      bytes.count - position >= expected.count
        && expected.indices.allSatisfy { bytes[position + $0] == expected[$0] }
    }
    if isHere { position += text.utf8CodeUnitCount }
    return isHere
  }

  private mutating func expect(_ text: StaticString) throws(ProofError) {
    guard take(text) else { throw damaged }
    if bytes[position - 1] == 10 { line += 1 }
  }

  private mutating func endLine() throws(ProofError) { try expect("\n") }

  /// A number of one to twelve digits.
  private mutating func number() throws(ProofError) -> Int {
    let start = position
    var number = 0
    while position < bytes.count, position - start <= 12, (48...57).contains(bytes[position]) {
      number = number * 10 + Int(bytes[position] - 48)
      position += 1
    }
    guard (1...12).contains(position - start) else { throw damaged }
    return number
  }

  private mutating func price() throws(ProofError) -> Int {
    let price = try number()
    guard price < JointProblem.Bound.price else { throw damaged }
    return price
  }

  /// A position so many after another.
  private mutating func step(from last: Int32) throws(ProofError) -> Int32 {
    guard let next = Int32(exactly: Int(last) + (try number())) else { throw damaged }
    return next
  }
}
