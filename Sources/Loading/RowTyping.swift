import Domain

/// Types every record after the headings and hands over the good ones.
@_specialize(where Draft == PersonDraft)
@_specialize(where Draft == School)
func typeRows<Draft: Sendable>(
  _ layout: Layout<Draft>, _ sheet: OpenedSheet, _ cells: consuming Cells, limits: Limits,
  report: inout SheetReport, found: (Finding) throws -> Void, each: (Row<Draft>) throws -> Void
) throws {
  let headings = sheet.headings
  let records = try sheet.records()
  var check = RowCheck(headings: headings, limits: limits)
  var ledger = RepeatLedger()
  var record = Record()
  while try records.next(&record) {
    if record.line <= headings.line || record.isBlank { continue }
    report.read += 1
    try check.count(report.read, line: record.line)
    cells.begin(line: record.line)
    if check.isReadable(record, &cells) { cells.take(record) }
    if cells.canBeTyped, let draft = layout.draft(&cells), cells.refusals == 0 {
      let row = Row(
        line: record.line, typed: Int64(bitPattern: cells.typed), draft: consume draft,
        raw: record.raw)
      if isNews(row, layout.sameness, &ledger, &cells, &report) { try each(row) }
    } else {
      check.nameStranger(record, &cells)
    }
    report.rejected += cells.refusals > 0 ? 1 : 0
    report.findingCount += cells.findingCount
    if cells.findingCount > 1 { cells.sortFindings() }
    for finding in cells.findings { try found(finding) }
  }
  if report.read == 0 {
    throw SheetFault(line: headings.line, "the file has headings but no rows")
  }
  try check.finish(rows: report.read)
  try cells.checkDateOrders()
  report.announcements += records.news + cells.news
}

/// Whether the row says something no earlier row said; a contradiction refuses it.
private func isNews<Draft: Sendable>(
  _ row: Row<Draft>, _ sameness: Sameness<Draft>, _ ledger: inout RepeatLedger,
  _ cells: inout Cells, _ report: inout SheetReport
) -> Bool {
  guard let key = sameness.key(row.draft) else { return true }
  switch ledger.note(key, line: row.line, typed: UInt64(bitPattern: row.typed)) {
  case .first: return true
  case .equal(let line):
    report.repeated += 1
    cells.note("the same row as line \(line): not read twice")
  case .contradicts(let line):
    report.contested.append(line)
    cells.refuse(
      "\(sameness.named(row.draft)) is also on line \(line), and the two rows differ",
      hint: sameness.hint)
  }
  return false
}
