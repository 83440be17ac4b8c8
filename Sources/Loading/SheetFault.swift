import Domain

/// The file as a whole cannot be read: why.
struct SheetFault: Error {
  var findings: [Finding]
  /// Where the headings it speaks of are; nil when that is not known.
  var shape: SheetShape?

  init(_ findings: [Finding]) { self.findings = findings }

  init(line: Int = 0, column: String = "", _ says: String, hint: String = "") {
    findings = [Finding(.fatal, line: line, column: column, says: says, hint: hint)]
  }
}
