import Domain
import Loading

/// All that reading and storing found in one sheet, in the order of its lines.
final class FoundFindings {
  private let read = FindingSpool()
  private let stored = FindingSpool()
  /// What refuses the file: found last, said first.
  private var fatal: [Finding] = []

  var count: Int { read.count + stored.count + fatal.count }
  /// Those of the reader.
  var readCount: Int { read.count + fatal.count }

  /// Starts anew: a transaction is tried again from its beginning.
  func clear() {
    read.clear()
    stored.clear()
    fatal = []
  }

  func addRead(_ finding: Finding) throws {
    if finding.weight == .fatal { fatal.append(finding) } else { try read.add(finding) }
  }

  func addStored(_ finding: Finding) throws { try stored.add(finding) }

  /// Gives the findings one by one, then nil.
  func inOrder() throws -> () throws -> Finding? {
    var fatal = self.fatal.sorted { $0.line < $1.line }[...]
    let sources = [{ fatal.popFirst() }, read.findings(), stored.findings()]
    var heads = try sources.map { try $0() }
    return {
      var first: Int?
      for at in heads.indices {
        guard let head = heads[at] else { continue }
        if let line = first.flatMap({ heads[$0]?.line }), line <= head.line { continue }
        first = at
      }
      guard let first else { return nil }
      let next = heads[first]
      heads[first] = try sources[first]()
      return next
    }
  }

  /// Gives each rejected line with all reasons in one sentence, then nil.
  func rejected() throws -> () throws -> (line: Int, reason: String)? {
    let next = try inOrder()
    func refusal() throws -> Finding? {
      while let finding = try next() { if finding.weight != .note { return finding } }
      return nil
    }
    var head = try refusal()
    return {
      guard let first = head else { return nil }
      var reasons: [String] = []
      while let finding = head, finding.line == first.line {
        let column = finding.column.isEmpty ? "" : "\(finding.column): "
        reasons.append(column + finding.says)
        head = try refusal()
      }
      return (first.line, reasons.joined(separator: "; "))
    }
  }
}
