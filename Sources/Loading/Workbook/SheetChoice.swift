/// Which sheet of a workbook is read.
struct SheetChoice {
  private(set) var sheet: WorkbookParts.Sheet
  private(set) var candidate: HeadingSearch.Candidate
  /// Why the sheet cannot be read when its headings do not fit.
  private(set) var fault: SheetFault
  private(set) var announcements: [String] = []

  private struct Look {
    let sheet: WorkbookParts.Sheet
    let candidate: HeadingSearch.Candidate
    let fault: SheetFault?
    var fits: Bool { candidate.match != nil && candidate.missing.isEmpty }
  }

  init(
    _ book: WorkbookFile, _ sheets: [WorkbookParts.Sheet], asked: String?, columns: Columns,
    _ limits: Limits
  ) throws {
    var looked = sheets
    if let asked {
      looked = [try book.asked(asked)]
    }
    let looks = try looked.map { sheet in
      var search = HeadingSearch(columns, limits: limits)
      let candidate = try search.run(try book.firstRecords(of: sheet))
      return Look(sheet: sheet, candidate: candidate, fault: search.fault)
    }
    // A sheet that cannot be read might be the one that is meant.
    for look in looks where !look.fits {
      if let fault = look.fault { throw fault.inSheet(look.sheet.name, of: sheets.count) }
    }
    let chosen = try SheetChoice.chosen(looks) { try book.hasRows($0.sheet, below: $0.candidate) }
    sheet = chosen.sheet
    candidate = chosen.candidate
    fault = SheetFault("the workbook has no sheet with cells")
    if !chosen.fits {
      throw Headings.missing(
        chosen.candidate, columns, chosen.fault, among: limits.headingsLine
      )
      .inSheet(chosen.sheet.name, of: sheets.count)
    }
    announce(among: looks)
  }

  /// The one sheet that fits; a visible one before a hidden one, and one with rows before those without.
  private static func chosen(_ looks: [Look], hasRows: (Look) throws -> Bool) throws -> Look {
    let fitting = looks.filter(\.fits)
    let visible = fitting.filter { !$0.sheet.isHidden }
    var few = visible.isEmpty ? fitting : visible
    if few.count > 1 {
      let filled = try few.filter(hasRows)
      if filled.count == 1 { few = filled }
    }
    if few.count > 1 {
      throw SheetFault(
        "\(few.count) sheets have these headings: \(names(few.map(\.sheet)))",
        hint: "Try: --sheet with the name of the one to load")
    }
    if let only = few.first { return only }
    var best = looks[0]
    for look in looks.dropFirst() where look.candidate.isBetter(than: best.candidate) {
      best = look
    }
    return best
  }

  private mutating func announce(among looks: [Look]) {
    for look in looks where look.fits && look.sheet.name != sheet.name {
      let name = shown(look.sheet.name)
      announcements.append(
        look.sheet.isHidden
          ? "the hidden sheet \(name) has the same headings and is not read"
          : "the sheet \(name) has the same headings and no rows")
    }
  }

  static func names(_ sheets: [WorkbookParts.Sheet]) -> String {
    sheets.prefix(20).map { quoted($0.name) }.joined(separator: ", ")
  }
}

extension SheetFault {
  /// The same, naming the sheet that came nearest when there are several.
  fileprivate func inSheet(_ name: String, of count: Int) -> SheetFault {
    guard count > 1 else { return self }
    return SheetFault(
      findings.map { finding in
        var finding = finding
        finding.says = "sheet \(shown(name)): \(finding.says)"
        return finding
      })
  }
}
