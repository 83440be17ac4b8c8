import Domain

/// The file as a whole cannot be read: why.
struct SheetFault: Error {
  var findings: [Finding]

  init(_ findings: [Finding]) { self.findings = findings }

  init(line: Int = 0, column: String = "", _ says: String, hint: String = "") {
    findings = [Finding(.fatal, line: line, column: column, says: says, hint: hint)]
  }
}
