import Domain

/// A joint problem as text, one thing a line.
///
///     p joint HOMES LIMITS PARTS ROWS
///     k CONSTANT MUST-FILL-UNITS
///     r CAPACITY                     a row, numbered from 0
///     h                              a home; its limits and parts follow
///     l CAPACITY COUNTS-PEOPLE       a limit, numbered from 0 through all homes
///     a PERSON VALUE MUST-FILL PINNED USES (LIMIT AMOUNT)... (ROW COEFFICIENT)...
struct JointFile {
  private(set) var problem = JointProblem()
  private var promised: [Int] = []
  private var homes = 0

  init(_ scanner: inout TextScanner) throws(InstanceError) {
    guard scanner.nextLine(), scanner.letter == UInt8(ascii: "p"),
      try scanner.problemKind() == "joint"
    else { throw scanner.failure("does not begin with p joint", "give a joint problem") }
    for name in ["homes", "limits", "parts", "rows"] {
      promised.append(try scanner.number("number of \(name)", from: 0))
    }
    try scanner.endLine()
    while scanner.nextLine() { try readLine(&scanner) }
    closeHome()
    let found = [homes, problem.limits.count, problem.value.count, problem.rowCapacity.count]
    guard found == promised else {
      throw scanner.failure(
        "ends with \(found) homes, limits, parts and rows, and promises \(promised)",
        "see whether the file was cut short, or correct the p line")
    }
  }

  private mutating func closeHome() {
    guard homes > 0 else { return }
    problem.homeStart.append(Int32(problem.value.count))
    problem.limitStart.append(Int32(problem.limits.count))
  }

  private mutating func readLine(_ scanner: inout TextScanner) throws(InstanceError) {
    let letter = scanner.letter
    try scanner.passLetter()
    switch letter {
    case UInt8(ascii: "k"):
      problem.constant = try scanner.number() ?? 0
      problem.mustFillUnits = try scanner.number("number of must-fill units", from: 0)
    case UInt8(ascii: "r"):
      problem.rowCapacity.append(Int32(try scanner.number("capacity", from: 0)))
    case UInt8(ascii: "h"):
      closeHome()
      homes += 1
    case UInt8(ascii: "l"):
      let capacity = Int32(try scanner.number("capacity", from: 0))
      let countsPeople = try scanner.number("mark", from: 0) == 1
      problem.limits.append(.init(capacity: capacity, countsPeople: countsPeople))
    case UInt8(ascii: "a"): try readPart(&scanner)
    default: throw scanner.failure("begins with no letter of k r h l a", "correct the line")
    }
    try scanner.endLine()
  }

  private mutating func readPart(_ scanner: inout TextScanner) throws(InstanceError) {
    problem.person.append(Int32(try scanner.number("person", from: 0)))
    problem.value.append(Int32(try scanner.number("value")))
    problem.mustFill.append(try scanner.number("must-fill mark", from: 0) == 1)
    problem.isPinned.append(try scanner.number("pinned mark", from: 0) == 1)
    for _ in 0..<(try scanner.number("number of uses", from: 0)) {
      let limit = Int32(try scanner.number("limit", from: 0))
      problem.uses.append(
        .init(limit: limit, amount: Int32(try scanner.number("amount", from: 1))))
    }
    problem.useStart.append(Int32(problem.uses.count))
    while let row = try scanner.number() {
      guard row >= 0, row <= InstanceLimit.number else {
        throw scanner.failure("names row \(row)", "number rows from 0")
      }
      problem.links.append(
        .init(row: Int32(row), coefficient: Int32(try scanner.number("coefficient"))))
    }
    problem.linkStart.append(Int32(problem.links.count))
  }
}

extension JointProblem {
  /// Writes the form that `JointFile` reads.
  func write(to path: String) throws(InstanceError) {
    var file = try WrittenFile(path)
    var text = "p joint \(homes.count) \(limits.count) \(value.count) \(rowCapacity.count)\n"
    text += "k \(constant) \(mustFillUnits)\n"
    for capacity in rowCapacity { text += "r \(capacity)\n" }
    for home in homes {
      text += "h\n"
      for limit in limits(ofHome: home) {
        text += "l \(limits[limit].capacity) \(limits[limit].countsPeople ? 1 : 0)\n"
      }
      for part in parts(ofHome: home) {
        text += "a \(person[part]) \(value[part]) \(mustFill[part] ? 1 : 0)"
        text += " \(isPinned[part] ? 1 : 0) \(uses(ofPart: part).count)"
        for use in uses(ofPart: part) { text += " \(use.limit) \(use.amount)" }
        for link in links(ofPart: part) { text += " \(link.row) \(link.coefficient)" }
        text += "\n"
      }
      if text.utf8.count > 1 << 20 {
        file.put(Array(text.utf8))
        text = ""
      }
    }
    file.put(Array(text.utf8))
    try file.finish()
  }
}
