/// Writes a proof's records into one buffer of bytes; see `JointProof.text`.
struct ProofWriter {
  private var bytes: [UInt8] = []
  /// Entries of the list at hand in this line.
  private var inLine = 0

  /// Entries to a line: damage is then found within some hundred bytes.
  private static let widest = 100

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func write(_ proof: JointProof) {
    add("talent proof\t1\n")
    var before: [Int] = []
    for prices in proof.prices {
      write(prices, before: before)
      before = prices.row
    }
    list("strikes", proof.strikes) { $0.add($1) }
    var last: [JointProof.Decision] = []
    for leaf in proof.leaves {
      write(leaf, after: last)
      last = leaf.decided
    }
    add("end\n")
  }

  private mutating func write(_ prices: JointProof.Prices, before: [Int]) {
    add("prices\t")
    add(prices.row.count)
    add("\t")
    add(prices.mustFill)
    add("\n")
    writeRows(prices.row, before)
    var last = 0
    list("split", prices.splitHomes) {
      $0.add(Int($1) - last)
      last = Int($1)
    }
    last = 0
    list("limit", prices.limits) {
      $0.add(Int($1.limit) - last)
      $0.add(":")
      $0.add($1.price)
      last = Int($1.limit)
    }
  }

  private mutating func writeRows(_ row: [Int], _ before: [Int]) {
    let isKnown = before.count == row.count
    var position = 0
    while position < row.count {
      var same = position
      while same < row.count, row[same] == (isKnown ? before[same] : 0) { same += 1 }
      entry("row")
      if same > position {
        add(UInt8(ascii: "*"))
        add(same - position)
        position = same
      } else {
        add(row[position] &- (isKnown ? before[position] : 0))
        position += 1
      }
    }
    endList()
  }

  private mutating func write(_ leaf: JointProof.Leaf, after last: [JointProof.Decision]) {
    let shared = zip(leaf.decided, last).prefix { $0 == $1 }.count
    add("leaf\t")
    add(leaf.prices)
    add("\t")
    add(shared)
    for (index, decision) in leaf.decided.dropFirst(shared).enumerated() {
      add(index == 0 ? "\t" : " ")
      add(decision.isChosen ? "+" : "-")
      add(Int(decision.part))
    }
    add("\n")
  }

  private mutating func list<Element>(
    _ record: StaticString, _ elements: [Element], _ write: (inout ProofWriter, Element) -> Void
  ) {
    for element in elements {
      entry(record)
      write(&self, element)
    }
    endList()
  }

  /// Begins an entry of a list, and a line where it needs one.
  private mutating func entry(_ record: StaticString) {
    if inLine == Self.widest { endList() }
    if inLine == 0 { add(record) }
    add(UInt8(ascii: inLine == 0 ? "\t" : " "))
    inLine += 1
  }

  private mutating func endList() {
    if inLine > 0 { add("\n") }
    inLine = 0
  }

  private mutating func add(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func add(_ byte: UInt8) { bytes.append(byte) }

  private mutating func add(_ number: Int) {
    if number < 0 { add(UInt8(ascii: "-")) }
    let size = number.magnitude
    var divisor: UInt = 1
    while size / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      add(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: size / divisor % 10))
      divisor /= 10
    }
  }

  /// The first line that differs from a text; nil when they are equal.
  func firstDifference(from text: String) -> Int? {
    var text = text
    return text.withUTF8 { other in
      if bytes.elementsEqual(other) { return nil }
      let same = zip(bytes, other).prefix { $0 == $1 }
      return 1 + same.count { $0.0 == 10 }
    }
  }
}
