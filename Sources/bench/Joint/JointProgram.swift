import Domain

/// A joint problem as an integer program over 0 and 1.
struct JointProgram {
  private struct Row {
    var name: String
    var terms: [(column: Int, coefficient: Int)]
    var most: Int
  }

  private var names: [String] = []
  private var values: [Int] = []
  private var fixed: [Int] = []
  private var rows: [Row] = []
  private let constant: Int

  init(_ problem: JointProblem, filled: Int) {
    constant = problem.constant
    for part in problem.parts {
      names.append("x\(part)")
      values.append(Int(problem.value[part]))
      if problem.isPinned[part] { fixed.append(part) }
    }
    rows = problem.rowCapacity.enumerated().map {
      Row(name: "r\($0.offset)", terms: [], most: Int($0.element))
    }
    for part in problem.parts {
      for link in problem.links(ofPart: part) {
        rows[Int(link.row)].terms.append((part, Int(link.coefficient)))
      }
    }
    for limit in problem.limits.indices {
      rows.append(Row(name: "l\(limit)", terms: [], most: Int(problem.limits[limit].capacity)))
    }
    addUses(problem)
    if filled > 0 {
      rows.append(
        Row(
          name: "mustfill", terms: problem.parts.filter { problem.mustFill[$0] }.map { ($0, -1) },
          most: -filled))
    }
    rows.removeAll(where: \.terms.isEmpty)
  }

  private mutating func addUses(_ problem: JointProblem) {
    let first = problem.rowCapacity.count
    var counted: [SIMD2<Int32>: Int] = [:]
    for part in problem.parts {
      for use in problem.uses(ofPart: part) {
        let limit = Int(use.limit)
        guard problem.limits[limit].countsPeople else {
          rows[first + limit].terms.append((part, Int(use.amount)))
          continue
        }
        let key = SIMD2(use.limit, problem.person[part])
        if counted[key] == nil {
          counted[key] = names.count
          rows[first + limit].terms.append((names.count, 1))
          names.append("y\(use.limit)_\(problem.person[part])")
          values.append(0)
        }
        guard let column = counted[key] else { continue }
        rows.append(
          Row(name: "c\(use.limit)_\(part)", terms: [(part, 1), (column, -1)], most: 0))
      }
    }
  }

  /// In the LP format of CPLEX, which others read too.
  func lp() -> String {
    var text = "\\ constant \(constant)\nMaximize\n obj:"
    text += terms(values.indices.map { ($0, values[$0]) }.filter { $0.1 != 0 })
    text += "\nSubject To\n"
    for row in rows { text += " \(row.name):\(terms(row.terms)) <= \(row.most)\n" }
    if !fixed.isEmpty {
      text += "Bounds\n"
      for column in fixed { text += " \(names[column]) = 1\n" }
    }
    text += "Binary\n"
    for name in names { text += " \(name)\n" }
    return text + "End\n"
  }

  private func terms(_ terms: [(column: Int, coefficient: Int)]) -> String {
    var text = ""
    for (position, term) in terms.enumerated() {
      let sign = term.coefficient < 0 ? "-" : "+"
      text += " \(sign) \(abs(term.coefficient)) \(names[term.column])"
      if position % 10 == 9 { text += "\n" }
    }
    return text.isEmpty ? " 0 \(names.first ?? "x0")" : text
  }

  /// In free MPS, minimised: the objective is turned round, as not every reader knows OBJSENSE.
  func mps() -> String {
    var columns = [[(row: Int, coefficient: Int)]](repeating: [], count: names.count)
    for (index, row) in rows.enumerated() {
      for term in row.terms { columns[term.column].append((index, term.coefficient)) }
    }
    var text = "NAME joint\nROWS\n N obj\n"
    for row in rows { text += " L \(row.name)\n" }
    text += "COLUMNS\n MARKER 'MARKER' 'INTORG'\n"
    for (column, entries) in columns.enumerated() {
      text += " \(names[column]) obj \(-values[column])\n"
      for entry in entries {
        text += " \(names[column]) \(rows[entry.row].name) \(entry.coefficient)\n"
      }
    }
    text += " MARKER 'MARKER' 'INTEND'\nRHS\n"
    // By the format's custom it is what the objective is lessened by.
    if constant != 0 { text += " rhs obj \(constant)\n" }
    for row in rows where row.most != 0 { text += " rhs \(row.name) \(row.most)\n" }
    text += "BOUNDS\n"
    let isFixed = Set(fixed)
    for (column, name) in names.enumerated() {
      text += isFixed.contains(column) ? " FX bnd \(name) 1\n" : " UP bnd \(name) 1\n"
    }
    return text + "ENDATA\n"
  }
}
