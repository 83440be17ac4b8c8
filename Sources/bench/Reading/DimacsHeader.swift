/// The line `p KIND NODES ARCS`, and what it promises.
struct DimacsHeader {
  let nodes: Int
  let arcs: Int

  /// - Precondition: the scanner has just read the kind.
  init(_ scanner: inout TextScanner) throws(InstanceError) {
    nodes = try scanner.number("number of nodes", from: 0)
    arcs = try scanner.number("number of arcs", from: 0)
    try scanner.endLine()
    guard nodes + arcs <= InstanceLimit.nodesAndArcs else {
      throw scanner.failure(
        "promises more nodes and arcs than \(InstanceLimit.nodesAndArcs)", "give a smaller instance"
      )
    }
  }

  /// A node that a line names, from 0.
  func node(_ scanner: inout TextScanner) throws(InstanceError) -> Int {
    let name = try scanner.number("node", from: 1)
    guard name <= nodes else {
      throw scanner.failure(
        "names node \(name) of \(nodes)", "correct it, or the number of nodes on the p line")
    }
    return name - 1
  }

  func check(arcs found: Int, _ scanner: TextScanner) throws(InstanceError) {
    guard found == arcs else {
      throw InstanceError(
        file: scanner.file,
        problem: "promises \(arcs) arcs on its p line and holds \(found)",
        remedy: "see whether the file was cut short, or correct the p line")
    }
  }
}

extension TextScanner {
  /// A first line of DIMACS that is no p line.
  func refuseLineBeforeHeader() throws(InstanceError) {
    guard [UInt8(ascii: "n"), UInt8(ascii: "a")].contains(letter) else { return }
    throw failure(
      "begins with \"\(Character(Unicode.Scalar(letter)))\" before any p line",
      "put the p line first: p min NODES ARCS, or p asn NODES ARCS")
  }

  func unknownLine() -> InstanceError {
    failure(
      "begins with \"\(Character(Unicode.Scalar(letter)))\"",
      "lines of this form begin with c, n or a; there is one p line, the first")
  }
}
