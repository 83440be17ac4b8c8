import Loading
import Storing

/// The files a load leaves beside the database: the refused rows, and the findings.
struct LoadFiles {
  let input: SheetFile
  let report: SheetReport
  let findings: FoundFindings
  let rejects: OutputFile?
  let findingsFile: FindingsFile?

  /// Writes what was asked for; names what was written, and the first failure.
  func write(_ outcome: LoadOutcome) -> (rejects: String?, findings: String?, failure: (any Error)?)
  {
    var written: (rejects: String?, findings: String?, failure: (any Error)?) = (nil, nil, nil)
    if let rejects, outcome.rejected > 0, let shape = report.shape, !report.isFatal {
      do {
        try rejects.write { write in
          try writeRejects(of: shape, from: input, rejected: try findings.rejected(), write: write)
        }
        written.rejects = rejects.path
      } catch { written.failure = error }
    }
    if let findingsFile {
      do {
        try findingsFile.write(findings, of: report, from: input)
        written.findings = findingsFile.path
      } catch { written.failure = written.failure ?? error }
    }
    return written
  }
}
