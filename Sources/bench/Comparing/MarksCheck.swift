/// Recomputes from a matching file what was chosen, by the file's own rules and without the solver.
///
/// It tells whether a choice is allowed and what it costs, not whether it is the best.
struct MarksCheck {
  /// What the choice costs; nil when it is not allowed.
  private(set) var objective: Int?
  /// Why the choice is not allowed.
  private(set) var complaint: String?

  init(_ stored: StoredInstance, _ marks: [Int64]) {
    let checked: Checked
    switch stored {
    case .deployment(let instance): checked = Self.deployment(instance, marks)
    case .dense(let instance):
      checked = Self.columns(instance.rows, instance.columns, marks) { row, column in
        instance.cost[row * instance.columns + column]
      }
    case .assignment(let instance):
      checked = Self.columns(instance.rows, instance.columns, marks) { row, column in
        let pairs = instance.rowStart[row]..<instance.rowStart[row + 1]
        return pairs.first { Int(instance.column[$0]) == column }.map { instance.cost[$0] }
      }
    case .flow(let instance): checked = Self.flow(instance, marks)
    }
    switch checked {
    case .costs(let sum): objective = sum
    case .refused(let why): complaint = why
    }
  }
}

extension MarksCheck {
  private enum Checked {
    case costs(Int)
    case refused(String)
  }

  private static func deployment(_ instance: DeploymentInstance, _ marks: [Int64]) -> Checked {
    guard marks.allSatisfy({ $0 >= 0 && $0 < instance.candidate.count }) else {
      return .refused("an edge does not exist")
    }
    guard Set(marks).count == marks.count else { return .refused("an edge is chosen twice") }
    var cap = instance.cap
    var release = instance.release
    var open = instance.demand
    let chosen = marks.map { Int($0) }.sorted()
    var need = 0
    var sum = 0
    for edge in chosen {
      while instance.rowStart[need + 1] <= edge { need += 1 }
      let person = Int(instance.candidate[edge])
      open[need] -= 1
      cap[person] -= 1
      release[Int(instance.home[person])] -= 1
      sum += Int(instance.cost[edge])
    }
    guard open.allSatisfy({ $0 >= 0 }) else { return .refused("a need is given too many") }
    guard cap.allSatisfy({ $0 >= 0 }) else { return .refused("a candidate is chosen too often") }
    guard release.allSatisfy({ $0 >= 0 }) else { return .refused("a home releases too many") }
    return .costs(sum + zip(open, instance.penalty).reduce(0) { $0 + Int($1.0) * Int($1.1) })
  }

  private static func columns(
    _ rows: Int, _ columns: Int, _ marks: [Int64], cost: (Int, Int) -> Int32?
  ) -> Checked {
    guard marks.count == rows, marks.allSatisfy({ $0 >= -1 && $0 < columns }) else {
      return .refused("a row has no column, or one that does not exist")
    }
    let given = marks.filter { $0 >= 0 }
    guard Set(given).count == given.count else { return .refused("a column is given twice") }
    guard given.count == min(rows, columns) else {
      return .refused("\(given.count) pairs are made of \(min(rows, columns))")
    }
    var sum = 0
    for (row, column) in marks.enumerated() where column >= 0 {
      guard let cost = cost(row, Int(column)) else {
        return .refused("row \(row) and column \(column) are no pair")
      }
      sum += Int(cost)
    }
    return .costs(sum)
  }

  private static func flow(_ instance: FlowInstance, _ marks: [Int64]) -> Checked {
    guard marks.count == instance.arcs.count else { return .refused("not every arc has a flow") }
    var left = instance.supply
    var sum = 0
    for (arc, flow) in zip(instance.arcs, marks) {
      guard flow >= arc.lower, flow <= arc.capacity.map({ Int64($0) }) ?? Int64(Int32.max) else {
        return .refused("an arc carries \(flow)")
      }
      left[Int(arc.from)] -= Int(flow)
      left[Int(arc.to)] += Int(flow)
      sum += Int(flow) * Int(arc.cost)
    }
    guard left.allSatisfy({ $0 == 0 }) else { return .refused("a node keeps or lacks something") }
    return .costs(sum)
  }
}
