import Domain

/// Types every record after the headings and hands over the good ones.
@_specialize(where Draft == PersonDraft)
@_specialize(where Draft == School)
func typeRows<Draft: Sendable>(
  _ layout: Layout<Draft>, _ sheet: OpenedSheet, _ cells: consuming Cells, limits: Limits,
  trustsDates: Bool, report: inout SheetReport, found: (Finding) throws -> Void,
  each: (Row<Draft>) throws -> Void
) throws {
  let headings = sheet.headings
  let records = try sheet.records()
  var check = try RowCheck(sheet, limits: limits)
  var ledger = RepeatLedger()
  var record = Record()
  while try records.next(&record) {
    if record.line <= headings.line || record.isBlank { continue }
    if !record.doubts.isEmpty, record.belongsToHeadings(of: headings.line) { continue }
    report.read += 1
    try check.count(report.read, line: record.line)
    cells.begin(line: record.line)
    if check.isReadable(record, &cells) { cells.take(record) }
    let draft = cells.canBeTyped ? layout.draft(&cells) : nil
    if let draft, cells.refusals == 0 {
      let row = Row(
        line: record.line, typed: Int64(bitPattern: cells.typed), draft: consume draft,
        raw: record.raw)
      if isNews(row, layout.sameness, &ledger, &cells, &report) { try each(row) }
    } else {
      check.nameStranger(record, &cells)
      if let draft { contest(draft, layout.sameness, &ledger, &cells, &report) }
    }
    report.rejected += cells.refusals > 0 ? 1 : 0
    report.findingCount += cells.findingCount
    if cells.findingCount > 1 { cells.sortFindings() }
    for finding in cells.findings { try found(finding) }
  }
  if report.read == 0 {
    try check.allowNoRows(in: layout.columns)
    report.announcements.append("there are headings, and no rows under them")
  }
  try check.finish(rows: report.read)
  try cells.checkWholeColumns()
  if !trustsDates { report.doubted = try cells.doubtedDates() }
  report.announcements += records.news + check.news + cells.news
}

/// Whether the row says something no earlier row said; a contradiction refuses it.
private func isNews<Draft: Sendable>(
  _ row: Row<Draft>, _ sameness: Sameness<Draft>, _ ledger: inout RepeatLedger,
  _ cells: inout Cells, _ report: inout SheetReport
) -> Bool {
  guard let key = sameness.key(row.draft) else { return true }
  switch ledger.note(key, line: row.line, typed: UInt64(bitPattern: row.typed)) {
  case .first: return true
  case .equal(let earlier):
    report.repeated += 1
    cells.note("the same row as \(cells.lineNoun) \(earlier.line): not read twice")
  case .contradicts(let earlier): refuse(row.draft, sameness, earlier, &cells, &report)
  }
  return false
}

/// A row that is refused anyway still tells which others speak of the same thing: taking those and mending
/// this one later would change what they said.
private func contest<Draft: Sendable>(
  _ draft: Draft, _ sameness: Sameness<Draft>, _ ledger: inout RepeatLedger, _ cells: inout Cells,
  _ report: inout SheetReport
) {
  guard sameness.isSure(draft), let key = sameness.key(draft) else { return }
  let verdict = ledger.note(key, line: cells.line, typed: cells.typed, isRefused: true)
  if case .contradicts(let earlier) = verdict, !earlier.isRefused {
    refuse(draft, sameness, earlier, &cells, &report)
  }
}

private func refuse<Draft: Sendable>(
  _ draft: Draft, _ sameness: Sameness<Draft>, _ earlier: RepeatLedger.Earlier,
  _ cells: inout Cells, _ report: inout SheetReport
) {
  if !earlier.isRefused { report.contested.append(earlier.line) }
  cells.refuse(
    "\(sameness.named(draft)) is also on \(cells.lineNoun) \(earlier.line), and the two rows differ",
    hint: sameness.hint)
}
