import Domain

/// Types every record after the headings and hands over the good ones.
@_specialize(where Draft == PersonDraft)
@_specialize(where Draft == School)
func typeRows<Draft: Sendable>(
  _ layout: Layout<Draft>, _ headings: Headings, _ reader: inout RecordReader,
  _ cells: consuming Cells, limits: Limits, log: inout FindingLog, report: inout SheetReport,
  each: (Row<Draft>) throws -> Void
) throws {
  var check = RowCheck(headings: headings, limits: limits)
  var ledger = RepeatLedger()
  while try reader.next() {
    if reader.line <= headings.line || reader.isBlank { continue }
    report.read += 1
    try check.count(report.read, line: reader.line)
    cells.begin(line: reader.line)
    cells.explains = log.hasRoom
    if check.isReadable(reader, &cells, &log) { cells.take(reader) }
    if cells.canBeTyped, let draft = layout.draft(&cells), cells.refusals == 0 {
      let row = Row(line: reader.line, typed: Int64(bitPattern: cells.typed), draft: draft)
      if isNews(row, layout.sameness, &ledger, &cells, &log, &report) { try each(row) }
    } else {
      check.nameStranger(reader, &cells)
    }
    report.rejected += cells.refusals > 0 ? 1 : 0
    for finding in cells.findings { log.add(finding) }
    log.addUnspoken(cells.refusals - cells.findings.count)
  }
  if report.read == 0 {
    throw SheetFault(line: headings.line, "the file has headings but no rows")
  }
  try check.finish(rows: report.read)
  report.announcements += lineEndNews(reader.lineEnds)
}

/// Whether the row says something no earlier row said; a contradiction refuses it.
private func isNews<Draft: Sendable>(
  _ row: Row<Draft>, _ sameness: Sameness<Draft>, _ ledger: inout RepeatLedger,
  _ cells: inout Cells, _ log: inout FindingLog, _ report: inout SheetReport
) -> Bool {
  guard let key = sameness.key(row.draft) else { return true }
  switch ledger.note(key, line: row.line, typed: UInt64(bitPattern: row.typed)) {
  case .first: return true
  case .equal(let line):
    report.repeated += 1
    log.add(Finding(.note, line: row.line, says: "the same row as line \(line): not read twice"))
  case .contradicts(let line):
    report.contested.append(line)
    cells.refuse(
      "\(sameness.named(row.draft)) is also on line \(line), and the two rows differ",
      hint: sameness.hint)
  }
  return false
}

private func lineEndNews(_ ends: RecordReader.LineEnds) -> [String] {
  let kinds = [ends.lf, ends.crlf, ends.cr].count { $0 > 0 }
  if kinds > 1 { return ["line ends are mixed"] }
  return ends.cr > 0 ? ["lines end in CR alone"] : []
}
