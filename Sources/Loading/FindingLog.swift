import Domain

/// The findings of a sheet: all counted, the first so many kept.
struct FindingLog {
  private(set) var kept: [Finding] = []
  private(set) var count = 0
  private var notesKept = 0
  private let limit: Int

  init(keeping limit: Int) { self.limit = limit }

  /// Whether another refusal would be kept: when not, its words need not be made.
  var hasRoom: Bool { kept.count < limit }

  mutating func add(_ finding: Finding) {
    count += 1
    switch finding.weight {
    case .fatal: kept.append(finding)
    case .refusal: if hasRoom { kept.append(finding) }
    case .note:
      guard hasRoom, notesKept < max(1, limit / 10) else { return }
      notesKept += 1
      kept.append(finding)
    }
  }

  /// Counts refusals whose words were never made.
  mutating func addUnspoken(_ number: Int) { count += number }
}

/// The file as a whole cannot be read: why.
struct SheetFault: Error {
  var findings: [Finding]

  init(_ findings: [Finding]) { self.findings = findings }

  init(line: Int = 0, column: String = "", _ says: String, hint: String = "") {
    findings = [Finding(.fatal, line: line, column: column, says: says, hint: hint)]
  }
}
